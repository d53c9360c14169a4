// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  explainEnhanced,
  findConflicts,
  listedReplies,
  registryName,
  replyOf,
  splitCode,
} from '#src/catalog/enhanced-code.ts'
import { anyText } from '#tests/setup/any-text.ts'
import { realCatalog, recordOf } from '#tests/setup/real-catalog.ts'

const enhancedCode = fc
  .tuple(fc.constantFrom('2', '4', '5'), fc.nat(999), fc.nat(999))
  .map((parts) => parts.join('.'))

describe('a code as people write it', () => {
  test.each([
    ['550', '550', null],
    ['5.7.1', null, '5.7.1'],
    ['550 5.7.1', '550', '5.7.1'],
    ['550-5.7.1', '550', '5.7.1'],
  ])('is taken apart: %s', (text, reply, enhanced) => {
    expect(splitCode(text)).toEqual({ reply, enhanced })
  })

  test.each([
    '',
    '55',
    '5.7',
    '5.7.1.2',
    '5.07.1',
    '3.7.1',
    '5.7.1000',
    '5505.7.1',
    '550  5.7.1',
    '550 ',
    '550-',
  ])('is none when it is %j', (text) => {
    expect(splitCode(text)).toBeNull()
  })

  test('comes together again, whatever the text', () => {
    const text = fc.oneof(
      anyText,
      enhancedCode,
      enhancedCode.map((code) => `450 ${code}`),
    )
    fc.assert(
      fc.property(text, (typed) => {
        const parts = splitCode(typed)
        if (parts === null) return
        const together = [parts.reply, parts.enhanced].filter((part) => part !== null).join(' ')
        expect(together).toBe(typed.replace('-', ' '))
      }),
    )
  })
})

test('every code of the grammar has its parts, registered or not', () => {
  fc.assert(
    fc.property(enhancedCode, (code) => {
      const enhanced = explainEnhanced(realCatalog, code)
      expect([enhanced.digit, enhanced.subject, enhanced.detail].join('.')).toBe(code)
      expect(registryName(enhanced)).toBe(`X${code.slice(1)}`)
      const listed = realCatalog.enhanced.codes.some(({ detail }) => `${code.charAt(0)}.${detail}` === code)
      expect(enhanced.entry !== null).toBe(listed)
    }),
  )
})

describe('the replies that the registry lists with a code', () => {
  const listed = (code: string) => listedReplies(explainEnhanced(realCatalog, code))

  test.each([
    ['5.7.1', ['451', '454', '502', '503', '533', '550', '551']],
    ['4.2.2', ['552']],
    ['5.0.0', ['any-reply']],
    ['5.7.17', ['any-5yz']],
    ['5.7.16', ['552', 'any-failure']],
    ['5.7.28', []],
    ['5.7.99', []],
  ])('for %s are %j', (code, replies) => {
    expect(listed(code)).toEqual(replies)
  })
})

describe('what does not fit together', () => {
  const kinds = (code: string) => findConflicts(recordOf(code)).map(({ kind }) => kind)

  test.each([
    ['550 5.7.1', []],
    ['5.7.1', []],
    ['550', []],
    ['250 2.0.0', []],
    ['550 5.7.232', []],
    ['550 4.2.2', ['class']],
    ['502 4.5.4', ['class', 'wrong-class']],
    ['250 5.1.1', ['class']],
    ['354 2.0.0', ['intermediate']],
    ['5.4.1', ['wrong-class']],
    ['552 5.2.2', ['wrong-class']],
    ['554 5.1.10', ['not-listed']],
    ['550 5.7.16', []],
    ['550 5.7.18', []],
  ])('in %s is %j', (code, expected) => {
    expect(kinds(code)).toEqual(expected)
  })

  test('names the line of the registry and what it allows', () => {
    expect(findConflicts(recordOf('5.4.1'))).toEqual([
      { kind: 'wrong-class', enhanced: '5.4.1', pattern: 'X.4.1', digit: '5', classes: ['4'] },
    ])
  })

  test('is always told when the first digits differ (RFC 2034 §4)', () => {
    fc.assert(
      fc.property(fc.constantFrom('250', '450', '550'), enhancedCode, (reply, code) => {
        const isTold = kinds(`${reply} ${code}`).includes('class')
        expect(isTold).toBe(reply.charAt(0) !== code.charAt(0))
      }),
    )
  })
})

test('the reply of a record is its three digits, if it has any', () => {
  expect(replyOf(recordOf('550'))).toBe('550')
  expect(replyOf(recordOf('550 5.7.1'))).toBe('550')
  expect(replyOf(recordOf('5.7.1'))).toBeNull()
})
