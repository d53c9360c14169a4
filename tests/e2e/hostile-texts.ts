import { deflateRawSync, gzipSync } from 'node:zlib'

export interface HostileText {
  name: string
  /** What is pasted, or else the bytes of a file that is dropped. */
  text?: string
  file?: { name: string; bytes: () => Buffer }
  /** The codes that must be found, as people write them, each once in their order; none for a text without replies. */
  codes: readonly string[]
  /** Whether `codes` are only the first of those that must be found. */
  isStart?: true
}

const MEGABYTE = 2 ** 20

/*
 * What a test looks for afterwards is `window.__executed`. Each way of writing a script is for another careless sink:
 * markup set as HTML, markup in an attribute, an address in a link, a new document in a frame.
 */
const SCRIPT = '<script>window.__executed=true</script>'
const IMAGE = '<img src=x onerror="window.__executed=true">'
/** Without blanks and quotes, so that it passes as one word of a field or of a log line. */
const DENSE = '<svg/onload=window.__executed=true>'
const LINK = 'javascript:window.__executed=true'
const DOCUMENT = '<iframe srcdoc="<script>parent.__executed=true</script>"></iframe>'
/** Out of an attribute in either kind of quotes, then an element of its own. */
const OUT_OF_ATTRIBUTE = `"'><svg onload="window.__executed=true">`

const REPLY = '550 5.1.1'
const WORDED = `${REPLY} User unknown`

interface Bounce {
  headers: Record<string, string>
  human: string
  message: Record<string, string>
  recipient: Record<string, string>
  html: string
  boundary: string
}

const BOUNCE: Bounce = {
  headers: {
    'Return-Path': '<>',
    'Message-ID': '<bounce.1@mail.example.org>',
    From: 'MAILER-DAEMON@mail.example.org (Mail Delivery System)',
    To: 'alice@example.org',
    Subject: 'Undelivered Mail Returned to Sender',
    'MIME-Version': '1.0',
  },
  human: `This is the mail system at host mail.example.org.

<bob@example.net>: host mx.example.net[192.0.2.25] said: ${WORDED} (in reply to RCPT TO command)`,
  message: { 'Reporting-MTA': 'dns; mail.example.org' },
  recipient: {
    'Final-Recipient': 'rfc822; bob@example.net',
    'Original-Recipient': 'rfc822; bob@example.net',
    Action: 'failed',
    Status: '5.1.1',
    'Remote-MTA': 'dns; mx.example.net',
    'Diagnostic-Code': `smtp; ${WORDED}`,
  },
  html: '',
  boundary: 'outer',
}

/** A bounce as RFC 3464 has it, with some of its fields replaced. */
function bounce(changes: Partial<Bounce> = {}): string {
  const { boundary, ...parts } = { ...BOUNCE, ...changes }
  const fields = (given: Record<string, string>) =>
    Object.entries(given)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n')
  const separator = `--${boundary}`
  return [
    fields({ ...BOUNCE.headers, ...parts.headers }),
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    separator,
    'Content-Type: text/plain; charset=utf-8',
    '',
    parts.human,
    '',
    ...(parts.html === '' ? [] : [separator, 'Content-Type: text/html; charset=utf-8', '', parts.html, '']),
    separator,
    'Content-Type: message/delivery-status',
    '',
    fields({ ...BOUNCE.message, ...parts.message }),
    '',
    fields({ ...BOUNCE.recipient, ...parts.recipient }),
    '',
    `${separator}--`,
    '',
  ].join('\n')
}

/** A message of one part, encoded as told. */
function encoded(type: string, encoding: string, body: string): string {
  return `From: MAILER-DAEMON@mail.example.org
To: alice@example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: ${type}
Content-Transfer-Encoding: ${encoding}

${body}
`
}

function base64Lines(content: string): string {
  const whole = Buffer.from(content, 'utf8').toString('base64')
  return (whole.match(/.{1,76}/g) ?? []).join('\n')
}

/** A multipart inside a multipart and so on; the reply stands in the outermost one and in the innermost. */
function nestedMultiparts(levels: number, boundary: (level: number) => string): string {
  const opened = Array.from(
    { length: levels },
    (_, level) => `Content-Type: multipart/mixed; boundary="${boundary(level)}"\n\n--${boundary(level)}`,
  )
  const closed = Array.from({ length: levels }, (_, level) => `--${boundary(levels - 1 - level)}--`)
  return `From: MAILER-DAEMON@mail.example.org
To: alice@example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outermost"

--outermost
Content-Type: text/plain

host mx.example.net[192.0.2.25] said: ${WORDED}

--outermost
${opened.join('\n')}
Content-Type: text/plain

host mx.example.net[192.0.2.25] said: ${WORDED}

${closed.join('\n')}
--outermost--
`
}

