// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { rankEnhanced } from '#src/features/pick-codes/rank-enhanced.ts'
import { englishText } from '#tests/setup/english.ts'
import { realCatalog } from '#tests/setup/real-catalog.ts'

const found = (text: string) => rankEnhanced(realCatalog.enhanced.codes, text, englishText.code)

describe('enhanced codes for a typed text', () => {
  test('begin with what was typed of them', () => {
    expect(found('5.7.2')).toEqual(expect.arrayContaining(['5.7.2', '5.7.20', '5.7.26']))
    expect(found('5.7.2').every((code) => code.startsWith('5.7.2'))).toBe(true)
  })

  test('stand behind the reply that was typed', () => {
    expect(found('550 5.7.2')).toContain('550 5.7.26')
    expect(found('550-5.1.')).toContain('550 5.1.1')
  })

  test('are only those that the registry allows in that class', () => {
    expect(found('4.1.')).not.toContain('4.1.1')
    expect(found('5.1.')).toContain('5.1.1')
  })

  test('are found by an X for any class, each in the one it is met in', () => {
    expect(found('x.2.2')).toEqual(['4.2.2'])
    expect(found('X.1.5')).toEqual(['2.1.5'])
  })

  test('are found by words of their name, before those that only mention them', () => {
    const codes = found('mailbox full')
    expect(codes[0]).toBe('4.2.2')
    expect(found('spf')).toContain('5.7.23')
  })

  test('are at most a dozen, and none for reply codes, dates and nothing', () => {
    expect(found('x.')).toHaveLength(12)
    for (const text of ['550', '55', '', ' ', '2026-11-24', 'zzz', '9.9.9']) expect(found(text)).toEqual([])
  })
})
