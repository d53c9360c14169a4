import * as v from 'valibot'
import { catalogSchema, type Catalog, type CodeRecord } from '#src/catalog/catalog-schema.ts'
import { findCode } from '#src/catalog/find-code.ts'
import enhanced from '#src/catalog/enhanced-codes.json'
import smtpCodes from '#src/catalog/smtp-codes.json'

/** The catalogue that visitors get, read through its schema. */
export const realCatalog: Catalog = v.parse(catalogSchema, { ...smtpCodes, enhanced })

/** The record of a code that the catalogue has or that fits the grammar; throws for anything else. */
export function recordOf(code: string): CodeRecord {
  const record = findCode(realCatalog, code)
  if (!record) throw new Error(`"${code}" is no reply code; expected one that findCode knows`)
  return record
}
