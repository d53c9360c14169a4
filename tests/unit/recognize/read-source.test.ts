// @vitest-environment node
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBytes, readPasted, type Source } from '#src/recognize/read-source.ts'
import { recognizeReplies } from '#src/recognize/recognize-replies.ts'
import { anyText } from '#tests/setup/any-text.ts'
import { base64, encode, entity, multipart, quotedPrintable } from './write-mail.ts'

function textOf(source: Source): string {
  if (!('text' in source)) throw new Error(`Expected a text, found: ${source.kind}`)
  return source.text
}

function codesIn(text: string): string[] {
  return recognizeReplies(text, { replies: [] }).map(({ reply, enhanced }) =>
    [reply, enhanced].flatMap((part) => (part ? [part.value] : [])).join(' '),
  )
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const joined = (...pieces: (Uint8Array | string)[]) =>
  Uint8Array.from(Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? bytesOf(piece) : piece))))

const STATUS = [
  'Reporting-MTA: dns; mail.example.org',
  'Arrival-Date: Mon, 2 Mar 2026 10:00:00 +0000',
  '',
  'Final-Recipient: rfc822; bob@example.com',
  'Action: failed',
  'Status: 5.1.1',
  'Remote-MTA: dns; mx.example.com',
  'Diagnostic-Code: smtp; 550 5.1.1 <bob@example.com>: Recipient address rejected:',
  '    User unknown in virtual mailbox table',
].join('\r\n')
const RETURNED = entity(
  [
    'From: alice@example.org',
    'To: bob@example.com',
    'Subject: =?UTF-8?B?UmVjaG51bmcgZsO8ciBNw6Ryeg==?=',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ],
  base64('The secret of the original: 421 4.3.2 is the answer.\n'),
)
const part = (type: string, encoding: string, body: string) =>
  entity([`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`], body)
const statusPart = (encoding = '7bit', body = STATUS) => part('message/delivery-status', encoding, body)
const returnedPart = entity(['Content-Type: message/rfc822'], RETURNED)

const POSTFIX_WORDS = `This is the mail system at host mail.example.org.

I'm sorry to have to inform you that your message could not be delivered – «für» Jürgen.

<bob@example.com>: host mx.example.com[192.0.2.25] said: 550 5.1.1
    <bob@example.com>: Recipient address rejected: User unknown in virtual
    mailbox table (in reply to RCPT TO command)
`
const POSTFIX = multipart(
  'report; report-type=delivery-status',
  [
    'From: MAILER-DAEMON@mail.example.org (Mail Delivery System)',
    'To: alice@example.org',
    'Subject: =?utf-8?Q?Undelivered_Mail_=E2=80=93_Returned?=',
    ' =?utf-8?Q?_to_Sender?=',
  ],
  [part('text/plain; charset=utf-8', 'base64', base64(POSTFIX_WORDS)), statusPart(), returnedPart],
)

const EXCHANGE_STATUS = [
  'Reporting-MTA: dns;EX01.example.net',
  '',
  'Final-Recipient: rfc822;carol@example.com',
  'Action: failed',
  'Status: 5.1.10',
  'Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
].join('\r\n')
const EXCHANGE = multipart(
  'report; report-type=delivery-status',
  ['From: postmaster@example.net', 'To: alice@example.org', 'Subject: Undeliverable: Hello'],
  [
    part(
      'text/html; charset="utf-8"',
      'quoted-printable',
      quotedPrintable(`<html><head><style>p { color: red } /* 450 4.2.1 */</style></head>
<body><p>Your message to <b>carol@example.com</b>&nbsp;couldn't be delivered.</p>
<table><tr><td>Status</td><td>Error</td></tr></table>
<p>Diagnostic information for administrators:</p><p>Generating server: EX01.example.net</p>
<p>carol@example.com<br>Remote Server returned &#39;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup&#x27;</p>
</body></html>`),
    ),
    statusPart('base64', base64(EXCHANGE_STATUS)),
    returnedPart,
  ],
)