function nestedMessages(levels: number): string {
  return `${bounce().replace('\n--outer--\n', '')}
--outer
${'Content-Type: message/rfc822\n\nFrom: alice@example.org\nMIME-Version: 1.0\n'.repeat(levels)}Content-Type: text/plain

Hello Bob.

--outer--
`
}

function manyParts(count: number): string {
  return encoded(
    'multipart/mixed; boundary="many"',
    '7bit',
    `--many\nContent-Type: text/plain\n\nhost mx.example.net[192.0.2.25] said: ${WORDED}\n\n${'--many\nContent-Type: text/plain\n\nnothing\n\n'.repeat(count)}--many--`,
  )
}

const POSTFIX = 'Jan 10 12:00:00 mail postfix/smtp[1234]: 4F5A71C2:'
const POSTFIX_LINE = `${POSTFIX} to=<bob@example.net>, relay=mx.example.net[192.0.2.25]:25, delay=1.2, dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.25] said: ${WORDED} (in reply to RCPT TO command))`

function session(changes: { name?: string; sender?: string; recipient?: string; words?: string }): string {
  return `S: 220 mx.example.net ESMTP
C: EHLO ${changes.name ?? 'mail.example.org'}
S: 250 mx.example.net
C: MAIL FROM:<${changes.sender ?? 'alice@example.org'}>
S: 250 2.1.0 Ok
C: RCPT TO:<${changes.recipient ?? 'bob@example.net'}>
S: ${REPLY} ${changes.words ?? 'User unknown'}
C: QUIT
S: 221 2.0.0 Bye`
}
const SESSION_CODES = ['220', '250', '250 2.1.0', REPLY, '221 2.0.0']

/** The same bytes in every run, so that a failure can be looked at again. */
function seededBytes(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length)
  let state = seed
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    bytes[at] = state >>> 24
  }
  return bytes
}

function mailFile(): Buffer {
  return Buffer.from(bounce().replaceAll('\n', '\r\n'), 'utf8')
}

/** The beginning of an archive of one file; readers tell archives by it, and nothing else of one matters here. */
function zipBytes(): Buffer {
  const name = Buffer.from('bounce.eml', 'utf8')
  const data = deflateRawSync(mailFile())
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(data.length, 18)
  header.writeUInt32LE(mailFile().length, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name, data])
}

/** A reply at both ends, since of a file that is too long only one end is read, and which one depends on its kind. */
function hugeLog(): Buffer {
  const filler = `${POSTFIX} removed\n`
  const edge = `${POSTFIX_LINE}\n`
  const bytes = Buffer.alloc(51 * MEGABYTE, filler)
  bytes.write(edge, 0)
  bytes.write(`\n${edge}`, bytes.length - edge.length - 1)
  return bytes
}

