import type { KnownReplies } from './recognition.ts'

const ADDRESS = '<address>'
const HOST = '<host>'
const IP = '<ip>'

/** A quoted local part (RFC 5321 §4.1.2), which may hold what ends every other run. */
const QUOTED_ADDRESS = /"[^"\r\n]{1,64}"@(?:\[[^\]\s]{1,64}\]|[^\s<>()[\]{}",;:]{1,255})/gu
/** What stands together without blanks and brackets, and the bracket of an address literal right behind it. */
const RUN = /[^\s<>()[\]{}",;]+(?:\[[^\]\s]{1,64}\])?|\[[^\]\s]{1,64}\]/gu
const LOCAL_SIGN = /[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`|~.-]/u
/** Keys that log lines join to an address by `=`, which an address may hold as well. */
const KEY =
  /^(?:to|from|orig_to|rcpt|recipients?|user|addr|address|arg1|email|ctladdr|sasl_username|mailfrom|F|P)=/i
const HOST_RUN = /[\p{L}\p{M}\p{N}._-]+/gu
const IPV4 = /(?<![A-Za-z0-9.-])\d{1,3}(?:\.\d{1,3}){3}(?![A-Za-z0-9-]|\.\d)/g
/** Read as whole runs, so that no sign is read twice; most of them are no addresses. */
const COLON_RUN = /[0-9a-z:.%]+/gi
/** What is joined to an address by a colon: "IPv6:", "addr:". */
const LABELS = /^(?:[0-9a-z.%]{0,30}[g-z][0-9a-z.%]{0,30}:){1,4}|^ipv6:/i
/** An address is 45 signs at most; the rest is for what is joined to it. */
const LONGEST_IPV6_RUN = 200
/** Endings of file names that are no top-level domains; those that are both count as domains. */
const FILE_ENDINGS = new Set(
  'js ts jsx tsx mjs cjs html htm cgi php asp aspx jsp log txt eml json xml yml yaml cfg conf ini exe dll java class go rb cpp hpp csv pdf err warn service socket lock pid db sqlite'.split(
    ' ',
  ),
)
const COMMON_DOMAIN = /^(?:com|net|org|edu|gov|info|biz)$/i
const URL = /^([a-z0-9+.-]{1,20}:\/\/)([^/?#\s]*)(.*)$/isu
const SCHEME_SIGN = /[a-z0-9+.-]/i
const LONGEST_SCHEME = 20
const HOST_IN_PHRASE = /(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}/gi

/**
 * A text fit for sharing: mail addresses become `<address>`, host names `<host>`, IPv4 and IPv6 addresses `<ip>`; codes and
 * words stay. A https URL without a query stays whole when its host stands in the phrase of a known reply, since it leads to
 * that provider's explanation. What looks like a host is one: a file or a class may be masked, a host is not left. Total and
 * linear; masking a masked text changes nothing.
 */
export function maskAddresses(text: string, known: KnownReplies = { replies: [] }): string {
  const explained = hostsOfPhrases(known)
  return text
    .replace(QUOTED_ADDRESS, ADDRESS)
    .replace(RUN, (run) => maskRun(run, explained))
    .replaceAll(`<${ADDRESS}>`, ADDRESS)
}

function hostsOfPhrases(known: KnownReplies): Set<string> {
  const hosts = new Set<string>()
  for (const { phrase } of known.replies)
    for (const [host] of phrase.matchAll(HOST_IN_PHRASE)) hosts.add(host.toLowerCase())
  return hosts
}

function maskRun(run: string, explained: ReadonlySet<string>): string {
  let masked = ''
  let from = 0
  let isUrl = false
  for (let mark = run.indexOf('://'); mark !== -1; mark = run.indexOf('://', mark + 3)) {
    let start = mark
    while (start > from && mark - start < LONGEST_SCHEME && SCHEME_SIGN.test(run.charAt(start - 1)))
      start -= 1
    if (start === mark) continue
    masked += maskPart(run.slice(from, start), isUrl, explained)
    from = start
    isUrl = true
  }
  return masked + maskPart(run.slice(from), isUrl, explained)
}

/** Masks a part of a run that holds one URL, which it begins with, or none. */
function maskPart(part: string, isUrl: boolean, explained: ReadonlySet<string>): string {
  const [, protocol, authority = '', rest = ''] = (isUrl && URL.exec(part)) || []
  if (protocol === undefined) return maskPlain(part)
  const host = authority.replace(/[.:]+$/, '').toLowerCase()
  if (protocol.toLowerCase() === 'https://' && explained.has(host) && !/[?@]|%40/.test(rest)) return part
  if (authority.includes('@')) return `${protocol}${ADDRESS}${maskPlain(rest)}`
  const masked = maskPlain(authority)
  // The host of an URL is one even without a dot.
  return `${protocol}${masked === authority && /\p{L}/u.test(authority) ? HOST : masked}${maskPlain(rest)}`
}

/** Masks a run that is no URL: each `@` with what belongs to it on both sides, and hosts and numbers in what is left. */
function maskPlain(run: string): string {
  let masked = ''
  let from = 0
  for (let sign = run.indexOf('@'); sign !== -1; sign = run.indexOf('@', Math.max(from, sign + 1))) {
    if (sign < from) continue
    let start = sign
    while (start > from && LOCAL_SIGN.test(run.charAt(start - 1))) start -= 1
    const key = KEY.exec(run.slice(start, Math.min(sign, start + 40)))
    if (key) start += key[0].length
    while (start < sign && /['`*]/.test(run.charAt(start))) start += 1
    const domain =
      /^(?:\[[^\]]*\]|[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._-]*)/u.exec(run.slice(sign + 1))?.[0] ?? ''
    // "nodemailer@6.9.1" is a package; "@" alone is a word.
    if (start === sign || domain === '' || /^[\d.]+$/.test(domain)) continue
    masked += maskHosts(run.slice(from, start)) + ADDRESS
    from = sign + 1 + domain.replace(/[.-]+$/, '').length
  }
  return masked + maskHosts(run.slice(from))
}