const single = (charset: string, encoding: string, body: string) =>
  entity(
    [
      'From: MAILER-DAEMON@example.org',
      'Subject: Mail delivery failed',
      'MIME-Version: 1.0',
      `Content-Type: text/plain; charset=${charset}`,
      `Content-Transfer-Encoding: ${encoding}`,
    ],
    body,
  )
const GERMAN_WORDS = `Ihre Nachricht konnte nicht zugestellt werden: das Postfach des Empfängers ist voll.

<bob@example.com>: host mx.example.com[192.0.2.25] said: 552 5.2.2 Postfach überfüllt, später
`
const GERMAN = single('ISO-8859-1', 'quoted-printable', quotedPrintable(GERMAN_WORDS, 'iso-8859-1'))
const JAPANESE_WORDS = `メールを配信できませんでした。

<bob@example.com>: host mx.example.com[192.0.2.25] said: 550 5.7.1 受信拒否
`
const RUSSIAN_WORDS = `Письмо не доставлено.

<bob@example.com>: host mx.example.com[192.0.2.25] said: 554 5.7.1 Сообщение отклонено как спам
`
const BOUNCES = { POSTFIX, EXCHANGE, GERMAN }

describe('a whole bounce tells its reply', () => {
  test('Postfix, its human part in base64', async () => {
    const text = textOf(await readPasted(POSTFIX))
    expect(codesIn(text)).toEqual(['550 5.1.1'])
    expect(recognizeReplies(text, { replies: [] })[0]).toMatchObject({
      software: 'postfix',
      recipient: { value: 'bob@example.com' },
    })
    expect(text).toContain('Subject: Undelivered Mail – Returned to Sender')
    expect(text).toContain('«für» Jürgen')
  })

  test('Exchange, as HTML in quoted-printable, its machine part in base64', async () => {
    const text = textOf(await readBytes(bytesOf(EXCHANGE)))
    expect(codesIn(text)).toEqual(['550 5.1.10'])
    expect(recognizeReplies(text, { replies: [] })[0]).toMatchObject({ software: 'exchange' })
    expect(text).toContain("Your message to carol@example.com couldn't be delivered.\n")
    expect(text).toContain('Status Error')
    expect(text).not.toMatch(/color: red|<p>|&/)
  })

  test('German words in quoted-printable and ISO-8859-1', async () => {
    const text = textOf(await readPasted(GERMAN))
    expect(codesIn(text)).toEqual(['552 5.2.2'])
    expect(text).toContain('Postfach überfüllt')
  })

  test.each(['7bit', 'base64'])('Japanese words in ISO-2022-JP, %s', async (encoding) => {
    const body = encode(JAPANESE_WORDS, 'iso-2022-jp')
    const mail = single(
      'ISO-2022-JP',
      encoding,
      encoding === '7bit' ? Buffer.from(body).toString('latin1') : base64(JAPANESE_WORDS, 'iso-2022-jp'),
    )
    for (const source of [await readBytes(bytesOf(mail)), await readPasted(mail)]) {
      expect(codesIn(textOf(source))).toEqual(['550 5.7.1'])
      expect(textOf(source)).toContain('受信拒否')
    }
  })

  test('Russian words as bare bytes of windows-1251', async () => {
    const mail = joined(single('windows-1251', '8bit', ''), encode(RUSSIAN_WORDS, 'windows-1251'))
    const text = textOf(await readBytes(mail))
    expect(codesIn(text)).toEqual(['554 5.7.1'])
    expect(text).toContain('Сообщение отклонено как спам')
  })

  test('passed on as an attachment of another message', async () => {
    const mail = multipart(
      'mixed',
      ['From: alice@example.org', 'Subject: Fwd: what is this?'],
      [
        part('text/plain; charset=utf-8', 'base64', base64('Bitte prüfen.\n')),
        entity(['Content-Type: message/rfc822', 'Content-Disposition: attachment'], POSTFIX),
      ],
    )
    const text = textOf(await readBytes(bytesOf(mail)))
    expect(codesIn(text)).toEqual(['550 5.1.1'])
    expect(text).toContain('Bitte prüfen.')
    expect(text).toContain('«für» Jürgen')
    expect(text).not.toContain('secret of the original')
  })

  test('several in an mbox, each with its own', async () => {
    const from = 'From MAILER-DAEMON Mon Mar  2 10:00:00 2026\n'
    const mbox = [POSTFIX, GERMAN, POSTFIX.replaceAll('5.1.1', '5.1.2')]
      .map((mail) => from + mail.replaceAll('\r\n', '\n'))
      .join('\n')
    const source = await readBytes(bytesOf(mbox))
    expect(source).toMatchObject({ isDecoded: true })
    expect(codesIn(textOf(source))).toEqual(['550 5.1.1', '552 5.2.2', '550 5.1.2'])
  })
})

