import type { Command } from '#src/catalog/catalog-schema.ts'

// Longer names stand before what they begin with; "DATA END" is PHPMailer's name, "end of data" Exim's and Postfix's.
const NAMES: readonly [RegExp, Command][] = [
  [
    /^(?:end[ -]of[ -]data|data end|end-of-message|end-of-headers|sending (?:data block|message body|end of data)|\.$)/i,
    'DATA_END',
  ],
  [/^(?:mail\b(?: ?from)?)/i, 'MAIL'],
  [/^(?:rcpt\b(?: ?to)?|recipient command)/i, 'RCPT'],
  [/^(?:initial connection|initial (?:server )?greeting|connect|conn\b|greeting|banner)/i, 'CONNECT'],
  [/^(?:auth|username command|password command)/i, 'AUTH'],
  [/^starttls/i, 'STARTTLS'],
  [/^ehlo/i, 'EHLO'],
  [/^helo/i, 'HELO'],
  [/^data\b/i, 'DATA'],
  [/^bdat\b/i, 'BDAT'],
  [/^quit\b/i, 'QUIT'],
  [/^rset\b/i, 'RSET'],
  [/^vrfy\b/i, 'VRFY'],
  [/^expn\b/i, 'EXPN'],
  [/^etrn\b/i, 'ETRN'],
]

/** The command that a name in a sentence or a field means ("RCPT TO", "end of DATA", "AUTH PLAIN"), or null. */
export function commandNamed(name: string): Command | null {
  return NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

const BEHIND =
  /^[^()]{0,24}\(in[\s>]{1,20}reply[\s>]{1,20}to[\s>]{1,20}([^()]{1,60})\)|^[^()\r\n]{0,20}\(?in (?:reply|response) to (?:the )?([A-Za-z ]{3,30})/
const BEFORE =
  /(?:\bin (?:reply|response) to |\bafter (?:the )?(?:pipelined )?(?:sending )?|\bcommand[=:] ?["']|\bbad response on command ["']?|\breject: |(?<=ERROR: ))((?:end[ -]of[ -](?:data|message)|data end|initial connection|MAIL FROM|RCPT TO|RCPT|MAIL|DATA|EHLO|HELO|STARTTLS|AUTH|CONNECT|VRFY|EXPN|ETRN|BDAT|QUIT|sending data block|Password command|Username command|END-OF-MESSAGE|END-OF-HEADERS)\b)/gi
const SPOKEN: readonly [RegExp, Command][] = [
  [/refused to talk to me|greeting failed|initial greeting|ruleset=check_relay/i, 'CONNECT'],
  [
    /does[ _]not[ _]like[ _]recipient|ruleset=check_rcpt|all recipients were rejected|recipients? (?:were )?(?:rejected|refused|failed): |\bRCPT failed: /i,
    'RCPT',
  ],
  [/sender[ _]was[ _]rejected|ruleset=check_mail|Mail command failed: |\bMAIL failed: /i, 'MAIL'],
  [/after[ _]I[ _]sent[ _]the[ _]message|DATA END command failed|Message failed: /i, 'DATA_END'],
  [/Invalid login: |AuthenticationFailedException|Could not authenticate/i, 'AUTH'],
]

/** The command that the words around a reply name: behind it as Postfix does, before it as Exim, Sendmail and qmail do. */
export function spokenCommand(lead: string, behind: string): Command | null {
  const after = BEHIND.exec(behind)
  const named = after && commandNamed((after[1] ?? after[2] ?? '').replace(/[\s>]+/g, ' ').trim())
  if (named) return named
  const before = [...lead.slice(-500).matchAll(BEFORE)].at(-1)?.[1]
  if (before !== undefined) return commandNamed(before)
  return SPOKEN.find(([pattern]) => pattern.test(lead.slice(-400)))?.[1] ?? null
}

/** smtplib names its exceptions after the command that failed; SMTPDataError may mean DATA or its end, and says neither. */
export function commandOfException(near: string, software: string | null): Command | null {
  if (software !== 'python-smtplib') return null
  if (/SMTPRecipients?Refused/.test(near)) return 'RCPT'
  if (near.includes('SMTPSenderRefused')) return 'MAIL'
  if (near.includes('SMTPAuthenticationError')) return 'AUTH'
  return near.includes('SMTPConnectError') ? 'CONNECT' : null
}
