import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { catalogSchema, providerSchema } from '#src/catalog/catalog-schema.ts'
import { SOURCE_LANGUAGE } from '#src/i18n/languages.ts'
import { CATALOG_RULES } from '#tests/data/rules/all-rules.ts'
import { realInput } from '#tests/data/rules/real-input.ts'
import { repeatedKeys } from '#tests/data/rules/repeated-keys.ts'
import { CATALOG_FILE, PROVIDERS_FILE, REGISTRY_FILE } from '#tests/data/rules/rule.ts'

const input = realInput(SOURCE_LANGUAGE.tag)

describe('the catalogue', () => {
  test('fits the schema', () => {
    const { issues = [] } = v.safeParse(catalogSchema, input.catalog)
    expect(issues.map((issue) => `${CATALOG_FILE} ${v.getDotPath(issue) ?? ''}: ${issue.message}`)).toEqual(
      [],
    )
  })

  test('and the replies of providers fit theirs', () => {
    const { issues = [] } = v.safeParse(providerSchema, input.providers)
    expect(issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`)).toEqual([])
  })

  test.each([CATALOG_FILE, REGISTRY_FILE, PROVIDERS_FILE])(
    'no key stands twice in one object of %s',
    (file) => {
      expect(repeatedKeys(readFileSync(file, 'utf8'))).toEqual([])
    },
  )

  for (const { name, about, check } of CATALOG_RULES) {
    test(`${name}: ${about}`, () => {
      expect(check(input)).toEqual([])
    })
  }
})
