// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { recognizeReplies } from '#src/recognize/recognize-replies.ts'
import { codesIn, codesOf, KNOWN, NOBODY, shortly, theReply } from './shorten.ts'

describe('codes without words', () => {
  test.each([
    ['550', '550'],
    [' 550 5.7.1\n', '550 5.7.1'],
    ['550-5.1.1', '550 5.1.1'],
    ['#5.1.1', '5.1.1'],
    ['550 #5.1.0', '550 5.1.0'],
    ['(#5.1.1)', '5.1.1'],
    ['5.7.1', '5.7.1'],
    ['SMTP error 550', '550'],
    ['550 511', '550'],
  ])('%j are %s', (text, codes) => {
    expect(codesIn(text)).toEqual([codes])
    expect(theReply(text)).toMatchObject({ form: 'bare', words: '' })
  })

  test('may be several, one beside or under another', () => {
    expect(codesIn('250 vs 551')).toEqual(['250', '551'])
    expect(codesIn('550\n421\n5.7.1')).toEqual(['550', '421', '5.7.1'])
  })

  test('are not a column of numbers', () => {
    expect(codesIn('300\n250\n550')).toEqual([])
  })
})

describe('one reply', () => {
  test.each([
    ['550 No such user here', '550', 'No such user here'],
    ['550: mailbox unavailable', '550', 'mailbox unavailable'],
    ['<550 5.1.1 <bob@example.net>: unknown user>', '550 5.1.1', '<bob@example.net>: unknown user'],
    ['"550 5.1.1 User unknown"', '550 5.1.1', 'User unknown'],
    ['550 4.4.7 QUEUE.Expired; message expired', '550 4.4.7', 'QUEUE.Expired; message expired'],
    ['451 cuda_nsu 4.4.3 Temporary server error', '451 4.4.3', 'Temporary server error'],
    ['553 sorry, not in my list of rcpthosts (#5.7.1)', '553 5.7.1', 'sorry, not in my list of rcpthosts'],
    ['550 Boîte aux lettres inconnue', '550', 'Boîte aux lettres inconnue'],
    ['571 5.7.1 LPN007_517', '5.7.1', 'LPN007_517'],
    ['550 511 User unknown', '550', '511 User unknown'],
  ])('%j keeps its words apart from its codes', (text, codes, words) => {
    expect(shortly(theReply(text))).toMatchObject({ codes, words, form: 'reply' })
  })

  test.each([
    ['as it comes', '550-5.7.26 Blocked, and\n550-5.7.26 not without reason:\n550 5.7.26 see the help'],
    ['quoted', '> 550-5.7.26 Blocked, and\n> 550-5.7.26 not without reason:\n> 550 5.7.26 see the help'],
    [
      'marked',
      '<<< 550-5.7.26 Blocked, and\n<<< 550-5.7.26 not without reason:\n<<< 550 5.7.26 see the help',
    ],
    ['named', 'S: 550-5.7.26 Blocked, and\nS: 550-5.7.26 not without reason:\nS: 550 5.7.26 see the help'],
    [
      'with times',
      '2024-01-01 12:00:00 550-5.7.26 Blocked, and\n2024-01-01 12:00:00 550-5.7.26 not without reason:\n2024-01-01 12:00:01 550 5.7.26 see the help',
    ],
    ['broken', '550-5.7.26 Blocked, and\n550-5.7.26 not\nwithout reason:\n550 5.7.26 see the help'],
  ])('of several lines is one, %s', (_, text) => {
    const reply = theReply(text)
    expect(shortly(reply)).toMatchObject({
      codes: '550 5.7.26',
      words: 'Blocked, and not without reason: see the help',
    })
    expect(text.slice(reply.end)).toBe('')
  })

  test('goes on where only the width of a letter broke it, and ends with its paragraph', () => {
    const text = `Our log says:

> 550 5.7.1 [192.0.2.1] Our system has detected that this message is
> likely unsolicited mail.

Call me at +49 551 250 330. We are at 550 Main Street, on version 5.7.1.`
    expect(shortly(theReply(text))).toMatchObject({
      codes: '550 5.7.1',
      words: '[192.0.2.1] Our system has detected that this message is likely unsolicited mail.',
    })
  })

  test('is found in a sentence that announces it', () => {
    expect(codesIn('I keep getting error 550 when I send mail')).toEqual(['550'])
    expect(codesIn('the mail bounced with a 550 error')).toEqual(['550'])
    expect(codesIn('We get 421 4.7.0 and 550 5.7.1 from Gmail')).toEqual(['421 4.7.0', '550 5.7.1'])
    expect(theReply('Our mail server replied "550 5.7.1 Relaying denied" again').words).toBe(
      'Relaying denied',
    )
    expect(theReply('The mail server responded: 5.7.1 Relay access denied')).toMatchObject({
      reply: null,
      words: 'Relay access denied',
    })
  })

  test('tells where it stands', () => {
    const text = 'It said: 550 5.1.1 <bob@example.net>: mailbox unknown'
    const { start, end, reply, enhanced, recipient } = theReply(text)
    expect(text.slice(start, end)).toBe('550 5.1.1 <bob@example.net>: mailbox unknown')
    expect(reply).toEqual({ value: '550', start: 9, end: 12 })
    expect(enhanced).toEqual({ value: '5.1.1', start: 13, end: 18 })
    expect(recipient).toEqual({ value: 'bob@example.net', start: 20, end: 35 })
  })
})