const injectedFields: readonly HostileText[] = [
  {
    name: 'a script in Reporting-MTA',
    text: bounce({ message: { 'Reporting-MTA': `dns; ${SCRIPT}${IMAGE}` } }),
    codes: [REPLY],
  },
  {
    name: 'a script in Remote-MTA',
    text: bounce({ recipient: { 'Remote-MTA': `dns; ${SCRIPT}${IMAGE}` } }),
    codes: [REPLY],
  },
  {
    name: 'a script in Final-Recipient',
    text: bounce({ recipient: { 'Final-Recipient': `rfc822; "${DENSE}"@example.net` } }),
    codes: [REPLY],
  },
  {
    name: 'a script in Original-Recipient',
    text: bounce({ recipient: { 'Original-Recipient': `rfc822; ${IMAGE}@example.net` } }),
    codes: [REPLY],
  },
  {
    name: 'a script in Diagnostic-Code',
    text: bounce({ recipient: { 'Diagnostic-Code': `smtp; ${REPLY} ${SCRIPT}${IMAGE} User unknown` } }),
    codes: [REPLY],
  },
  {
    name: 'a script in Status',
    text: bounce({ recipient: { Status: `5.1.1 ${IMAGE}` } }),
    codes: [REPLY],
  },
  {
    name: 'a script in Action',
    text: bounce({ recipient: { Action: `failed ${SCRIPT}${IMAGE}` } }),
    codes: [REPLY],
  },
  {
    name: 'a script in Subject',
    text: bounce({ headers: { Subject: `Undelivered Mail ${SCRIPT}${IMAGE}` } }),
    codes: [REPLY],
  },
  {
    name: 'a script in the encoded words of Subject',
    text: bounce({
      headers: {
        Subject: `=?utf-8?B?${Buffer.from(IMAGE).toString('base64')}?= =?utf-8?Q?=3Csvg/onload=3Dwindow.__executed=3Dtrue=3E?=`,
      },
    }),
    codes: [REPLY],
  },
  {
    name: 'a script in From',
    text: bounce({ headers: { From: `"${DENSE}" <MAILER-DAEMON@mail.example.org> ${IMAGE}` } }),
    codes: [REPLY],
  },
  {
    name: 'a script in To',
    text: bounce({ headers: { To: `"${DENSE}" <alice@example.org>, ${LINK}@example.org` } }),
    codes: [REPLY],
  },
  {
    name: 'a script in Message-ID',
    text: bounce({ headers: { 'Message-ID': `<${DENSE}@mail.example.org>` } }),
    codes: [REPLY],
  },
  {
    name: 'a script in X-Failed-Recipients',
    text: bounce({ headers: { 'X-Failed-Recipients': `${DENSE}@example.net, ${IMAGE}` } }),
    codes: [REPLY],
  },
  {
    name: 'a script in the human part',
    text: bounce({
      human: `This is the mail system at host ${DENSE}.

<bob@example.net>: host ${DENSE}[192.0.2.25] said: ${REPLY} ${SCRIPT}${DOCUMENT} (in reply to RCPT TO command)`,
    }),
    codes: [REPLY],
  },
  {
    name: 'scripts in an html part',
    text: bounce({
      html: `<html><head>${SCRIPT}<base href="${LINK}//"><meta http-equiv="refresh" content="0;url=${LINK}"></head><body onload="window.__executed=true"><p>host mx.example.net said: ${WORDED}</p>${IMAGE}${DOCUMENT}<a href="${LINK}" autofocus onfocus="window.__executed=true">details</a></body></html>`,
    }),
    codes: [REPLY],
  },
  {
    name: 'scripts in a message that is only html, in base64',
    text: encoded(
      'text/html; charset=utf-8',
      'base64',
      base64Lines(
        `<html><body>${SCRIPT}${IMAGE}<p>host mx.example.net said: ${WORDED}</p>&lt;script&gt;window.__executed=true&lt;/script&gt;</body></html>`,
      ),
    ),
    codes: [REPLY],
  },
  {
    name: 'a script in plain text, in quoted-printable',
    text: encoded(
      'text/plain; charset=utf-8',
      'quoted-printable',
      `host mx.example.net said: 550 5.1=\n.1 =3Cimg src=3Dx onerror=3D"window.__executed=3Dtrue"=3E`,
    ),
    codes: [REPLY],
  },
  {
    name: 'a script as the boundary',
    text: bounce({ boundary: '<img src=x onerror=window.__executed=true>' }),
    codes: [REPLY],
  },
  {
    name: 'a script as the charset and the name of a part',
    text: encoded(
      `text/plain; charset="${DENSE}"; name="${DENSE}.txt"; name*=utf-8''%3Csvg%2Fonload%3Dwindow.__executed%3Dtrue%3E`,
      '7bit',
      `host mx.example.net[192.0.2.25] said: ${WORDED}`,
    ),
    codes: [REPLY],
  },
  {
    name: 'a script as the argument of EHLO',
    text: session({ name: `${DENSE}${IMAGE}` }),
    codes: SESSION_CODES,
  },
  {
    name: 'scripts as sender and recipient of a session',
    text: session({ sender: `${DENSE}@example.org`, recipient: `"${DENSE}"@example.net` }),
    codes: SESSION_CODES,
  },
  { name: "a script in the reply's words", text: `${REPLY} ${SCRIPT}`, codes: [REPLY] },
  {
    name: 'an image and a frame in the words of a reply of several lines',
    text: `550-5.1.1 ${IMAGE}\n550-5.1.1 ${DOCUMENT}\n550 5.1.1 User unknown`,
    codes: [REPLY],
  },
  {
    name: 'a script in place of the command that was answered',
    text: `host mx.example.net[192.0.2.25] said: ${WORDED} (in reply to ${IMAGE} command)`,
    codes: [REPLY],
  },
  {
    name: 'scripts in the fields of a JSON event',
    text: JSON.stringify({
      event: DENSE,
      email: `${DENSE}@example.net`,
      [IMAGE]: LINK,
      'mx-host': IMAGE,
      url: LINK,
      reason: `${REPLY} ${SCRIPT}${OUT_OF_ATTRIBUTE}`,
      status: '5.1.1',
    }),
    codes: [REPLY],
  },
  {
    name: 'scripts in JSON by escapes of its own',
    text: String.raw`{"email":"\u003csvg/onload=window.__executed=true\u003e@example.net","response":"550 5.1.1 \u003cimg src=x onerror=\u0022window.__executed=true\u0022\u003e User unknown"}`,
    codes: [REPLY],
  },
  {
    name: 'scripts in the fields of a Postfix log',
    text: `${POSTFIX} to=<${DENSE}@example.net>, orig_to=<${IMAGE}>, relay=${DENSE}[192.0.2.25]:25, delay=1.2, dsn=5.1.1, status=bounced (host ${DENSE}[192.0.2.25] said: ${REPLY} ${SCRIPT} User unknown (in reply to RCPT TO command))`,
    codes: [REPLY],
  },
  {
    name: 'scripts in the fields of an Exim log',
    text: `2024-01-10 12:00:00 1rNabc-000001-AB ** ${DENSE}@example.net F=<${DENSE}@example.org> R=${DENSE} T=remote_smtp H=mx.example.net [192.0.2.25]: SMTP error from remote mail server after RCPT TO:<bob@example.net>: ${REPLY} ${IMAGE} User unknown`,
    codes: [REPLY],
  },
  {
    name: 'a script in an exception of a program',
    text: `smtplib.SMTPRecipientsRefused: {'${DENSE}@example.net': (550, b'5.1.1 ${SCRIPT} User unknown')}`,
    codes: [REPLY],
  },
]

