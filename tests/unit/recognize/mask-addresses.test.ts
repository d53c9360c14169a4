// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskAddresses } from '#src/recognize/mask-addresses.ts'
import { anyText } from '#tests/setup/any-text.ts'
import { KNOWN } from './shorten.ts'

describe('a text for sharing', () => {
  test.each([
    ['to=<bob@example.net>, from=al@example.org', 'to=<address>, from=<address>'],
    ["{'bob@example.net': (550, b'5.1.1 no')}", "{'<address>': (550, b'5.1.1 no')}"],
    ['bounce+bob=example.net@list.example.org', '<address>'],
    [
      `o'brien@example.net "bob smith"@example.net bob@[192.0.2.1] bob@localhost`,
      '<address> <address> <address> <address>',
    ],
    ['host mx.example.net[192.0.2.1]:25 said: 550 5.1.1 no', 'host <host>[<ip>]:25 said: 550 5.1.1 no'],
    ['from a.example (a.example [192.0.2.9]).', 'from <host> (<host> [<ip>]).'],
    [
      'mx.example.net. bücher.example EXAMPLE.COM Example.Com xn--bcher-kva.example',
      '<host>. <host> <host> <host> <host>',
    ],
    ['2001:db8::1 [2001:db8::1a]:25 IPv6:2001:db8:1:2:3:4:5:6', '<ip> [<ip>]:25 IPv6:<ip>'],
    ['192.0.2.1_does_not_like_recipient', '<ip>_does_not_like_recipient'],
    [
      'http://www.example.net/a?ip=192.0.2.1 https://bob:x@www.example.net/',
      'http://<host>/a?ip=<ip> https://<address>/',
    ],
  ])('%s loses its addresses', (text, masked) => {
    expect(maskAddresses(text)).toBe(masked)
  })

  test.each([
    '550-5.7.26 421 4.7.0 (#5.1.1) dsn=5.1.1',
    '12:00:00 Net::SMTP nodemailer@6.9.1 RFC.5321 e.g. this',
    'javax.mail.SendFailedException RESOLVER.ADR.RecipNotFound index.js mail.log',
    'Mar  1 12:00:00 postfix/smtp[4412]: A1: delay=1.2, delays=0.1/0/0.5/0.6',
  ])('%s keeps what is none', (text) => {
    expect(maskAddresses(text)).toBe(text)
  })

  test('keeps a link to the explanation of a known reply, and only that', () => {
    const help = 'https://support.proofpoint.com/dnsbl-lookup'
    expect(maskAddresses(help, KNOWN)).toBe(help)
    expect(maskAddresses(help)).toBe('https://<host>/dnsbl-lookup')
    expect(maskAddresses(`${help}?ip=192.0.2.1`, KNOWN)).toBe('https://<host>/dnsbl-lookup?ip=<ip>')
    expect(maskAddresses('http://support.proofpoint.com/', KNOWN)).toBe('http://<host>/')
  })
})

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/)
const domain = fc
  .tuple(label, fc.constantFrom('example.net', 'example.org', 'mail.example'))
  .map((parts) => parts.join('.'))
const address = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9.+_-]{0,12}[a-z0-9]$/), domain)
  .map((parts) => parts.join('@'))
const ipv4 = fc.ipV4()
const ipv6 = fc.ipV6().filter((text) => text.split(':').length > 3 && /[1-9a-f]/.test(text))
const gap = fc.constantFrom(
  ' ',
  '\n',
  ' <',
  '> ',
  ' (',
  ') ',
  ' [',
  '] ',
  ', ',
  ' "',
  '" ',
  ": '",
  "' ",
  '; ',
  ' to=<',
  '>, ',
)

describe('masking', () => {
  test('leaves no address, no host and no number of a host behind', () => {
    const secrets = fc.array(fc.tuple(gap, fc.oneof(address, domain, ipv4, ipv6)), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(secrets, (pieces) => {
        const masked = maskAddresses(pieces.flat().join('') + ' ')
        for (const [, secret] of pieces) expect(masked).not.toContain(secret)
        expect(masked).not.toMatch(/@|example|\d\.\d/)
      }),
      { numRuns: 1000 },
    )
  })

  test('of any text never fails, and of a masked text changes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc
            .array(fc.oneof(gap, address, domain, ipv4, fc.constantFrom('@', '.', ':', '://', '"')))
            .map((parts) => parts.join('')),
        ),
        (text) => {
          const masked = maskAddresses(text, KNOWN)
          expect(maskAddresses(masked, KNOWN)).toBe(masked)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test.each(['a', '@', 'a@', '.', 'a.', ':', 'a:', "'", '"a"@', '[', 'http://', '1.', 'a@b.c '])(
    'of a long text of %j takes no noticeable time',
    (unit) => {
      const long = unit.repeat(Math.ceil(100_000 / unit.length))
      expect(maskAddresses(maskAddresses(long))).toBe(maskAddresses(long))
    },
  )
})