describe('what is read of a message', () => {
  test('the returned message shows its header, decoded, and keeps its contents to itself', async () => {
    const text = textOf(await readPasted(POSTFIX))
    expect(text).toContain('Subject: Rechnung für März')
    expect(text).not.toContain('secret of the original')
    expect(text).not.toContain(base64('The secret of the original'.slice(0, 24)))
  })

  test('only the header that the server returned', async () => {
    const headers = 'From: alice@example.org\r\nSubject: =?iso-8859-1?Q?Gr=FC=DFe?=\r\n'
    const mail = multipart(
      'report; report-type=delivery-status',
      ['Subject: failed'],
      [
        part('text/plain', 'base64', base64('failed')),
        statusPart(),
        part('text/rfc822-headers', '7bit', headers),
      ],
    )
    expect(textOf(await readPasted(mail))).toMatch(/\n\nFrom: alice@example\.org\nSubject: Grüße$/)
  })

  test('plain words, and not the same again as HTML', async () => {
    const mail = multipart(
      'alternative',
      ['Subject: failed'],
      [
        part('text/plain; charset=utf-8', 'quoted-printable', quotedPrintable('550 5.1.1 größe')),
        part(
          'text/html; charset=utf-8',
          'quoted-printable',
          quotedPrintable('<p>550 5.1.1 <i>größe</i></p>'),
        ),
      ],
    )
    expect(textOf(await readPasted(mail)).split('größe')).toHaveLength(2)
  })

  test('an attached log, but no picture', async () => {
    const log =
      'Mar  2 10:00:00 mail postfix/smtp[9]: 3F: to=<bob@example.com>, status=bounced (host x said: 550 5.7.1 No)\n'
    const mail = multipart(
      'mixed',
      ['Subject: log'],
      [
        part('text/plain; name="mail.log"\r\nContent-Disposition: attachment', 'base64', base64(log)),
        part('image/png', 'base64', base64('\u0089PNG 421 4.3.2 nothing to read')),
      ],
    )
    const text = textOf(await readPasted(mail))
    expect(codesIn(text)).toEqual(['550 5.7.1'])
    expect(text).not.toContain('PNG')
  })

  test('a pasted text keeps its characters, whatever charset its parts claim', async () => {
    const mail = multipart(
      'mixed',
      ['Subject: failed'],
      [
        part('text/plain; charset=iso-8859-1', '8bit', 'Größe – 表 😀'),
        part('text/plain; charset=utf-8', 'base64', base64('Straße')),
      ],
    )
    for (const source of [await readPasted(mail), await readBytes(bytesOf(mail))]) {
      expect(textOf(source)).toContain('Größe – 表 😀')
      expect(textOf(source)).toContain('Straße')
    }
  })

  test.each(Object.entries(BOUNCES))('%s, read a second time, stays what it was', async (_, mail) => {
    const text = textOf(await readPasted(mail))
    expect(textOf(await readPasted(text))).toBe(text)
    expect(textOf(await readBytes(bytesOf(text)))).toBe(text)
  })

  test('a message with nothing encoded stays letter for letter', async () => {
    const mail = multipart(
      'report; report-type=delivery-status',
      ['Subject: =?utf-8?Q?failed?='],
      [part('text/plain; charset=us-ascii', '7bit', '550 5.1.1 no such user'), statusPart()],
    )
    expect(await readPasted(mail)).toEqual({ kind: 'read', text: mail, isDecoded: false })
    expect(await readBytes(bytesOf(mail))).toEqual({ kind: 'read', text: mail, isDecoded: false })
  })

  test('a cut off message is read as far as it goes', async () => {
    const text = textOf(await readPasted(POSTFIX.slice(0, POSTFIX.indexOf('Final-Recipient'))))
    expect(codesIn(text)).toEqual(['550 5.1.1'])
  })

  test.each([
    ['nested beyond reason', nested(400)],
    [
      'with a header beyond reason',
      single('utf-8', `base64\r\nX-Long: ${'x'.repeat(3_000_000)}`, base64('550 no')),
    ],
    [
      'of too many parts',
      multipart(
        'mixed',
        ['Subject: x'],
        Array.from({ length: 9000 }, () => part('text/plain', 'base64', 'QQ==')),
      ),
    ],
    ['with nothing to read', single('utf-8', 'base64', '')],
  ])('a message %s stays the text it is', async (_, mail) => {
    expect(await readPasted(mail)).toEqual({ kind: 'read', text: mail, isDecoded: false })
  })
})