const brokenMarkup: readonly HostileText[] = [
  { name: 'an end of any attribute', text: `${REPLY} ${OUT_OF_ATTRIBUTE} User unknown`, codes: [REPLY] },
  {
    name: 'further attributes behind either quote',
    text: `${REPLY} " autofocus onfocus="window.__executed=true" x=" ' autofocus onfocus='window.__executed=true' x='`,
    codes: [REPLY],
  },
  {
    name: 'an end of any attribute in the recipient',
    text: `<x"onmouseover="window.__executed=true"@example.net>: host mx.example.net[192.0.2.25] said: ${WORDED}`,
    codes: [REPLY],
  },
  {
    name: 'ends of pre, mark, textarea, title, style, script, comment and CDATA',
    text: `${REPLY} </mark></pre></textarea></title></style></script></noscript></template>-->]]>${SCRIPT}${IMAGE}`,
    codes: [REPLY],
  },
  {
    name: 'markup that changes its meaning when parsed twice',
    text: `${REPLY} <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=window.__executed=true&gt;"><noscript><p title="</noscript>${IMAGE}">`,
    codes: [REPLY],
  },
  {
    name: 'entities and escapes that become markup when decoded',
    text: String.raw`550 5.1.1 &lt;img src=x onerror=window.__executed=true&gt; &#60;svg/onload=window.__executed=true&#62; %3Cscript%3Ewindow.__executed=true%3C/script%3E \x3csvg/onload=window.__executed=true\x3e`,
    codes: [REPLY],
  },
  {
    name: 'addresses that run a script when followed',
    text: `${REPLY} See ${LINK} or JaVaScRiPt:window.__executed=true or java\tscript:window.__executed=true or data:text/html,${SCRIPT} or vbscript:window.__executed=true`,
    codes: [REPLY],
  },
  {
    name: 'styles that reach out of their place',
    text: `${REPLY} <style>@import url(https://example.com/x.css);*{display:none}</style><div style="position:fixed;inset:0;background:url(${LINK})">`,
    codes: [REPLY],
  },
  {
    name: 'elements that take over names of the document',
    text: `${REPLY} <form id=document name=body><input name=querySelector id=content><base href=https://example.com/>`,
    codes: [REPLY],
  },
  {
    name: 'a code cut into elements',
    text: `<b>550</b> <i>5.1.1</i> ${IMAGE}\n${WORDED}`,
    codes: [REPLY],
  },
]

/** Of a template literal, and meant as these very signs. */
const PLACE = '${window.__executed=true}'