describe('the provider', () => {
  test('is the one whose phrase the words hold, in any case and spacing', () => {
    expect(
      theReply('550 5.7.708 Service unavailable, TRAFFIC not  accepted from this IP', KNOWN).provider,
    ).toBe('microsoft')
    expect(theReply('554 Message not allowed - [PH01] Email not accepted', KNOWN).provider).toBe('yahoo')
  })

  test('is chosen by the codes when a phrase belongs to two', () => {
    expect(theReply('552 5.3.4 Message size exceeds fixed limit', KNOWN).provider).toBe('exchange')
    expect(theReply('552 5.2.3 Message size exceeds fixed limit', KNOWN).provider).toBe('sendmail')
    expect(theReply('452 4.3.1 Message size exceeds fixed limit', KNOWN).provider).toBeNull()
  })

  test('is told by a host rather than by a phrase, and never by a recipient or a client', () => {
    const said = (host: string) =>
      `host ${host}[192.0.2.1] said: 554 5.7.1 <bob@gmail.com>: Relay access denied (in reply to RCPT TO command)`
    expect(theReply(said('mx.example.net'), KNOWN).provider).toBe('postfix')
    expect(theReply(said('gmail-smtp-in.l.google.com'), KNOWN).provider).toBe('gmail')
    expect(theReply(said('example-net.mail.protection.outlook.com'), KNOWN).provider).toBe('microsoft')
    const ours =
      'Mar  1 12:00:00 mx postfix/smtpd[9]: NOQUEUE: reject: RCPT from mail-a1.google.com[192.0.2.9]: 554 5.7.1 <bob@gmail.com>: Relay access denied; from=<a@gmail.com> to=<bob@gmail.com> proto=ESMTP'
    expect(theReply(ours, KNOWN).provider).toBe('postfix')
  })

  test('is nobody where the words are the log’s own', () => {
    const line =
      'Mar  1 12:00:00 mx postfix/smtp[9]: 4F2A5: to=<b@example.net>, relay=none, dsn=5.7.1, status=bounced (host says Relay access denied and [PH01])'
    expect(
      theReply(line, {
        replies: [{ id: 'known', provider: 'yahoo', reply: null, enhanced: '5.7.1', phrase: '[PH01]' }],
      }).provider,
    ).toBeNull()
  })
})

test('the colours of a terminal hide no reply, and are no part of its codes', () => {
  const line = 'host mx.example.net said: \u001b[1;31m550 5.1.1\u001b[0m User unknown'
  const { reply, enhanced, words } = theReply(line)
  expect([reply?.value, enhanced?.value, words]).toEqual(['550', '5.1.1', 'User unknown'])
})