function nested(depth: number): string {
  const opening = Array.from({ length: depth }, (_, level) =>
    entity([...(level ? [`--b${level - 1}`] : []), `Content-Type: multipart/mixed; boundary=b${level}`], ''),
  )
  return `${opening.join('')}--b${depth - 1}\r\n${part('text/plain', 'base64', base64('550 5.1.1 no'))}`
}

describe('HTML becomes what a person would read', () => {
  const html = async (body: string) =>
    textOf(await readPasted(single('utf-8', 'base64', base64(body)).replace('text/plain', 'text/html')))
      .split('\n\n')
      .slice(1)
      .join('\n\n')

  test.each([
    [
      'lines where blocks end',
      '<div>one<p>two</p><h2>three</h2>four<br>five<ul><li>six</ul></div>',
      'one\ntwo\nthree\nfour\nfive\nsix',
    ],
    [
      'cells apart',
      '<table><tr><td>550</td><td>5.1.1</td></tr><tr><td>no</td></tr></table>',
      '550 5.1.1\nno',
    ],
    [
      'its entities as characters',
      '&lt;bob&#64;example.com&gt;&nbsp;&amp;amp; &quot;&apos;&#x2013;&#160;&#9999999;&#xd800;',
      '<bob@example.com> &amp; "\'– \ufffd\ufffd',
    ],
    [
      'no script, style, head or comment',
      '<head><title>t</title></head><body><script>1<2</script><STYLE>s</STYLE><!-- <p>c</p> -->550 no</body>',
      '550 no',
    ],
    [
      'its own lines in preformatted text only',
      '<p>550\n  no</p><pre>550-a\n  550 b</pre>',
      '550 no\n550-a\n  550 b',
    ],
    ['signs that are no tags', '<p>5 < 6, <_> and a<', '5 < 6, <_> and a<'],
  ])('%s', async (_, body, expected) => {
    expect(await html(body)).toBe(expected)
  })
})