const templates: readonly HostileText[] = [
  {
    name: 'template expressions of many kinds in the words',
    text: `${REPLY} {{constructor.constructor('window.__executed=true')()}} ${PLACE} #{window.__executed=true} <%= window.__executed=true %> {%raw%} [[1]] @{x} %s %d %n`,
    codes: [REPLY],
  },
  {
    name: 'places and nestings of i18next in the words',
    text: `${REPLY} $t(site.home) {{code}} {{- code}} {{code, uppercase}} $t(site.home, {"count": 1}) {{name}} <0>x</0>`,
    codes: [REPLY],
  },
  {
    name: 'places and nestings of i18next in the recipient',
    text: `<{{code}}$t(site.home)@example.net>: host mx.example.net[192.0.2.25] said: ${WORDED}`,
    codes: [REPLY],
  },
  {
    name: 'a template that names itself, in the recipient of a bounce',
    text: bounce({
      recipient: {
        'Final-Recipient': 'rfc822; {{recipient}}$t(paste.held)@example.net',
        'Original-Recipient': `rfc822; {{constructor}}${PLACE}@example.net`,
      },
    }),
    codes: [REPLY],
  },
  {
    name: 'signs that String.replace takes for parts of the match',
    text: `${REPLY} $& $1 $$ $\` $' $<name> User unknown`,
    codes: [REPLY],
  },
  {
    name: 'Markdown links, images and fences',
    text: `${REPLY} [details](${LINK}) ![x](x"onerror="window.__executed=true) <${LINK}> **_~~\`\`\`~~_** # User unknown`,
    codes: [REPLY],
  },
  {
    name: 'rows of a Markdown table and of a spreadsheet',
    text: `${REPLY} a | b | c |---|---| ,"","=HYPERLINK(""${LINK}"")" \t=1+1\t@SUM(A1)\t-1+1\t+1`,
    codes: [REPLY],
  },
]

const signs: readonly HostileText[] = [
  {
    name: 'an override of direction before a code',
    text: `\u202E${WORDED}\u202C`,
    codes: [REPLY],
  },
  {
    name: 'an override of direction in the words, never ended',
    text: `${REPLY} User \u202Enwonknu\nhost mx.example.net said: 452 4.2.2 Mailbox full`,
    codes: [REPLY, '452 4.2.2'],
  },
  {
    name: 'isolates around the codes',
    text: `\u2066550\u2069 \u20675.1.1\u2069 host mx.example.net said: \u2068${WORDED}\u2069`,
    codes: [REPLY],
  },
  {
    name: 'isolates ended that were never begun, and begun a thousand times',
    text: `${REPLY} User\u2069\u2069\u202C unknown ${'\u2067'.repeat(1000)}bob`,
    codes: [REPLY],
  },
  {
    name: 'marks of direction around a code',
    text: `\u200F\u200Ehost mx.example.net said: \u200F${REPLY}\u200F User unknown\u061C`,
    codes: [REPLY],
  },
  {
    name: 'zero width characters in the words',
    text: `${REPLY} Us\u200Ber \u200Cunk\u200Dno\u2060wn\u00AD\u180E`,
    codes: [REPLY],
  },
  { name: 'zero width characters between the digits', text: '5\u200B5\u200D0 5\u2060.1\u200C.1', codes: [] },
  {
    name: 'combining marks by the thousand',
    text: `${REPLY} Us${'\u0301\u0489\u20DD'.repeat(2000)}er unknown`,
    codes: [REPLY],
  },
  {
    name: 'lone surrogates',
    text: `${REPLY} \uD83D User \uDE00 unknown \uDE00\uD83D`,
    codes: [REPLY],
  },
  {
    name: 'clusters of emoji and letters beyond the first plane',
    text: `${REPLY} ${'\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u{1F3FD}\u{1D54F}\uFE0F'.repeat(500)} User unknown`,
    codes: [REPLY],
  },
  {
    name: 'NUL bytes in the words',
    text: `${REPLY} User\0 unk\0nown\0`,
    codes: [REPLY],
  },
  {
    name: 'all control characters in the words',
    text: `${REPLY} User ${Array.from({ length: 32 }, (_, code) => (code === 10 || code === 13 ? '' : String.fromCharCode(code))).join('')}\u007F\u0085\u009B unknown`,
    codes: [REPLY],
  },
  {
    name: 'escape sequences of a terminal around the words',
    text: `\u001B[31mhost mx.example.net said: ${REPLY} \u001B[1mUser\u001B[0m unknown\u001B]0;title\u0007\u001B[2J\u001B[H`,
    codes: [REPLY],
  },
  {
    name: 'escape sequences of a terminal that colour the code',
    text: `host mx.example.net said: \u001B[1;31m${REPLY}\u001B[0m User unknown`,
    codes: [REPLY],
  },
  {
    name: 'a byte order mark in the middle',
    text: `host mx.example.net said: 452 4.2.2 Mailbox full\n\uFEFF${WORDED}`,
    codes: ['452 4.2.2', REPLY],
  },
  {
    name: 'separators of lines and paragraphs from Unicode',
    text: `${REPLY} User\u2028unknown\u2029and\u000Bgone\u000Cfor\u0085ever`,
    codes: [REPLY],
  },
  {
    name: 'Arabic around a code',
    text: `\u0631\u0641\u0636 \u0627\u0644\u062E\u0627\u062F\u0645 \u0627\u0644\u0628\u0631\u064A\u062F: ${WORDED} \u0644\u0644\u0645\u0633\u062A\u0644\u0645 bob@example.net`,
    codes: [REPLY],
  },
  {
    name: 'Hebrew around a code',
    text: `\u05D4\u05E9\u05E8\u05EA mx.example.net \u05D0\u05DE\u05E8: ${WORDED}\n\u05E9\u05DC\u05D5\u05DD`,
    codes: [REPLY],
  },
  {
    name: 'fullwidth digits',
    text: '\uFF15\uFF15\uFF10 \uFF15.\uFF11.\uFF11 User unknown',
    codes: [],
  },
  {
    name: 'Arabic-Indic and Persian digits',
    text: '\u0665\u0665\u0660 \u0665.\u0661.\u0661 User unknown, \u06F5\u06F5\u06F0 \u06F5.\u06F1.\u06F1',
    codes: [],
  },
]

