// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { category, fitsGrammar, messageHolder, outcome, replyClass } from '#src/catalog/reply-class.ts'
import { buildCode, buildCommands } from '#tests/setup/build-code.ts'
import { realCatalog, recordOf } from '#tests/setup/real-catalog.ts'
import { anyText } from '#tests/setup/any-text.ts'

describe('what the first digit says (RFC 5321 §4.2.1)', () => {
  test.each([
    ['250', '2', 'success'],
    ['354', '3', 'intermediate'],
    ['421', '4', 'transient'],
    ['551', '5', 'permanent'],
  ] as const)('%s is of class %s: %s', (code, digit, result) => {
    expect(replyClass(code)).toBe(digit)
    expect(outcome(code)).toBe(result)
  })

  test.each(['000', '101', '111', '601', '605', '700', '999'])('%s is of no class of SMTP', (code) => {
    expect(replyClass(code)).toBe('none')
    expect(outcome(code)).toBe('not-smtp')
  })
})

describe('what the second digit says (RFC 5321 §4.2.1)', () => {
  test.each([
    ['500', '0'],
    ['211', '1'],
    ['421', '2'],
    ['535', '3'],
    ['540', '4'],
    ['551', '5'],
  ] as const)('%s belongs to x%sz', (code, digit) => {
    expect(category(code)).toBe(digit)
  })

  test.each(['471', '499', '570', '591'])('%s has a second digit that the grammar does not allow', (code) => {
    expect(category(code)).toBe('none')
  })

  test.each(['101', '605'])('%s is no SMTP reply, so its second digit says nothing', (code) => {
    expect(category(code)).toBe('none')
  })
})

describe('the grammar of a reply code (RFC 5321 §4.2)', () => {
  test('allows 2 to 5, then 0 to 5, then any digit, and no other number', () => {
    for (let number = 0; number <= 999; number += 1) {
      const code = String(number).padStart(3, '0')
      const first = Math.floor(number / 100)
      const second = Math.floor(number / 10) % 10
      expect(fitsGrammar(code), code).toBe(first >= 2 && first <= 5 && second <= 5)
    }
  })

  test.each(['', '55', '5500', ' 550', '550 ', '550\n', '５５０', '٥٥٠', '5.5', 'abc'])(
    'allows no other text: %j',
    (text) => {
      expect(fitsGrammar(text)).toBe(false)
    },
  )

  test('takes nothing but three digits from any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!/^\d{3}$/.test(text))
        expect(fitsGrammar(text)).toBe(false)
      }),
    )
  })
})

describe('who has the message after a reply', () => {
  test('250 hands it over, but only after the final dot (RFC 5321 §4.2.5)', () => {
    expect(messageHolder(recordOf('250'))).toBe('server-after-final-dot')
  })

  test.each(['DATA_END', 'BDAT', 'BURL'] as const)(
    'any success that can end the message hands it over: %s',
    (command) => {
      const record = buildCode({ code: '250', commands: buildCommands('RCPT', command) })
      expect(messageHolder(record)).toBe('server-after-final-dot')
    },
  )

  test.each(['211', '220', '235', '251', '252', '354'])(
    'the client keeps it with %s, which never ends a message',
    (code) => {
      expect(messageHolder(recordOf(code))).toBe('client')
    },
  )

  test('the client keeps it with every 4yz and 5yz that answers more than queue commands', () => {
    const failures = realCatalog.codes.filter(
      ({ code, commands, neverOnWire }) =>
        /^[45]/.test(code) &&
        !neverOnWire &&
        (commands.length === 0 || commands.some(({ command }) => !/^[EA]TRN$/.test(command))),
    )
    expect(failures.length).toBeGreaterThan(40)
    expect(new Set(failures.map(messageHolder))).toEqual(new Set(['client']))
  })

  test.each(['253', '453', '458', '459'])(
    '%s answers only ETRN or ATRN: the mail waits at the server that queues it',
    (code) => {
      expect(messageHolder(recordOf(code))).toBe('queueing-server')
    },
  )

  test('251 also answers RCPT TO, so ETRN does not make it a reply about queued mail', () => {
    const { commands } = recordOf('251')
    expect(commands.map(({ command }) => command)).toContain('ETRN')
    expect(messageHolder(recordOf('251'))).toBe('client')
  })

  test.each(['101', '499', '605'])('nobody can say with %s, which no server sends', (code) => {
    expect(messageHolder(recordOf(code))).toBeNull()
  })

  test('nobody can say with a success whose commands are not known', () => {
    expect(messageHolder(recordOf('200'))).toBeNull()
    expect(messageHolder(recordOf('259'))).toBeNull()
  })

  test('the client keeps it with an undefined failure, by its first digit', () => {
    expect(messageHolder(recordOf('457'))).toBe('client')
    expect(messageHolder(recordOf('559'))).toBe('client')
  })
})
