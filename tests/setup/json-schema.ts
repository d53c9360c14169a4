import type { JsonSchema } from '#src/prerender/public-catalog-schema.ts'

const CHECKED = new Set<string>([
  'type',
  'const',
  'enum',
  'pattern',
  'minLength',
  'properties',
  'required',
  'patternProperties',
  'additionalProperties',
  'minProperties',
  'maxProperties',
  'items',
  'minItems',
  'maxItems',
  'uniqueItems',
] satisfies (keyof JsonSchema)[])
const SAID_ONLY = new Set<string>(['$schema', '$id', 'title', 'description'] satisfies (keyof JsonSchema)[])

/**
 * Where a value breaks a JSON Schema (2020-12), as "/codes/3/name: …"; none if it does not. Stricter than the standard in one
 * thing, a key that the schema does not describe is a fault, and it throws at a keyword it could not check.
 */
export function schemaFaults(schema: JsonSchema, value: unknown, path = ''): string[] {
  const unchecked = Object.keys(schema).filter((key) => !CHECKED.has(key) && !SAID_ONLY.has(key))
  if (unchecked.length > 0)
    throw new Error(`${path || '/'}: "${unchecked.join('", "')}" is a keyword that schemaFaults cannot check`)

  const fault = (text: string) => `${path || '/'}: ${text}`
  const type = typeOf(value)
  const types: string[] = [schema.type].flat()
  if (!types.includes(type)) return [fault(`is of type ${type}; expected ${types.join(' or ')}`)]
  if (schema.const !== undefined && value !== schema.const) return [fault(`is not ${schema.const}`)]
  if (schema.enum && !schema.enum.some((allowed) => allowed === value))
    return [fault(`${JSON.stringify(value)} is not one of ${schema.enum.join(', ')}`)]

  if (typeof value === 'string') {
    return [
      ...(schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value)
        ? []
        : [fault(`"${value}" does not match ${schema.pattern}`)]),
      ...(value.length >= (schema.minLength ?? 0) ? [] : [fault('is too short')]),
    ]
  }
  if (Array.isArray(value)) {
    const { items, minItems = 0, maxItems = Infinity, uniqueItems = false } = schema
    const distinct = new Set(value.map((item) => JSON.stringify(item)))
    return [
      ...(value.length >= minItems && value.length <= maxItems ? [] : [fault(`has ${value.length} items`)]),
      ...(uniqueItems && distinct.size < value.length ? [fault('has an item twice')] : []),
      ...(items ? value.flatMap((item, index) => schemaFaults(items, item, `${path}/${index}`)) : []),
    ]
  }
  if (typeof value === 'object' && value !== null) {
    const { properties = {}, patternProperties = {}, required = [] } = schema
    const { minProperties = 0, maxProperties = Infinity } = schema
    const entries = Object.entries(value)
    return [
      ...required.filter((key) => !(key in value)).map((key) => fault(`has no "${key}"`)),
      ...(entries.length >= minProperties && entries.length <= maxProperties
        ? []
        : [fault(`has ${entries.length} keys`)]),
      ...entries.flatMap(([key, member]) => {
        const matching = Object.entries(patternProperties).filter(([name]) => new RegExp(name, 'u').test(key))
        const schemas = [...(properties[key] ? [properties[key]] : []), ...matching.map(([, own]) => own)]
        return schemas.length > 0
          ? schemas.flatMap((own) => schemaFaults(own, member, `${path}/${key}`))
          : [fault(`has "${key}", which the schema does not describe`)]
      }),
    ]
  }
  return []
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}