const repeated: readonly HostileText[] = [
  { name: '1 MB of one letter', text: 'a'.repeat(MEGABYTE), codes: [] },
  { name: '1 MB of the digit five', text: '5'.repeat(MEGABYTE), codes: [] },
  { name: '1 MB of a reply code', text: '550 '.repeat(MEGABYTE / 4), codes: ['550'] },
  { name: '1 MB of an enhanced code', text: '5.7.1 '.repeat(MEGABYTE / 6), codes: [] },
  { name: '1 MB of less-than signs', text: '<'.repeat(MEGABYTE), codes: [] },
  { name: '1 MB of at signs', text: '@'.repeat(MEGABYTE), codes: [] },
  { name: '1 MB of opening brackets', text: '('.repeat(MEGABYTE), codes: [] },
  { name: '1 MB of colons', text: ':'.repeat(MEGABYTE), codes: [] },
  { name: '1 MB of carriage returns', text: '\r'.repeat(MEGABYTE), codes: [] },
  { name: '1 MB of spaces', text: ' '.repeat(MEGABYTE), codes: [] },
  { name: '1 MB of quotes', text: `"'`.repeat(MEGABYTE / 2), codes: [] },
  { name: '1 MB of backslashes before quotes', text: String.raw`\"`.repeat(MEGABYTE / 2), codes: [] },
  {
    name: '1 MB of lines with an empty Diagnostic-Code',
    text: 'Diagnostic-Code:\n'.repeat(MEGABYTE / 17),
    codes: [],
  },
  {
    name: '1 MB of lines of a reply that never ends and never says anything',
    text: '250-\n'.repeat(MEGABYTE / 5),
    codes: [],
  },
  {
    name: '1 MB of lines of a reply that never ends',
    text: '550-5.1.1 User unknown\n'.repeat(MEGABYTE / 23),
    codes: [REPLY],
  },
  { name: '1 MB of "ab", a pattern doubled', text: 'ab'.repeat(MEGABYTE / 2), codes: [] },
  {
    name: '1 MB of openings of tags with a reply behind them',
    text: `${'<a href='.repeat(MEGABYTE / 8)}\n${WORDED}`,
    codes: [REPLY],
  },
  {
    name: 'one line of 2 MB with a reply at its end',
    text: `${'and so on '.repeat(MEGABYTE / 5)}host mx.example.net[192.0.2.25] said: ${WORDED}`,
    codes: [REPLY],
  },
  {
    name: 'a reply among 200,000 empty lines',
    text: `${'\n'.repeat(100_000)}${WORDED}${'\n'.repeat(100_000)}`,
    codes: [REPLY],
  },
  {
    name: '20,000 different replies',
    text: Array.from(
      { length: 20_000 },
      (_, index) =>
        `550 5.${Math.floor(index / 1000)}.${index % 1000} <user-${index}@example.net>: Recipient address rejected`,
    ).join('\n'),
    codes: ['550 5.0.0', '550 5.0.1', '550 5.0.2'],
    isStart: true,
  },
  { name: '5,000 times the same line of a log', text: `${POSTFIX_LINE}\n`.repeat(5000), codes: [REPLY] },
  {
    name: 'text that looks like an expensive regular expression, and what it is slow for',
    text: `${REPLY} (a+)+$ ([a-z]*)*@ ^(\\s+)+$ ${'a'.repeat(50_000)}!`,
    codes: [REPLY],
  },
]