describe('a session', () => {
  const telnet = `Trying 192.0.2.1...
Connected to mx.example.net.
220 mx.example.net ESMTP Postfix
EHLO me.example
250-mx.example.net
250-PIPELINING
250-SIZE 10240000
250-8BITMIME
250 DSN
MAIL FROM:<a@b.example>
250 2.1.0 Ok
RCPT TO:<bob@example.net>
550 5.1.1 <bob@example.net>: Recipient address rejected
RCPT TO:<al@example.net>
250 2.1.5 Ok
DATA
354 End data with <CR><LF>.<CR><LF>
Subject: 250 people
.
250 2.0.0 Ok: queued as 4F2A5
QUIT
221 2.0.0 Bye
Connection closed by foreign host.`
  const answers = [
    ['220', 'CONNECT'],
    ['250', 'EHLO'],
    ['250 2.1.0', 'MAIL'],
    ['550 5.1.1', 'RCPT'],
    ['250 2.1.5', 'RCPT'],
    ['354', 'DATA'],
    ['250 2.0.0', 'DATA_END'],
    ['221 2.0.0', 'QUIT'],
  ]
  const answersOf = (text: string) =>
    recognizeReplies(text, NOBODY).map((reply) => [codesOf(reply), reply.command])
  const isServer = (line: string) => /^\d{3}[ -]/.test(line)

  test('gives every reply with the command it answers', () => {
    expect(answersOf(telnet)).toEqual(answers)
    const replies = recognizeReplies(telnet, NOBODY)
    expect(replies.every(({ form }) => form === 'transcript')).toBe(true)
    expect(replies[1]?.words).toBe('mx.example.net PIPELINING SIZE 10240000 8BITMIME DSN')
    expect(replies.map(({ recipient }) => recipient?.value ?? null)).toEqual([
      null,
      null,
      null,
      'bob@example.net',
      'al@example.net',
      null,
      null,
      null,
    ])
  })

  test.each([
    ['swaks', '<-  ', ' -> '],
    ['curl', '< ', '> '],
    ['msmtp', '<-- ', '--> '],
    ['letters', 'S: ', 'C: '],
    ['PHPMailer', '2024-01-01 10:00:00 SERVER -> CLIENT: ', '2024-01-01 10:00:00 CLIENT -> SERVER: '],
    ['exim', '  SMTP<< ', '  SMTP>> '],
    ['Net::SMTP', 'Net::SMTP=GLOB(0x55d0c8)<<< ', 'Net::SMTP=GLOB(0x55d0c8)>>> '],
    ['nodemailer', '[2024-01-01 10:00:00] DEBUG [x1] S: ', '[2024-01-01 10:00:00] DEBUG [x1] C: '],
    ['quoted', '> ', '> '],
  ])('is read with the marks of %s', (_, server, client) => {
    const session = telnet.split('\n').slice(2, -1)
    const marked = session.map((line) => (isServer(line) ? server : client) + line).join('\n')
    expect(answersOf(marked)).toEqual(answers)
  })

  test('may be printed by smtplib, which says each reply twice', () => {
    const text = String.raw`send: 'ehlo me\r\n'
reply: b'250-mx.example.net\r\n'
reply: b'250 SIZE 100\r\n'
reply: retcode (250); Msg: b'mx.example.net\nSIZE 100'
send: 'mail FROM:<a@b.example> size=550\r\n'
reply: b'550 5.1.8 Sender rejected\r\n'
reply: retcode (550); Msg: b'5.1.8 Sender rejected'`
    expect(answersOf(text)).toEqual([
      ['250', 'EHLO'],
      ['550 5.1.8', 'MAIL'],
    ])
  })

  test('may send its commands ahead', () => {
    const text = `MAIL FROM:<a@b.example>
RCPT TO:<bob@example.net>
DATA
250 2.1.0 Ok
450 4.2.0 <bob@example.net>: Greylisted
503 5.5.1 No recipients`
    expect(answersOf(text)).toEqual([
      ['250 2.1.0', 'MAIL'],
      ['450 4.2.0', 'RCPT'],
      ['503 5.5.1', 'DATA'],
    ])
  })

  test('goes through AUTH, whose 334 asks for more', () => {
    expect(
      answersOf('250 STARTTLS\nAUTH LOGIN\n334 VXNlcm5hbWU6\nYm9i\n535 5.7.8 Error: authentication failed'),
    ).toEqual([
      ['250', null],
      ['334', 'AUTH'],
      ['535 5.7.8', 'AUTH'],
    ])
  })

  test('may stand in Exchange’s protocol log', () => {
    const line = (number: number, event: string) =>
      `2021-03-01T12:00:00.123Z,Outbound,08D8DA1A2B3C4D5E,${number},10.0.0.1:2550,192.0.2.1:25,${event},`
    const text = [
      line(5, '<,220 mx.example.net ESMTP'),
      line(6, '>,EHLO me.example'),
      line(7, '<,250  mx.example.net Hello SIZE 550'),
    ].join('\n')
    expect(answersOf(text)).toEqual([
      ['220', 'CONNECT'],
      ['250', 'EHLO'],
    ])
  })
})

