import type { KnownReplies } from './recognition.ts'

const ADDRESS = '<address>'
const HOST = '<host>'
const IP = '<ip>'

/** A quoted local part (RFC 5321 §4.1.2), which may hold blanks; never a mark, or it would reach over one. */
const QUOTED_ADDRESS = /"[^"<>\r\n]{1,64}"@(?:\[[^\]\s<>]{1,64}\]|[^\s<>()[\]{}",;:]{1,255})/gu
/** The name and password of an URL, and its host. */
const USER_OF_URL = /(?<=:\/\/)[^\s<>()[\]{}",;/?#@]*@[\p{L}\p{M}\p{N}._-]*/gu
/**
 * A domain has a letter: "nodemailer@6.9.1" is a package. A run starts where a local part can, so that no sign is read twice,
 * and takes the addresses that follow it without a gap.
 */
const PLAIN_ADDRESS =
  /(?<![\p{L}\p{M}\p{N}!#$%&'*+/=?^_`|~.-])(?:[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`|~.-]+@(?:\[[^\]\s<>]{1,64}\]|[\p{M}\p{N}._-]*\p{L}[\p{L}\p{M}\p{N}]*(?:[._-]+[\p{L}\p{M}\p{N}]+)*))+/gu
/**
 * What an address may hold as well, yet is joined to it far more often: the host and path before it in an URL, the key of
 * a log line, a quotation mark.
 */
const JOINED =
  /^(?:\/\/[\p{L}\p{M}\p{N}._-]*[/?#])?(?:(?:to|from|orig_to|rcpt|recipients?|user|addr|address|arg1|email|ctladdr|sasl_username|mailfrom|F|P)=)?['`*]*/iu
/** Signs of an IPv6 address, and what stands behind them. A mark made later than this stands for signs once read along. */
const COLON_RUN =
  /(?<![\p{L}\p{M}\p{N}_.%-]|<(?:host|ip)>)([0-9a-f:]+)([\p{L}\p{M}\p{N}.%]*(?:<(?:host|ip)>)?)/giu
const IPV6 = /^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}$/i
const IPV6_END = /^(?:(?:\.\d{1,3}){3})?(?:%[0-9a-z]{1,16})?(:?\.*)$/i
const IPV4 = /(?<![A-Za-z0-9.-])\d{1,3}(?:\.\d{1,3}){3}(?![A-Za-z0-9-]|\.\d)/g
/** In an URL, what could be the beginning of a longer COLON_RUN is not taken out of it. */
const HOST_RUN = /(?!(?<=:\/\/)[0-9a-f]+:[0-9a-f]*:)[\p{L}\p{M}\p{N}]+(?:[._-]+[\p{L}\p{M}\p{N}]+)*/giu
/** Nothing that is masked itself stands before the scheme. */
const HTTPS = /(?<![\p{L}\p{M}\p{N}._/-])https:\/\/$/iu
/** Endings of file names that are no top-level domains; those that are both count as domains. */
const FILE_ENDINGS = new Set(
  'js ts jsx tsx mjs cjs html htm cgi php asp aspx jsp log txt eml json xml yml yaml cfg conf ini exe dll java class go rb cpp hpp csv pdf err warn service socket lock pid db sqlite'.split(
    ' ',
  ),
)
const COMMON_DOMAIN = /^(?:com|net|org|edu|gov|info|biz)$/i
const HOST_IN_PHRASE = /(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}/gi

/**
 * A text fit for sharing: mail addresses become `<address>`, host names `<host>`, IPv4 and IPv6 addresses `<ip>`; codes and
 * words stay. The host of a https URL stays when the phrase of a known reply holds it, since the URL leads to that provider's
 * explanation. What looks like a host is one: a file or a class may be masked, a host is not left. Total and linear.
 *
 * Masking a masked text changes nothing: each step takes runs as long as they go, judges them by their own signs and by
 * neighbours that no later step takes away, and no run reaches over a mark. What a step left it leaves again.
 */
export function maskAddresses(text: string, known: KnownReplies = { replies: [] }): string {
  const explained = hostsOfPhrases(known)
  return text
    .replace(QUOTED_ADDRESS, ADDRESS)
    .replace(USER_OF_URL, ADDRESS)
    .replace(PLAIN_ADDRESS, maskAddress)
    .replace(COLON_RUN, maskIpv6)
    .replace(IPV4, IP)
    .replace(HOST_RUN, (run: string, start: number, whole: string) =>
      isHost(run, whole.slice(Math.max(0, start - 9), start), explained) ? HOST : run,
    )
    .replace(/(?<!<)<(<(?:address|host|ip)>)>(?!>)/g, '$1')
}

function hostsOfPhrases(known: KnownReplies): Set<string> {
  const hosts = new Set<string>()
  for (const { phrase } of known.replies)
    for (const [host] of phrase.matchAll(HOST_IN_PHRASE)) hosts.add(host.toLowerCase())
  return hosts
}

function maskAddress(run: string): string {
  const joined = JOINED.exec(run)?.[0] ?? ''
  return run.charAt(joined.length) === '@' ? ADDRESS : `${joined}${ADDRESS}`
}

function maskIpv6(run: string, signs: string, behind: string): string {
  const address = signs.replace(/(?<=::|[^:]):$/, '')
  const end = IPV6_END.exec(signs.slice(address.length) + behind)
  if (!end || !IPV6.test(address) || !/[0-9a-f]/i.test(address)) return run
  // A time has fewer colons, and none beside another.
  return address.includes('::') || address.split(':').length > 7 ? `${IP}${end[1] ?? ''}` : run
}

function isHost(run: string, before: string, explained: ReadonlySet<string>): boolean {
  if (HTTPS.test(before) && explained.has(run.toLowerCase())) return false
  // The host of an URL is one even without a dot.
  return (before.endsWith('://') && /\p{L}/u.test(run)) || isDomain(run)
}

function isDomain(text: string): boolean {
  const labels = text.split('.')
  const last = labels.at(-1) ?? ''
  if (labels.length < 2 || labels.includes('')) return false
  if (!/^(?:\p{L}[\p{L}\p{M}]{1,62}|xn--[a-z0-9-]{1,59})$/iu.test(last)) return false
  // Classes and error names end in capitals and small letters ("javax.mail.MessagingException"); domains seldom do.
  const isMixed = last !== last.toLowerCase() && last !== last.toUpperCase()
  if (isMixed) return COMMON_DOMAIN.test(last)
  return !(labels.length < 4 && FILE_ENDINGS.has(last.toLowerCase()))
}