function maskHosts(text: string): string {
  if (!/[.:]/.test(text)) return text
  return text.replace(COLON_RUN, maskIpv6).replace(IPV4, IP).replace(HOST_RUN, maskHost)
}

function maskIpv6(run: string): string {
  if (!run.includes(':') || run.length > LONGEST_IPV6_RUN) return run
  const label = LABELS.exec(run)?.[0] ?? ''
  const [, address = '', after = ''] = /^(.*?)((?:(?<!:):|\.)?)$/s.exec(run.slice(label.length)) ?? []
  if (!/^[0-9a-f:.]{2,45}(?:%[0-9a-z]{1,16})?$/i.test(address) || !/[0-9a-f]/i.test(address)) return run
  const colons = address.split(':').length - 1
  return colons > 1 && (address.includes('::') || colons > 6) ? `${label}${IP}${after}` : run
}

function maskHost(run: string): string {
  const [, before = '', host = '', after = ''] = /^([._-]*)(.*?)([._-]*)$/su.exec(run) ?? []
  return isHost(host) ? `${before}${HOST}${after}` : run
}

function isHost(text: string): boolean {
  const labels = text.split('.')
  const last = labels.at(-1) ?? ''
  if (labels.length < 2 || labels.some((label) => label === '')) return false
  if (!/^(?:\p{L}[\p{L}\p{M}]{1,62}|xn--[a-z0-9-]{1,59})$/iu.test(last)) return false
  // Classes and error names end in capitals and small letters ("javax.mail.MessagingException"); domains seldom do.
  const isMixed = last !== last.toLowerCase() && last !== last.toUpperCase()
  if (isMixed) return COMMON_DOMAIN.test(last)
  return !(labels.length < 4 && FILE_ENDINGS.has(last.toLowerCase()))
}