describe('a log line', () => {
  const postfix = (rest: string) =>
    `Mar  1 12:00:00 mx postfix/smtp[550]: 4F2A51234: to=<bob@example.net>, ${rest}`

  test.each<[string, string, Record<string, string | null>]>([
    [
      'Postfix',
      postfix(
        'relay=mx.example.net[192.0.2.1]:25, delays=0.1/0/0.5/0.6, dsn=5.0.0, status=bounced (host mx.example.net[192.0.2.1] said: 550 5.1.1 <bob@example.net>: Recipient address rejected (in reply to RCPT TO command))',
      ),
      {
        codes: '550 5.1.1',
        command: 'RCPT',
        recipient: 'bob@example.net',
        words: '<bob@example.net>: Recipient address rejected',
      },
    ],
    [
      'Postfix',
      postfix(
        'relay=x[192.0.2.1]:25, dsn=5.5.4, status=bounced (host x[192.0.2.1] said: 550 Prohibited (in reply to end of DATA command))',
      ),
      { codes: '550 5.5.4', command: 'DATA_END', recipient: 'bob@example.net', words: 'Prohibited' },
    ],
    [
      'Postfix',
      postfix(
        'relay=none, delay=1.2, dsn=4.4.1, status=deferred (connect to mx.example.net[192.0.2.1]:25: Connection timed out)',
      ),
      {
        codes: '4.4.1',
        command: null,
        recipient: 'bob@example.net',
        words: 'connect to mx.example.net[192.0.2.1]:25: Connection timed out',
      },
    ],
    [
      'Postfix',
      postfix('relay=x[192.0.2.1]:25, dsn=2.0.0, status=sent (250 2.0.0 OK 1614600000 a1)'),
      { codes: '250 2.0.0', command: null, recipient: 'bob@example.net', words: 'OK 1614600000 a1' },
    ],
    [
      'Postfix',
      postfix(
        'relay=x[192.0.2.1]:25, dsn=5.7.26, status=bounced (host x[192.0.2.1] said: 550-5.7.26 one. 550-5.7.26 two 550 5.7.26 three (in reply to end of DATA command))',
      ),
      { codes: '550 5.7.26', command: 'DATA_END', recipient: 'bob@example.net', words: 'one. two three' },
    ],
    [
      'Postfix',
      'Mar  1 12:00:00 mx postfix/smtpd[123]: NOQUEUE: reject: RCPT from unknown[192.0.2.9]: 554 5.7.1 <bob@example.org>: Relay access denied; from=<x@y.example> to=<bob@example.org> proto=ESMTP helo=<z>',
      {
        codes: '554 5.7.1',
        command: 'RCPT',
        recipient: 'bob@example.org',
        words: '<bob@example.org>: Relay access denied',
      },
    ],
    [
      'Postfix',
      'Mar  1 12:00:00 mx postfix/smtp[9]: 4F2A5: host mx.example.net[192.0.2.1] refused to talk to me: 421 Too many connections',
      { codes: '421', command: 'CONNECT', recipient: null, words: 'Too many connections' },
    ],
    [
      'Exim',
      '2021-03-01 12:00:00 1lGxyz-0001AB-CD ** bob@example.net R=dnslookup T=remote_smtp H=mx.example.net [192.0.2.1] X=TLS1.2:ECDHE:256 CV=yes: SMTP error from remote mail server after RCPT TO:<bob@example.net>: 550 5.1.1 User unknown',
      { codes: '550 5.1.1', command: 'RCPT', recipient: 'bob@example.net', words: 'User unknown' },
    ],
    [
      'Exim',
      '2021-03-01 12:00:00 1lGxyz-0001AB-CD == bob@example.net R=dnslookup T=remote_smtp defer (-44): SMTP error from remote mail server after pipelined MAIL FROM:<x@y.example> SIZE=1550: 451 Temporary local problem',
      { codes: '451', command: 'MAIL', recipient: 'bob@example.net', words: 'Temporary local problem' },
    ],
    [
      'Exim',
      '2021-03-01 12:00:00 1lGxyz-0001AB-CD => bob@example.net R=dnslookup T=remote_smtp H=mx.example.net [192.0.2.1] C="250 OK id=1lG"',
      { codes: '250', command: null, recipient: 'bob@example.net', words: 'OK id=1lG' },
    ],
    [
      'Sendmail',
      'Mar  1 12:00:00 mx sm-mta[1234]: 121C: to=<bob@example.net>, delay=00:00:01, mailer=esmtp, pri=120550, relay=mx.example.net. [192.0.2.1], dsn=5.1.1, stat=User unknown',
      { codes: '5.1.1', command: null, recipient: 'bob@example.net', words: 'User unknown' },
    ],
    [
      'Sendmail',
      'Mar  1 12:00:00 mx sm-mta[1234]: 121C: to=<bob@example.net>, mailer=esmtp, pri=1, relay=mx [192.0.2.1], dsn=4.2.0, stat=Deferred: 450 <bob@example.net>: Greylisted',
      {
        codes: '450 4.2.0',
        command: null,
        recipient: 'bob@example.net',
        words: '<bob@example.net>: Greylisted',
      },
    ],
    [
      'Sendmail',
      'Mar  1 12:00:00 mx sm-mta[1234]: 121C: ruleset=check_rcpt, arg1=<bob@example.net>, relay=x.example [192.0.2.1], reject=550 5.7.1 <bob@example.net>... Relaying denied',
      {
        codes: '550 5.7.1',
        command: 'RCPT',
        recipient: 'bob@example.net',
        words: '<bob@example.net>... Relaying denied',
      },
    ],
    [
      'OpenSMTPD',
      'Mar  1 12:00:00 mx smtpd[123]: 8a1b mta delivery evpid=1a2b from=<x@y.example> to=<bob@example.net> rcpt=<-> source="192.0.2.9" relay="192.0.2.1 (mx)" delay=2s result="PermFail" stat="550 5.1.1 Recipient unknown"',
      { codes: '550 5.1.1', command: null, recipient: 'bob@example.net', words: 'Recipient unknown' },
    ],
    [
      'Exchange',
      '2021-03-01T12:00:00.123Z,,,,EX01,,,SMTP,FAIL,12345,<id@x>,bob@example.net,{[{LED=550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found};{MSG=};{FQDN=mx};{IP=192.0.2.1}]},4550,1',
      {
        codes: '550 5.1.10',
        command: null,
        recipient: null,
        words: 'RESOLVER.ADR.RecipientNotFound; not found',
      },
    ],
    [
      'PowerMTA',
      'b,2021-03-01 12:00:00+0000,2021-03-01 11:59:00+0000,x@y.example,bob@example.net,,failed,5.1.1 (bad destination mailbox address),smtp;550 user unknown,mx.example.net (192.0.2.1),bad-mailbox,smtp,,,2550,vmta',
      { codes: '550 5.1.1', command: null, recipient: 'bob@example.net', words: 'user unknown' },
    ],
    [
      'msmtp',
      "host=smtp.example.net tls=on auth=on from=a@b.example recipients=bob@example.net mailsize=550 smtpstatus=550 smtpmsg='550 5.1.1 User unknown' errormsg='rejected' exitcode=EX_UNAVAILABLE",
      { codes: '550 5.1.1', command: null, recipient: 'bob@example.net', words: 'User unknown' },
    ],
  ])('of %s is one reply (%#)', (software, text, expected) => {
    expect(shortly(theReply(text))).toMatchObject({
      ...expected,
      form: 'log',
      software: software.toLowerCase(),
    })
  })

  test('of qmail joins its words by underscores and names its recipient in another line', () => {
    const text = `@4000000060a7f0a00b8d9c1c starting delivery 12: msg 77 to remote bob@example.net
@4000000060a7f0a00b8d9c1c delivery 12: failure: 192.0.2.1_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.1./
@4000000060a7f0a00b8d9c1c delivery 13: failure: Sorry,_no_mailbox_here_by_that_name._(#5.1.1)/
@4000000060a7f0a00b8d9c1c delivery 14: success: 192.0.2.1_accepted_message./Remote_host_said:_250_ok_1614_qp_550/`
    expect(recognizeReplies(text, KNOWN).map(shortly)).toMatchObject([
      { codes: '550 5.1.1', words: 'User unknown', command: 'RCPT', recipient: 'bob@example.net' },
      { codes: '5.1.1', words: 'Sorry, no mailbox here by that name.', provider: 'qmail' },
      { codes: '250', words: 'ok 1614 qp 550' },
    ])
  })

  test('broken by a narrow window is read to the end of its bracket', () => {
    const text =
      'Mar  1 12:00:00 mx postfix/smtp[9]: A1: to=<a@b.example>, dsn=5.0.0, status=bounced (host b.example[192.0.2.1] said: 550\n5.1.1 Administrative prohibition,\nenvelope blocked (in reply to MAIL FROM command))\nMar  1 12:00:01 mx postfix/qmgr[9]: A1: removed'
    expect(shortly(theReply(text))).toMatchObject({
      codes: '550 5.1.1',
      command: 'MAIL',
      words: 'Administrative prohibition, envelope blocked',
    })
  })

  test('that comes twice counts twice', () => {
    const line = postfix('dsn=5.1.1, status=bounced (host x[192.0.2.1] said: 550 5.1.1 no)')
    expect(codesIn(`${line}\n${line}`)).toEqual(['550 5.1.1', '550 5.1.1'])
  })
})