const messages: readonly HostileText[] = [
  {
    name: '300 levels of multipart',
    text: nestedMultiparts(300, (level) => `level-${level}-`),
    codes: [REPLY],
  },
  {
    name: 'boundaries that are each the beginning of the next',
    text: nestedMultiparts(40, (level) => '='.repeat(level + 1)),
    codes: [REPLY],
  },
  {
    name: 'one boundary for every level',
    text: nestedMultiparts(20, () => 'outermost'),
    codes: [REPLY],
  },
  { name: '60 levels of message/rfc822', text: nestedMessages(60), codes: [REPLY] },
  { name: '5,000 parts', text: manyParts(5000), codes: [REPLY] },
  {
    name: 'a header of 2.5 MB',
    text: `X-Long: ${'a '.repeat(1.25 * MEGABYTE)}\n${bounce()}`,
    codes: [REPLY],
  },
  {
    name: 'a folded header of 2.5 MB',
    text: `X-Long: begin\n${' folded further\n'.repeat((2.5 * MEGABYTE) / 16)}${bounce()}`,
    codes: [REPLY],
  },
  {
    name: '50,000 headers',
    text: `${Array.from({ length: 50_000 }, (_, index) => `X-Many-${index}: a`).join('\n')}\n${bounce()}`,
    codes: [REPLY],
  },
  {
    name: '2 MB in base64 with a reply at the end',
    text: encoded(
      'text/plain; charset=utf-8',
      'base64',
      base64Lines(
        `${'This is the mail system, and it has a lot to say.\n'.repeat((1.5 * MEGABYTE) / 50)}\nhost mx.example.net[192.0.2.25] said: ${WORDED}\n`,
      ),
    ),
    codes: [REPLY],
  },
  {
    name: 'base64 that is not',
    text: `${encoded('text/plain; charset=utf-8', 'base64', '!!!=*=*=\u00E9=== A=B=C '.repeat(1000))}\n`,
    codes: [],
  },
  {
    name: 'quoted-printable line ends, repeated',
    text: encoded(
      'text/plain; charset=utf-8',
      'quoted-printable',
      `${`${'=0D=0A'.repeat(12)}=\n`.repeat(10_000)}host mx.example.net[192.0.2.25] said: 550 5.1=2E1 User unknown`,
    ),
    codes: [REPLY],
  },
  {
    name: 'quoted-printable with broken escapes',
    text: encoded(
      'text/plain; charset=utf-8',
      'quoted-printable',
      `=G1 =A =FF=FE=C0=80=ED=A0=80 ==\nhost mx.example.net[192.0.2.25] said: ${WORDED} =`,
    ),
    codes: [REPLY],
  },
  {
    name: 'a charset and an encoding that do not exist',
    text: encoded('text/plain; charset=x-none-such', 'x-none-such', `host mx.example.net said: ${WORDED}`),
    codes: [REPLY],
  },
  {
    name: 'a multipart that never names its boundary',
    text: encoded('multipart/report; boundary=', '7bit', `--\n\nhost mx.example.net said: ${WORDED}\n\n----`),
    codes: [REPLY],
  },
]

const names: readonly HostileText[] = [
  {
    name: 'a link to this app',
    text: `${WORDED}, see https://replydiff.example/en/smtp/421-vs-452?show=differences#content`,
    codes: [REPLY],
  },
  {
    name: 'names of prototypes in place of codes',
    text: '__proto__ constructor toString hasOwnProperty valueOf 5.__proto__.1 NaN undefined null',
    codes: [],
  },
  {
    name: 'names of prototypes as fields of JSON',
    text: `{"__proto__":{"response":"421 4.3.2 System not accepting network messages"},"constructor":{"prototype":{"status":"x"}},"toString":"${WORDED}","email":"__proto__@example.net"}`,
    codes: ['421 4.3.2', REPLY],
  },
  {
    name: 'names of prototypes as fields of a bounce',
    text: bounce({
      headers: { constructor: 'a', hasOwnProperty: 'b' },
      message: { ['__proto__']: 'c' },
      recipient: { toString: 'd', valueOf: 'e', 'X-constructor': '__proto__' },
    }),
    codes: [REPLY],
  },
  {
    name: 'a reply inside JSON nested 10,000 deep',
    text: `${'{"a":'.repeat(10_000)}"${WORDED}"${'}'.repeat(10_000)}`,
    codes: [REPLY],
  },
  {
    name: 'brackets of JSON opened 100,000 times',
    text: `{"a":${'["a",{"b":'.repeat(100_000)}`,
    codes: [],
  },
]

