// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Part, Recognition } from '#src/recognize/recognition.ts'
import { recognizeReplies } from '#src/recognize/recognize-replies.ts'
import { anyText } from '#tests/setup/any-text.ts'
import { codesOf, KNOWN, NOBODY } from './shorten.ts'

/** What texts about mail are made of, in no order at all. */
const scrap = fc.constantFrom(
  '550',
  '5.7.1',
  '550-5.1.1 ',
  '250 ',
  '-',
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\t',
  '> ',
  '<<< ',
  'S: ',
  'C: ',
  ':',
  '; ',
  ',',
  '=',
  '"',
  "'",
  '`',
  '(',
  ')',
  '<',
  '>',
  '[',
  ']',
  '{',
  '}',
  '\\',
  '\\n',
  '#',
  '|',
  '_',
  '.',
  '@',
  '%',
  '$',
  '/',
  '😀',
  '\ud800',
  '\u0000',
  'said: ',
  'smtp; ',
  'stat=',
  'dsn=',
  'Status: ',
  'Diagnostic-Code: ',
  'Final-Recipient: rfc822; ',
  'error ',
  'response: ',
  'bob@example.net',
  'mx.example.net',
  '[192.0.2.1]',
  'User unknown',
  'mailbox full',
  'relay denied',
  '(in reply to RCPT TO command)',
  'EHLO me',
  'MAIL FROM:<a@b.example>',
  'RCPT TO:<bob@example.net>',
  'DATA',
  'QUIT',
  'AUTH LOGIN',
  'USER bob',
  'Mar  1 12:00:00 ',
  'postfix/smtp[9]: ',
  'smtplib.SMTPDataError: (',
  "b'",
  '"code":',
  '"reason":',
  '"email":',
  'SMTP error from remote mail server after ',
)
const scraps = fc.array(scrap, { maxLength: 60 }).map((parts) => parts.join(''))
const anyPaste = fc.oneof(anyText, scraps, scraps)

/** What is wrong with the places that recognitions name, or nothing. */
function complaintsAbout(text: string, found: readonly Recognition[]): string[] {
  const complaints: string[] = []
  let reached = 0
  for (const { start, end, reply, enhanced, recipient, words } of found) {
    if (start < reached) complaints.push('two replies overlap, or stand in the wrong order')
    if (start >= end || end > text.length) complaints.push('a reply lies outside of the text')
    reached = end
    for (const part of [reply, enhanced, recipient] satisfies (Part | null)[])
      if (part && text.slice(part.start, part.end) !== part.value)
        complaints.push('a part is not what stands there')
    for (const code of [reply, enhanced])
      if (code && (code.start < start || code.end > end)) complaints.push('a code lies outside of its reply')
    if (!reply && !enhanced) complaints.push('a reply has no code')
    if (reply && !/^[2-5][0-5]\d$/.test(reply.value)) complaints.push('a reply code breaks the grammar')
    if (enhanced && !/^[245]\.\d{1,3}\.\d{1,3}$/.test(enhanced.value))
      complaints.push('an enhanced code breaks the grammar')
    if (words !== words.trim() || /[\n\r]| {2}/.test(words)) complaints.push('the words are not folded')
  }
  return complaints
}