describe('an exception', () => {
  test.each<[string, string, Record<string, string | null>]>([
    [
      'python-smtplib',
      "smtplib.SMTPSenderRefused: (553, b'5.7.1 <x@y.example>: Sender address rejected', 'x@y.example')",
      {
        codes: '553 5.7.1',
        command: 'MAIL',
        words: '<x@y.example>: Sender address rejected',
        recipient: null,
      },
    ],
    [
      'python-smtplib',
      String.raw`smtplib.SMTPAuthenticationError: (535, b'5.7.8 Not accepted. Go to\n5.7.8  https://help.example/ a1')`,
      { codes: '535 5.7.8', command: 'AUTH', words: 'Not accepted. Go to https://help.example/ a1' },
    ],
    [
      'nodemailer',
      `Error: Can't send mail - all recipients were rejected: 550 5.1.1 <bob@example.net>: no
    at SMTPConnection._formatError (/app/nodemailer/lib/smtp-connection/index.js:550:19) {
  code: 'EENVELOPE',
  response: '550 5.1.1 <bob@example.net>: no',
  responseCode: 550,
  command: 'RCPT TO',
  rejected: [ 'bob@example.net' ]
}`,
      { codes: '550 5.1.1', command: 'RCPT', words: '<bob@example.net>: no', recipient: 'bob@example.net' },
    ],
    [
      'nodemailer',
      'Error: Invalid login: 535-5.7.8 Not accepted. Go to\n535 5.7.8  https://help.example/ a1\n    at SMTPConnection._formatError (index.js:790:19)',
      { codes: '535 5.7.8', command: 'AUTH', words: 'Not accepted. Go to https://help.example/ a1' },
    ],
    [
      'java-mail',
      'javax.mail.SendFailedException: Invalid Addresses;\n  nested exception is:\n\tcom.sun.mail.smtp.SMTPAddressFailedException: 550 5.1.1 <bob@example.net>: no\n\tat com.sun.mail.smtp.SMTPTransport.rcptTo(SMTPTransport.java:250)',
      { codes: '550 5.1.1', words: '<bob@example.net>: no', recipient: 'bob@example.net' },
    ],
    [
      'php-mailer',
      'SMTP server error: DATA END command failed Detail: Message rejected SMTP code: 550 Additional SMTP info: 5.7.1',
      { codes: '550 5.7.1', command: 'DATA_END', words: 'Message rejected' },
    ],
    [
      'php-mailer',
      'SMTP Error: The following recipients failed: bob@example.net: 5.1.1 Recipient address rejected',
      { codes: '5.1.1', command: 'RCPT', words: 'Recipient address rejected', recipient: 'bob@example.net' },
    ],
    [
      'symfony-mailer',
      'Expected response code "250/251/252" but got code "550", with message "550 5.7.1 Relaying denied".',
      { codes: '550 5.7.1', words: 'Relaying denied' },
    ],
    [
      'dotnet',
      'System.Net.Mail.SmtpException: Mailbox unavailable. The server response was: 5.7.1 Unable to relay\n   at System.Net.Mail.MailCommand.CheckResponse()',
      { codes: '5.7.1', words: 'Unable to relay' },
    ],
    [
      'dotnet',
      'MailKit.Security.AuthenticationException: 535: 5.7.8 Error: authentication failed',
      { codes: '535 5.7.8', words: 'Error: authentication failed' },
    ],
    [
      'go-smtp',
      '2021/03/01 12:00:00 gomail: could not send email 1: 550 5.1.1 user unknown',
      { codes: '550 5.1.1', words: 'user unknown' },
    ],
    [
      'ruby-net-smtp',
      "/usr/lib/ruby/net/smtp.rb:1072:in `check_auth_response': 535-5.7.8 Not accepted (Net::SMTPAuthenticationError)",
      { codes: '535 5.7.8', words: 'Not accepted' },
    ],
    [
      'lettre',
      'lettre error: permanent error (550): 5.1.1 Recipient rejected',
      { codes: '550 5.1.1', words: 'Recipient rejected' },
    ],
  ])('of %s holds one reply (%#)', (software, text, expected) => {
    expect(shortly(theReply(text))).toMatchObject({ ...expected, form: 'exception', software })
  })

  test('of smtplib may hold a reply per recipient', () => {
    const text = `smtplib.SMTPRecipientsRefused: {'bob@example.net': (550, b'5.1.1 User unknown'), 'al@example.org': (451, b"4.7.1 It's greylisted")}`
    expect(recognizeReplies(text, NOBODY).map(shortly)).toMatchObject([
      { codes: '550 5.1.1', recipient: 'bob@example.net', words: 'User unknown', command: 'RCPT' },
      { codes: '451 4.7.1', recipient: 'al@example.org', words: "It's greylisted", command: 'RCPT' },
    ])
  })
})

