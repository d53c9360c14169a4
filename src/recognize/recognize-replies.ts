import { bareRecognition } from './bare-recognition.ts'
import { findInLines } from './find-in-lines.ts'
import { sitesOfBareText } from './find-sites.ts'
import { mergeEchoes } from './merge-echoes.ts'
import { providerOfHosts, knownSearch, type FindKnown } from './name-provider.ts'
import { softwareOfBounce, softwareOfEvent } from './name-software.ts'
import { readPage } from './page.ts'
import { readDeliveryStatus } from './read-delivery-status.ts'
import { readJsonEvents } from './read-json-events.ts'
import type { Finding, KnownReplies, Recognition } from './recognition.ts'

const OPENING = 16_384
/** A catalogue is filed once, however many texts are read against it. */
const searches = new WeakMap<KnownReplies, FindKnown>()

/**
 * The SMTP replies of a pasted text, in its order, without overlap: bare codes, single replies, transcripts, log lines,
 * exceptions, bounces (RFC 3464 and older), JSON events. A number counts as a code only for a reason that its surroundings
 * give; a text without replies gives []. Total and linear: any text, of any length, never fails. Grammar of reply codes
 * RFC 5321 §4.2, of enhanced codes RFC 3463 §2.
 */
export function recognizeReplies(coloured: string, known: KnownReplies): Recognition[] {
  const text = withoutColours(coloured)
  const search = searchIn(known)
  const bare = sitesOfBareText(text)
  if (bare.length > 0)
    return bare.map(({ start, codes: { reply, enhanced, wordsStart } }) =>
      bareRecognition({ start, end: wordsStart, reply, enhanced }),
    )

  const page = readPage(text)
  const opening = text.slice(0, OPENING)
  const status = readDeliveryStatus(page, page.bounce ? softwareOfBounce(opening) : null)
  const events = readJsonEvents(page, softwareOfEvent(opening))
  const claims = [...status.claims, ...events.claims].sort((a, b) => a.start - b.start)
  const inLines = findInLines(page, claimSearch(claims))
  return mergeEchoes([...status.findings, ...events.findings, ...inLines]).map((finding) =>
    recognition(finding, search),
  )
}

/** A terminal's colours as blanks, so that positions stay: logs of containers and tests are copied with them. */
function withoutColours(text: string): string {
  // oxlint-disable-next-line no-control-regex -- ECMA-48 begins its control sequences with it
  return text.replace(/\u001b\[[\d;]{0,20}m/g, (sequence) => ' '.repeat(sequence.length))
}

/** A host says more of who replied than a phrase, which is often that of a program many run. */
function recognition(finding: Finding, search: FindKnown): Recognition {
  const { start, end, reply, enhanced, command, software, form, recipient, words, serverText } = finding
  const phrased = search(reply?.value ?? null, enhanced?.value ?? null, words)
  const isSpoken = finding.isServersWords || phrased?.provider === software
  const spoken = isSpoken ? phrased : null
  const provider =
    providerOfHosts(finding.isServersWords ? words : '') ??
    providerOfHosts(serverText) ??
    spoken?.provider ??
    null
  const knownId = spoken?.provider === provider ? (spoken?.id ?? null) : null
  return { start, end, reply, enhanced, command, provider, known: knownId, software, form, recipient, words }
}

function searchIn(known: KnownReplies): FindKnown {
  const made = searches.get(known) ?? knownSearch(known)
  searches.set(known, made)
  return made
}

/** Tells where the claim that holds a position ends; the position itself when none does. Ascending starts, any overlap. */
function claimSearch(claims: readonly { start: number; end: number }[]): (position: number) => number {
  let next = 0
  let reach = 0
  let asked = 0
  return (position) => {
    if (position < asked) {
      next = 0
      reach = 0
    }
    asked = position
    for (; (claims[next]?.start ?? Number.POSITIVE_INFINITY) <= position; next += 1)
      reach = Math.max(reach, claims[next]?.end ?? 0)
    return Math.max(reach, position)
  }
}