const files: readonly HostileText[] = [
  { name: 'a file of zip', file: { name: 'bounce.zip', bytes: zipBytes }, codes: [] },
  { name: 'a zip under the name of a mail', file: { name: 'bounce.eml', bytes: zipBytes }, codes: [] },
  { name: 'a file of gzip', file: { name: 'mail.log.gz', bytes: () => gzipSync(mailFile()) }, codes: [] },
  {
    name: 'a file of gzip that unpacks to 100 MB',
    file: { name: 'mail.log.gz', bytes: () => gzipSync(Buffer.alloc(100 * MEGABYTE)) },
    codes: [],
  },
  {
    name: "a message in Outlook's own format",
    file: {
      name: 'bounce.msg',
      bytes: () =>
        Buffer.concat([
          Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          Buffer.alloc(504),
          Buffer.from('__substg1.0_1000001F', 'utf16le'),
          Buffer.alloc(1024, 0xff),
        ]),
    },
    codes: [],
  },
  {
    name: 'a file of PDF',
    file: {
      name: 'bounce.pdf',
      bytes: () =>
        Buffer.concat([
          Buffer.from(
            '%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n',
            'latin1',
          ),
          deflateRawSync(mailFile()),
          Buffer.from('\nendstream\nendobj\n%%EOF\n', 'latin1'),
        ]),
    },
    codes: [],
  },
  {
    name: 'a picture',
    file: {
      name: 'screenshot.png',
      bytes: () =>
        Buffer.from(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
          'base64',
        ),
    },
    codes: [],
  },
  {
    name: 'a file of random bytes',
    file: { name: 'mail.log', bytes: () => seededBytes(MEGABYTE, 5321) },
    codes: [],
  },
  {
    name: 'a log in UTF-16 with its mark',
    file: { name: 'mail.log', bytes: () => Buffer.from(`\uFEFF${POSTFIX_LINE}\r\n`, 'utf16le') },
    codes: [REPLY],
  },
  {
    name: 'a log with bytes that are not UTF-8',
    file: {
      name: 'mail.log',
      bytes: () =>
        Buffer.concat([Buffer.from('c3280ac0800aeda0800af4908080ff0a', 'hex'), Buffer.from(POSTFIX_LINE)]),
    },
    codes: [REPLY],
  },
  { name: 'an empty file', file: { name: 'empty.eml', bytes: () => Buffer.alloc(0) }, codes: [] },
  {
    name: 'a file of nothing but a mark of UTF-8',
    file: { name: 'mark.log', bytes: () => Buffer.from('efbbbf', 'hex') },
    codes: [],
  },
  { name: 'a file of 51 MB', file: { name: 'huge.log', bytes: hugeLog }, codes: [REPLY] },
  {
    name: 'a file whose name is markup',
    file: { name: '<img src=x onerror=window.__executed=true>.eml', bytes: mailFile },
    codes: [REPLY],
  },
  {
    name: 'a file whose name holds a template',
    file: { name: `{{name}}$t(site.home)${PLACE}.eml`, bytes: mailFile },
    codes: [REPLY],
  },
  {
    name: 'a file whose name overrides its direction',
    file: { name: 'bounce\u202Elme.exe', bytes: mailFile },
    codes: [REPLY],
  },
  {
    name: 'a file whose name is very long and has no place to break',
    file: { name: `${'bounce'.repeat(40)}.eml`, bytes: mailFile },
    codes: [REPLY],
  },
]

/**
 * Texts and files that try to run a script, to break the layout, or to take the page's time and memory. None of them may
 * set `window.__executed`.
 */
export const HOSTILE_TEXTS: readonly HostileText[] = [
  ...injectedFields,
  ...brokenMarkup,
  ...templates,
  ...signs,
  ...repeated,
  ...messages,
  ...names,
  ...files,
]