describe('a bounce', () => {
  const machine = `Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; bob@example.net
Action: failed
Status: 5.1.1
Remote-MTA: dns; gmail-smtp-in.l.google.com
Diagnostic-Code: smtp; 550-5.7.26 The account that you tried to
    reach does not exist. 550 5.7.26 Look twice

Final-Recipient: rfc822; al@example.net
Original-Recipient: rfc822;al@example.net
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 Mailbox full
`

  test('gives one reply per recipient, the diagnosis before the status', () => {
    expect(recognizeReplies(machine, KNOWN).map(shortly)).toMatchObject([
      {
        codes: '550 5.7.26',
        form: 'dsn',
        recipient: 'bob@example.net',
        provider: 'gmail',
        words: 'The account that you tried to reach does not exist. Look twice',
      },
      { codes: '552 5.2.2', form: 'dsn', recipient: 'al@example.net', words: 'Mailbox full' },
    ])
  })

  test('is read when it is quoted, or its blanks are lost', () => {
    const quoted = machine.replace(/^/gm, '> ')
    const flat = machine.replace(/^ +/gm, '')
    for (const text of [quoted, flat]) expect(codesIn(text)).toEqual(['550 5.7.26', '552 5.2.2'])
  })

  test('says for people what it says for machines, once', () => {
    const text = `This is the mail system at host mail.example.org.

<bob@example.net>: host gmail-smtp-in.l.google.com[192.0.2.1] said: 550-5.7.26
    The account that you tried to reach does not exist. 550 5.7.26 Look
    twice (in reply to RCPT TO command)

<al@example.net>: host mx.example.net[192.0.2.2] said: 552 Mailbox full (in
    reply to end of DATA command)

${machine}`
    expect(recognizeReplies(text, NOBODY).map(shortly)).toMatchObject([
      { codes: '550 5.7.26', command: 'RCPT', software: 'postfix' },
      { codes: '552 5.2.2', command: 'DATA_END', software: 'postfix' },
    ])
  })

  test('of a delivery has a status alone', () => {
    expect(
      shortly(theReply('Final-Recipient: rfc822; bob@example.net\nAction: delivered\nStatus: 2.1.5')),
    ).toMatchObject({
      codes: '2.1.5',
      form: 'dsn',
      recipient: 'bob@example.net',
    })
  })

  test.each<[string, string, Record<string, string | null>[]]>([
    [
      'Exim',
      `This message was created automatically by mail delivery software.
A message that you sent could not be delivered to one or more of its
recipients. The following address(es) failed:

  bob@example.net
    host mx.example.net [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<bob@example.net>:
    550 5.1.1 <bob@example.net>: Recipient address rejected: User unknown in
    virtual mailbox table
  al@example.net
    SMTP error from remote mail server after end of data: 552 message size exceeds limit`,
      [
        {
          codes: '550 5.1.1',
          command: 'RCPT',
          recipient: 'bob@example.net',
          words: '<bob@example.net>: Recipient address rejected: User unknown in virtual mailbox table',
        },
        {
          codes: '552',
          command: 'DATA_END',
          recipient: 'al@example.net',
          words: 'message size exceeds limit',
        },
      ],
    ],
    [
      'qmail',
      `Hi. This is the qmail-send program at mail.example.org.

<bob@example.net>:
192.0.2.1 does not like recipient.
Remote host said: 550 5.1.1 <bob@example.net>: Recipient address rejected: User unknown
Giving up on 192.0.2.1.

<al@example.net>:
Sorry, no mailbox here by that name. (#5.1.1)`,
      [
        {
          codes: '550 5.1.1',
          command: 'RCPT',
          recipient: 'bob@example.net',
          words: '<bob@example.net>: Recipient address rejected: User unknown',
        },
        { codes: '5.1.1', recipient: 'al@example.net', words: 'Sorry, no mailbox here by that name.' },
      ],
    ],
    [
      'Sendmail',
      `   ----- The following addresses had permanent fatal errors -----
<bob@example.net>
    (reason: 550 5.1.1 <bob@example.net>... User unknown)

   ----- Transcript of session follows -----
... while talking to mx.example.net.:
>>> DATA
<<< 550 5.1.1 <bob@example.net>... User unknown
550 5.1.1 <bob@example.net>... User unknown
<<< 503 5.0.0 Need RCPT (recipient)`,
      [
        {
          codes: '550 5.1.1',
          command: 'DATA',
          recipient: 'bob@example.net',
          words: '<bob@example.net>... User unknown',
        },
        { codes: '503 5.0.0', words: 'Need RCPT (recipient)' },
      ],
    ],
  ])('of %s is read without a machine part', (software, text, expected) => {
    const replies = recognizeReplies(text, NOBODY)
    expect(replies.map(shortly)).toMatchObject(expected)
    expect(new Set(replies.map((reply) => reply.software))).toEqual(new Set([software.toLowerCase()]))
  })

  test.each([
    [
      "Diagnostic information for administrators:\n\nGenerating server: AM0.prod.exchangelabs.com\n\nbob@example.net\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found'\n\nOriginal message headers:\n\nReceived: from x (2603:10a6:208:250::1) by y with Microsoft SMTP Server id 15.20.3890.250",
      '550 5.1.10',
      'RESOLVER.ADR.RecipientNotFound; not found',
    ],
    [
      'Generating server: mail.example.org\nbob@example.net\n#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##',
      '550 5.1.1',
      'RESOLVER.ADR.RecipNotFound; not found',
    ],
    ['bob@example.net\n#< #5.1.1 smtp;550 Mailbox unavailable> #SMTP#', '550 5.1.1', 'Mailbox unavailable'],
  ])('of Exchange is an NDR: %#', (text, codes, words) => {
    expect(shortly(theReply(text))).toMatchObject({
      codes,
      words,
      form: 'ndr',
      software: 'exchange',
      recipient: 'bob@example.net',
    })
  })
})