describe('a file', () => {
  const LOG =
    '2026-03-02T10:00:00.000Z,EX01\\Outbound,08DE7,12,192.0.2.1:25,<,550 5.7.1 Unable to relay: Größe,\r\n'

  test.each([
    ['UTF-16LE with its mark', joined(Uint8Array.of(0xff, 0xfe), encode(LOG, 'utf-16le'))],
    ['UTF-16BE with its mark', joined(Uint8Array.of(0xfe, 0xff), encode(LOG, 'utf-16be'))],
    ['UTF-16LE without a mark', encode(LOG, 'utf-16le')],
    ['UTF-16BE without a mark', encode(LOG, 'utf-16be')],
    ['UTF-8 with its mark', joined(Uint8Array.of(0xef, 0xbb, 0xbf), LOG)],
    ['UTF-8', bytesOf(LOG)],
    ['windows-1252', encode(LOG, 'windows-1252')],
  ])('a log in %s is its text', async (_, bytes) => {
    expect(await readBytes(bytes)).toEqual({ kind: 'read', text: LOG, isDecoded: false })
    expect(codesIn(LOG)).toEqual(['550 5.7.1'])
  })

  test('a UTF-16 log cut in the middle of a character is still read', async () => {
    const whole = joined(Uint8Array.of(0xff, 0xfe), encode(LOG, 'utf-16le'))
    expect(codesIn(textOf(await readBytes(whole.subarray(0, whole.length - 3))))).toEqual(['550 5.7.1'])
  })

  test('a log with the colours of a terminal is text', async () => {
    const log = '\u001b[31m550 5.7.1 Unable to relay\u001b[0m\f\n'
    expect(await readBytes(bytesOf(log))).toEqual({ kind: 'read', text: log, isDecoded: false })
  })

  const noise = Uint8Array.from(
    { length: 5000 },
    (_, index) => (index * index * 31 + (index >> 3) * 17) % 256,
  )
  test.each([
    [
      'an Outlook message',
      'outlook',
      joined(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), noise),
    ],
    ['a ZIP', 'archive', joined('PK\u0003\u0004', noise)],
    ['a gzip of a log', 'archive', Uint8Array.from(gzipSync(LOG))],
    ['a bzip2', 'archive', joined('BZh91AY&SY', noise)],
    ['an xz', 'archive', joined(Uint8Array.of(0xfd), '7zXZ\u0000', noise)],
    ['a zstd', 'archive', joined(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd), noise)],
    ['a 7z', 'archive', joined('7z', Uint8Array.of(0xbc, 0xaf, 0x27, 0x1c), noise)],
    ['a PDF', 'binary', bytesOf('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n')],
    ['a picture', 'binary', joined(Uint8Array.of(0x89), 'PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR')],
    ['a program', 'binary', joined('\u007fELF\u0002\u0001\u0001\u0000', noise)],
    ['noise', 'binary', noise],
    ['nothing', 'empty', new Uint8Array()],
    ['blanks', 'empty', bytesOf(' \r\n\t\u00a0\n')],
    ['a mark and nothing else', 'empty', Uint8Array.of(0xff, 0xfe)],
  ])('%s is called %s', async (_, kind, bytes) => {
    expect(await readBytes(bytes)).toEqual({ kind })
  })

  test('a pasted text of blanks is empty', async () => {
    expect(await readPasted(' \n\u00a0\t')).toEqual({ kind: 'empty' })
  })
})

