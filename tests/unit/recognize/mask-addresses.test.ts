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
    [
      'http://a.example/to/bob@example.net http://localhost:8080/ smtp:mx.example.net:25',
      'http://<host>/<address> http://<host>:8080/ smtp:<host>:25',
    ],
    ['fe80::1%eth0, ::ffff:192.0.2.1, 2001:db8::1: refused', '<ip>, <ip>, <ip>: refused'],
    ['2001:db8::1|bob@example.net 2001:db8::/bob@example.net', '<ip><address> <ip><address>'],
    ['jörg@bücher.example 用户@例え.jp почта.рф', '<address> <address> <host>'],
    ['<b>mx.example.net</b> EHLO <mx.example.net>', '<b><host></b> EHLO <host>'],
    [
      'postfix/smtp[4412]: A1: to=<bob@example.net>, orig_to=<al@example.org>, relay=mx.example.net[2001:db8::25]:25, dsn=5.1.1',
      'postfix/smtp[4412]: A1: to=<address>, orig_to=<address>, relay=<host>[<ip>]:25, dsn=5.1.1',
    ],
    [
      '2024-03-01 12:00:00 H=(helo.example) [2001:db8::1]:51234 F=<al@example.org> rejected RCPT <bob@example.net>: S=2048',
      '2024-03-01 12:00:00 H=(<host>) [<ip>]:51234 F=<address> rejected RCPT <address>: S=2048',
    ],
    [
      'sendmail[123]: x21: ctladdr=al@example.org (1000/1000), xdelay=00:00:01, relay=mx.example.net. [192.0.2.1], dsn=5.1.1',
      'sendmail[123]: x21: ctladdr=<address> (1000/1000), xdelay=00:00:01, relay=<host>. [<ip>], dsn=5.1.1',
    ],
    [
      "'550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient bob@contoso.example not found' AM0PR04.prod.outlook.com",
      "'550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient <address> not found' <host>",
    ],
    [
      'Received: from a.example (a.example [IPv6:2001:db8::1a]) by b.example (Postfix) with ESMTPS id 4AB for <bob@b.example>; Fri, 1 Mar 2024 12:00:00 +0100',
      'Received: from <host> (<host> [IPv6:<ip>]) by <host> (Postfix) with ESMTPS id 4AB for <address>; Fri, 1 Mar 2024 12:00:00 +0100',
    ],
  ])('%s loses its addresses', (text, masked) => {
    expect(maskAddresses(text)).toBe(masked)
  })

  test.each([
    '550-5.7.26 421 4.7.0 (#5.1.1) dsn=5.1.1',
    '12:00:00 Net::SMTP nodemailer@6.9.1 RFC.5321 e.g. this',
    'javax.mail.SendFailedException RESOLVER.ADR.RecipNotFound index.js mail.log',
    '552 5.3.4 size 10.5MB exceeds 35882577; OpenSSL 3.0.2, TLSv1.3, v1.2.3.4-rc1',
    '01.03.2024 12:00:00.123 2024-03-01T12:00:00Z +0100 [::]:25 aa:bb:cc:dd:ee:ff Foo::Ba',
    'Mar  1 12:00:00 postfix/smtp[4412]: A1: delay=1.2, delays=0.1/0/0.5/0.6',
  ])('%s keeps what is none', (text) => {
    expect(maskAddresses(text)).toBe(text)
  })

  test('keeps a link to the explanation of a known reply, and only that', () => {
    const help = 'https://support.proofpoint.com/dnsbl-lookup'
    expect(maskAddresses(help, KNOWN)).toBe(help)
    expect(maskAddresses(help)).toBe('https://<host>/dnsbl-lookup')
    expect(maskAddresses(`${help}?ip=192.0.2.1`, KNOWN)).toBe(`${help}?ip=<ip>`)
    expect(maskAddresses(`https://bob@support.proofpoint.com/`, KNOWN)).toBe('https://<address>/')
    expect(maskAddresses('http://support.proofpoint.com/', KNOWN)).toBe('http://<host>/')
  })

  test("keeps the link of Gmail's reply while the server's own names go", () => {
    const phrase = 'https://support.google.com/mail/answer/81126'
    const known = {
      replies: [
        { id: 'sender-unauthenticated', provider: 'gmail', reply: '550', enhanced: '5.7.26', phrase },
      ],
    }
    expect(
      maskAddresses(
        `550-5.7.26 SPF [example.net] with ip: [192.0.2.1] = did not pass\n550 5.7.26  ${phrase}#authentication a64-a4f.123 - gsmtp`,
        known,
      ),
    ).toBe(
      `550-5.7.26 SPF [<host>] with ip: [<ip>] = did not pass\n550 5.7.26  ${phrase}#authentication a64-a4f.123 - gsmtp`,
    )
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

/** What addresses are made of and what is joined to them, marks among it, in no order at all. */
const scraps = fc
  .array(
    fc.oneof(
      gap,
      address,
      domain,
      ipv4,
      fc.ipV6(),
      fc.webUrl(),
      fc.stringMatching(/^[@.:_/%=?#'"<>[\]()0afzé-]$/),
      fc.constantFrom('::', '://', '<address>', '<host>', '<ip>', 'host>'),
      fc.constantFrom('https://', 'https://support.proofpoint.com', '"a b"@', 'to=', 'IPv6:', '5.7.1', '1.2'),
    ),
    { maxLength: 14, size: 'max' },
  )
  .map((parts) => parts.join(''))

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
      fc.property(fc.oneof(anyText, scraps), (text) => {
        const masked = maskAddresses(text, KNOWN)
        expect(maskAddresses(masked, KNOWN)).toBe(masked)
      }),
      { numRuns: 5000 },
    )
  })

  test.each([
    'a::Ba.example.net',
    '::0:0a.example',
    'mx.example.net::0.0.0.0%0::1',
    'a0@a.example+b@b.example0.0.0.0',
    'x.https://support.proofpoint.com/',
    'http://https://support.proofpoint.com/',
    'mx.example_192.0.2.1',
    '<<<bob@example.net>>>',
  ])('of %s is done at once, though one mark stands beside what another may be', (text) => {
    const masked = maskAddresses(text, KNOWN)
    expect(masked).not.toBe(text)
    expect(maskAddresses(masked, KNOWN)).toBe(masked)
  })

  test.each('a @ a@ . a. a/ : a: a:: f:f: \' "a"@ [ < // http:// :// 1. a@b a@b.c'.split(' '))(
    'of a long text of %j takes no noticeable time',
    (unit) => {
      const long = `a${unit.repeat(Math.ceil(100_000 / unit.length))}`
      expect(maskAddresses(maskAddresses(long))).toBe(maskAddresses(long))
    },
  )
})