describe('JSON', () => {
  test.each<[string, unknown, Record<string, string | null>[]]>([
    [
      'amazon-ses',
      {
        notificationType: 'Bounce',
        bounce: {
          bouncedRecipients: [
            {
              emailAddress: 'bob@example.net',
              action: 'failed',
              status: '5.0.0',
              diagnosticCode: 'smtp; 550 5.1.1 user "unknown"',
            },
            {
              emailAddress: 'al@example.net',
              action: 'failed',
              status: '5.2.2',
              diagnosticCode: 'smtp; 552 mailbox full',
            },
          ],
          timestamp: '2016-01-27T14:59:38.237Z',
        },
      },
      [
        { codes: '550 5.1.1', recipient: 'bob@example.net', words: 'user "unknown"' },
        { codes: '552 5.2.2', recipient: 'al@example.net', words: 'mailbox full' },
      ],
    ],
    [
      'amazon-ses',
      {
        delivery: {
          processingTimeMillis: 550,
          recipients: ['bob@example.net'],
          smtpResponse: '250 ok:  Message 550 accepted',
        },
      },
      [{ codes: '250', recipient: 'bob@example.net', words: 'ok: Message 550 accepted' }],
    ],
    [
      'sendgrid',
      [
        {
          email: 'bob@example.net',
          sg_event_id: 'x',
          event: 'bounce',
          reason: '500 unknown recipient',
          status: '5.0.0',
        },
        { email: 'al@example.net', event: 'deferred', response: '400 try again later', attempt: '5' },
      ],
      [
        { codes: '500 5.0.0', recipient: 'bob@example.net', words: 'unknown recipient' },
        { codes: '400', recipient: 'al@example.net', words: 'try again later' },
      ],
    ],
    [
      'mailgun',
      {
        'event-data': {
          'delivery-status': {
            'attempt-no': 1,
            code: 550,
            message: '5.1.1 The account does not exist',
            'enhanced-code': '5.1.1',
          },
          recipient: 'bob@example.net',
        },
      },
      [{ codes: '550 5.1.1', recipient: 'bob@example.net', words: 'The account does not exist' }],
    ],
    [
      'postmark',
      {
        RecordType: 'Bounce',
        TypeCode: 1,
        Details: 'smtp;550 5.1.1 The account does not exist.',
        Email: 'bob@example.net',
        From: 'al@example.org',
      },
      [{ codes: '550 5.1.1', recipient: 'bob@example.net', words: 'The account does not exist.' }],
    ],
    [
      'sparkpost',
      {
        msys: {
          message_event: {
            error_code: '550',
            raw_reason: '550 5.1.1 Unknown user',
            reason: '550 5.1.1 Unknown user',
            rcpt_to: 'bob@example.net',
          },
        },
      },
      [{ codes: '550 5.1.1', recipient: 'bob@example.net', words: 'Unknown user' }],
    ],
    [
      'nodemailer',
      {
        code: 'EAUTH',
        response: '535-5.7.8 Not accepted. Go to\n535 5.7.8  https://help.example/ a1',
        responseCode: 535,
        command: 'AUTH PLAIN',
      },
      [{ codes: '535 5.7.8', command: 'AUTH', words: 'Not accepted. Go to https://help.example/ a1' }],
    ],
  ])('of %s keeps what belongs to one reply together', (software, value, expected) => {
    for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
      const replies = recognizeReplies(text, NOBODY)
      expect(replies.map(shortly)).toMatchObject(expected)
      expect(replies.every((reply) => reply.form === 'json' && reply.software === software)).toBe(true)
    }
  })

  test('is read although it is cut off', () => {
    expect(codesIn('"status": "5.1.1",\n"diagnosticCode": "smtp; 550 user unknown"')).toEqual(['550 5.1.1'])
    expect(codesIn('{"bounce":{"reason":"550 5.1.1 unknown","email":"bob@exa')).toEqual(['550 5.1.1'])
  })

  test('of a web service is none', () => {
    expect(codesIn('{"status":503,"error":"Service Unavailable","path":"/api/mail"}')).toEqual([])
    expect(codesIn('{"status":404,"message":"User not found","email":"bob@example.net"}')).toEqual([])
    expect(codesIn('{"version":"5.7.26","status":"ok","email":"bob@example.net"}')).toEqual([])
  })
})

