import type { KnownReplies, KnownReply } from './recognition.ts'

/** The domains of the hosts by which providers receive mail, or which their replies name. */
const HOSTS: Record<string, string> = {
  'google.com': 'gmail',
  'googlemail.com': 'gmail',
  'gmail.com': 'gmail',
  'outlook.com': 'microsoft',
  'office365.com': 'microsoft',
  'hotmail.com': 'microsoft',
  'microsoft.com': 'microsoft',
  'yahoodns.net': 'yahoo',
  'yahoo.com': 'yahoo',
  'yahooinc.com': 'yahoo',
  'aol.com': 'yahoo',
  'icloud.com': 'icloud',
  'apple.com': 'icloud',
  'me.com': 'icloud',
  'mac.com': 'icloud',
  'pphosted.com': 'proofpoint',
  'ppe-hosted.com': 'proofpoint',
  'proofpoint.com': 'proofpoint',
  'mimecast.com': 'mimecast',
  'mimecast.co.za': 'mimecast',
  'barracudanetworks.com': 'barracuda',
  'barracuda.com': 'barracuda',
  'barracudacentral.org': 'barracuda',
  'cloudflare.net': 'cloudflare',
  'cloudflare.com': 'cloudflare',
  'zoho.com': 'zoho',
  'zoho.eu': 'zoho',
  'zoho.in': 'zoho',
  'yandex.ru': 'yandex',
  'yandex.net': 'yandex',
  'yandex.com': 'yandex',
  'mail.ru': 'mailru',
  'gmx.net': 'gmx',
  'gmx.com': 'gmx',
  'gmx.de': 'gmx',
  'web.de': 'gmx',
  'orange.fr': 'orange',
  'wanadoo.fr': 'orange',
  'laposte.net': 'laposte',
  'free.fr': 'free',
  'qq.com': 'qq',
  '163.com': 'netease',
  '126.com': 'netease',
  'netease.com': 'netease',
  'naver.com': 'naver',
  'comcast.net': 'comcast',
  't-online.de': 'tonline',
  'emailsrvr.com': 'rackspace',
  'secureserver.net': 'godaddy',
}
const HOST = /(?<![\w@.-])(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-])/gi
/** What Google's servers end their replies with; no other provider signs them. */
const GOOGLE_SIGNATURE = /- gsmtp\b/

/** The provider to whom a host of a text belongs, the first that is known; null when none is. */
export function providerOfHosts(text: string): string | null {
  if (GOOGLE_SIGNATURE.test(text)) return 'gmail'
  if (!text.includes('.')) return null
  for (const [host] of text.slice(0, 3000).matchAll(HOST)) {
    const labels = host.toLowerCase().split('.')
    const provider = HOSTS[labels.slice(-2).join('.')] ?? HOSTS[labels.slice(-3).join('.')]
    if (provider !== undefined) return provider
  }
  return null
}

export type FindKnown = (reply: string | null, enhanced: string | null, words: string) => KnownReply | null

const WORD = /[\p{L}\p{N}]+/gu

/**
 * A search for the known reply whose phrase stands in a reply's words. Codes that a known reply names must be those of the
 * reply, where the reply has them, except under a telling phrase; the phrase with more equal codes wins, then the longest. A phrase is taken
 * literally, without regard to case or to the number of blanks. Phrases are filed under their longest inner word, so a
 * reply is compared with few of the hundreds.
 */
export function knownSearch(known: KnownReplies): FindKnown {
  const filed = new Map<string, { known: KnownReply; phrase: string }[]>()
  const unfiled: { known: KnownReply; phrase: string }[] = []
  for (const entry of known.replies) {
    const phrase = entry.phrase.toLowerCase().replace(/\s+/g, ' ').trim()
    if (phrase === '') continue
    // The first and the last word may be parts of longer words.
    const inner = (phrase.match(WORD) ?? []).slice(1, -1).sort((a, b) => b.length - a.length)[0]
    if (inner === undefined || inner.length < 4) unfiled.push({ known: entry, phrase })
    else filed.set(inner, [...(filed.get(inner) ?? []), { known: entry, phrase }])
  }
  const remembered = new Map<string, KnownReply | null>()

  return (reply, enhanced, words) => {
    if (words === '' || known.replies.length === 0) return null
    const key = `${reply} ${enhanced} ${words}`
    const before = remembered.get(key)
    if (before !== undefined) return before
    const folded = words.slice(0, 3000).toLowerCase()
    const near = [...new Set(folded.match(WORD))].flatMap((word) => filed.get(word) ?? [])
    let best: KnownReply | null = null
    let highest = 0
    for (const entry of [...unfiled, ...near]) {
      if (!folded.includes(entry.phrase)) continue
      // A reply that gives no enhanced code is not the one that is known with it, unless its phrase tells.
      const missing = entry.known.enhanced !== null && enhanced === null ? -2 : 0
      const equal = agreement(entry.known.reply, reply) + agreement(entry.known.enhanced, enhanced) + missing
      const rank = equal * 1000 + entry.phrase.length + LOWEST_RANK
      if (equal < 0 && (entry.phrase.length < TELLING_PHRASE || equal < -2)) continue
      if (rank > highest) [highest, best] = [rank, entry.known]
    }
    if (remembered.size < 5000) remembered.set(key, best)
    return best
  }
}

/** A phrase of this length is nobody else's, even under a code that its provider did not document. */
const TELLING_PHRASE = 20
/** Makes every rank positive. */
const LOWEST_RANK = 10_000

/** 1 when both have the same code, 0 when one has none, below zero when they differ, far below in another class. */
function agreement(known: string | null, found: string | null): number {
  if (known === null || found === null) return 0
  if (known === found) return 1
  return known.charAt(0) === found.charAt(0) ? -2 : -9
}