describe('any text', () => {
  test('is read without failing, and what is found stands where it is said to stand', () => {
    fc.assert(
      fc.property(anyPaste, (text) => {
        expect(complaintsAbout(text, recognizeReplies(text, KNOWN))).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })

  test('is read the same way twice', () => {
    fc.assert(
      fc.property(scraps, (text) => {
        expect(recognizeReplies(text, KNOWN)).toEqual(recognizeReplies(text, { replies: [...KNOWN.replies] }))
      }),
    )
  })
})

const code = fc.constantFrom(
  '250',
  '354',
  '421',
  '450',
  '451',
  '452',
  '503',
  '535',
  '550',
  '552',
  '553',
  '554',
)
const tail = fc.tuple(fc.nat(9), fc.nat(30)).map(([subject, detail]) => `${subject}.${detail}`)
const words = fc.constantFrom(
  'User unknown',
  '<bob@example.net>: Recipient address rejected: User unknown in table',
  '<bob@example.net>... Relaying denied',
  'Requested action not taken: mailbox unavailable',
  "Bob's mailbox is full (quota 100%)",
  'mx.example.net ESMTP ready',
  'Ok: queued as 4F2A5',
  'Service unavailable; client [192.0.2.9] blocked using zen.example.org',
  'Nachricht abgelehnt, Postfach voll',
  'sorry, that domain is not served here',
)
const reply = fc
  .record({ code, tail: fc.option(tail), words })
  .map(({ code: digits, tail: rest, words: said }) => ({
    digits,
    enhanced: rest === null || digits.startsWith('3') ? null : `${digits.charAt(0)}.${rest}`,
    said,
  }))
const surroundings = fc.constantFrom<[before: string, after: string]>(
  ['', ''],
  ['<<< ', ''],
  ['S: ', ''],
  ['> ', ''],
  ['Diagnostic-Code: smtp; ', ''],
  [
    'Mar  1 12:00:00 mx postfix/smtp[9]: A1: to=<bob@example.net>, status=bounced (host x[192.0.2.1] said: ',
    ' (in reply to RCPT TO command))',
  ],
  ['2021-03-01 12:00:00 H=mx [192.0.2.1]: SMTP error from remote mail server after end of data: ', ''],
  ["Remote Server returned '", "'"],
  ['com.sun.mail.smtp.SMTPSendFailedException: ', ''],
  ['{"email":"bob@example.net","reason":"', '"}'],
)

describe('a reply', () => {
  test('is found in whatever surrounds it, with its codes and its words', () => {
    fc.assert(
      fc.property(reply, surroundings, ({ digits, enhanced, said }, [before, after]) => {
        const text = `${before}${[digits, enhanced, said].filter((part) => part !== null).join(' ')}${after}`
        const found = recognizeReplies(text, NOBODY)
        expect(found.map(codesOf)).toEqual([[digits, enhanced].filter((part) => part !== null).join(' ')])
        expect(found[0]?.words).toBe(said)
      }),
    )
  })

  test('written out again is found again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          scraps,
          fc
            .tuple(reply, surroundings)
            .map(
              ([{ digits, enhanced, said }, [before, after]]) =>
                `${before}${digits} ${enhanced ?? ''} ${said}${after}`,
            ),
        ),
        (text) => {
          for (const found of recognizeReplies(text, NOBODY)) {
            if (!found.reply) continue
            const again = recognizeReplies(`${codesOf(found)} ${found.words}`.trim(), NOBODY)
            expect(again.map(codesOf)[0]).toBe(codesOf(found))
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('a text twice as long', () => {
  const line =
    'Mar  1 12:00:00 mx postfix/smtp[9]: 4F2A5: to=<bob@example.net>, dsn=5.1.1, status=bounced (host x[192.0.2.1] said: 550 5.1.1 no)\n'
  test.each([
    ['log lines', line, 1],
    ['events', '{"email":"bob@example.net","reason":"550 5.1.1 unknown"}\n', 1],
    ['lines of a session', 'RSET\n250 2.0.0 Ok\n', 1],
    ['notifications', 'Final-Recipient: rfc822; bob@example.net\nStatus: 5.1.1\n\n', 1],
    ['prose', 'The quick brown fox reads its mail at noon, 250 times a day. ', 0],
    ['open brackets', '(', 0],
    ['quotes', '"\\', 0],
    ['signs of addresses', 'a@', 0],
    ['blanks', ' \t', 0],
    ['lines', '\r\n', 0],
    ['digits', '5501', 0],
    ['codes on one line', 'x 550 ', 0],
  ])('of %s has twice as many replies, and takes no noticeable time', (_, unit, each) => {
    const times = Math.ceil(200_000 / unit.length)
    expect(recognizeReplies(unit.repeat(times), KNOWN)).toHaveLength(times * each)
    expect(recognizeReplies(unit.repeat(2 * times), KNOWN)).toHaveLength(2 * times * each)
  })
})