describe('a number that is no code', () => {
  test.each([
    'HTTP/1.1 404 Not Found',
    'status 503 Service Unavailable',
    '200 OK',
    'Error 404: mail page not found',
    'The API returned 500 when posting mail',
    '192.0.2.1 - - [01/Mar/2021:12:00:00 +0000] "GET /mail HTTP/1.1" 404 550',
    'requests.exceptions.HTTPError: 503 Server Error: Service Unavailable for url: https://api.mail.example',
    'Postfix 3.5.0, MySQL 5.7.26, PHP 5.6.40 and v4.2.1 on the mail server',
    'Upgraded SpamAssassin from 3.4.2 to 4.0.1 on the mail server',
    'Exim 4.94.2 (5.1.1)',
    '4.2.1 Scope',
    'See RFC 5321 section 4.2.1 on mail',
    'smtp[4412] port 587 and :25, size=550, [550], 250 ms',
    'Mar  1 12:00:00 mx postfix/qmgr[550]: 4F2A51234: from=<a@b.example>, size=550, nrcpt=250 (queue active)',
    'Received: from mx (mx [192.0.2.250]) by mail.example.net with ESMTP id 250 for <bob@example.net>; Mon, 1 Mar 2021 12:00:00 +0000',
    '2001:db8:250:550::1 connected to mail',
    'Message-ID: <550.5.1.1@example.net>',
    'exit code 255 from sendmail',
    'line 550: syntax error in mail.php',
    'mail count: 250; recipients: 550',
    '+1 555 250 1234',
    '550 Madison Avenue, New York, NY 10022',
    '550 people registered for the mail list',
    '250 messages were sent',
    '250 ml of milk\n500 g flour',
    'We sold 550 units for $450 at 12:55',
    'Delivered 250 of 550 e-mails. Error rate 4.5.1%',
    'smtp_connect_timeout = 300\nmessage_size_limit = 550',
    '+OK POP3 ready\nUSER bob\n+OK\nSTAT\n+OK 550 250000',
    '* 550 EXISTS\n* 250 RECENT\na1 OK FETCH completed',
    '550 Failed to open file.',
    '220 ProFTPD 1.3.5 Server ready\nUSER bob\n331 Password required for bob\nPASS x\n230 User bob logged in\nRETR x\n550 x: No such file or directory\nQUIT\n221 Goodbye.',
    '',
    ' \n\t',
  ])('%j gives nothing', (text) => {
    expect(codesIn(text)).toEqual([])
  })
})