describe('laws', () => {
  const scrap = fc.constantFrom(
    'Content-Type: multipart/mixed; boundary=b\r\n',
    'Content-Type: message/rfc822\r\n',
    'Content-Type: message/delivery-status\r\n',
    'Content-Type: text/html; charset=',
    'Content-Type: text/plain; charset="iso-2022-jp"\r\n',
    'Content-Transfer-Encoding: base64\r\n',
    'Content-Transfer-Encoding: quoted-printable\r\n',
    'Subject: =?utf-8?B?',
    'From a\n',
    'QUJD\r\n',
    '=C3=BC=\r\n',
    '--b\r\n',
    '--b--\r\n',
    '\r\n',
    '\n',
    '<p>',
    '<!--',
    '&#x',
    '?=',
    '\u001b$B',
    'ü',
    '\ud800',
    '\u0000',
  )
  const scraps = fc.array(fc.oneof(scrap, anyText), { maxLength: 40 }).map((pieces) => pieces.join(''))
  // Scraps alone hardly ever begin with a header, and are then not looked into.
  const opening = fc.constantFrom(
    '',
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Transfer-Encoding: base64\r\n',
    'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n',
  )
  const anyMail = fc.tuple(opening, scraps).map((pieces) => pieces.join(''))

  test('any bytes and any text are read or named, and nothing fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), anyMail, async (bytes, mail) => {
        for (const source of [
          await readBytes(bytes),
          await readBytes(joined(mail, bytes)),
          await readBytes(joined(bytes, encode(mail, 'utf-16le'))),
        ])
          expect(['read', 'empty', 'binary', 'outlook', 'archive']).toContain(source.kind)
        expect(['read', 'empty']).toContain((await readPasted(mail)).kind)
      }),
      { numRuns: 300 },
    )
  })

  test('a text without a header comes back unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(anyMail, async (mail) => {
        const text = `Hello, what is this?\n${mail}`
        expect(await readPasted(text)).toEqual({ kind: 'read', text, isDecoded: false })
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (words) => {
        const text = `Hello\n${words}`
        expect(await readBytes(bytesOf(text))).toEqual({ kind: 'read', text, isDecoded: false })
      }),
    )
  })

  test('however a message is encoded, it has the codes of the same message in plain text', async () => {
    const alphabets = {
      'utf-8': 'größe表Письмо😀',
      'iso-8859-1': 'äöüßéñ',
      'iso-8859-2': 'łąęśčř',
      'windows-1251': 'Письмодставлен',
      'koi8-r': 'Письмодставлен',
      'windows-1252': 'äöüßéñ',
      'iso-2022-jp': 'メール受信拒否',
    }
    const charsets = Object.keys(alphabets) as (keyof typeof alphabets)[]
    const spoken = fc.constantFrom(...charsets).chain((charset) =>
      fc.record({
        charset: fc.constant(charset),
        words: fc.string({ unit: fc.constantFrom(...Array.from(`${alphabets[charset]} `)), maxLength: 60 }),
      }),
    )
    const reply = fc.constantFrom('550 5.1.1', '421 4.7.0', '552 5.2.2', '554 5.7.26')
    const writer = fc.constantFrom(
      { name: 'base64', write: base64 },
      { name: 'quoted-printable', write: quotedPrintable },
    )
    await fc.assert(
      fc.asyncProperty(spoken, reply, writer, async ({ charset, words }, codes, { name, write }) => {
        const body = `${words}\n\n<bob@example.com>: host mx.example.com[192.0.2.25] said: ${codes} ${words}\n`
        const plain = single('utf-8', '8bit', body)
        const mail = single(charset, name, write(body, charset))
        const read = textOf(await readPasted(mail))
        expect(read).toContain(words.trim())
        expect(codesIn(read)).toEqual(codesIn(plain))
        expect(codesIn(read)).toEqual([codes])
        expect(textOf(await readBytes(bytesOf(mail)))).toBe(read)
      }),
    )
  })

  test.each([
    ['openings', '<'],
    ['half tags', '<a '],
    ['half comments', '<!--'],
    ['scripts without end', '<script>'],
    ['half entities', '&#'],
  ])('a megabyte of %s hides no reply before it, and ends', async (_, unit) => {
    const body = `<p>550 5.1.1 no such user</p>${unit.repeat(1_000_000 / unit.length)}`
    const mail = single('utf-8', 'base64', base64(body)).replace('text/plain', 'text/html')
    expect(codesIn(textOf(await readPasted(mail)))).toEqual(['550 5.1.1'])
  })
})
