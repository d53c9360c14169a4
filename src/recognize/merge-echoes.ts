import type { Finding } from './recognition.ts'

/** How near an exception repeats its own reply: in its message, its cause, and the fields of its dump. */
const ECHO_REACH = 2500
const COMPARED = 60
const KEPT_PER_CODE = 12
/** More recipients than a bounce is read for twice. */
const MOST_MACHINE_PARTS = 400

/**
 * Makes one of what a text says twice about one reply: the human part of a bounce and its machine part (the machine part
 * stays), the transcript and the list of failures of a bounce, the message of an exception and its dump. What only the dropped
 * one knew (command, recipient, software) goes to the one that stays. Lines of a log are never one. Findings in, and out, by
 * their start; the result does not overlap.
 */
export function mergeEchoes(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort((a, b) => a.start - b.start)
  const machine = sorted.filter(({ isMachinePart }) => isMachinePart).slice(0, MOST_MACHINE_PARTS)
  const hasEchoes = sorted.some(({ form, isEcho }) => isEcho || form === 'dsn' || form === 'ndr')
  const kept: Finding[] = []
  const byCode = new Map<string, Finding[]>()
  for (const finding of sorted) {
    if (finding.start < (kept.at(-1)?.end ?? 0)) continue
    const twin = hasEchoes ? twinOf(finding, machine, byCode) : undefined
    if (twin) {
      enrich(twin, finding)
      continue
    }
    kept.push(finding)
    const code = finding.reply?.value ?? finding.enhanced?.value
    if (!hasEchoes || code === undefined) continue
    const near = byCode.get(code)
    if (near === undefined) byCode.set(code, [finding])
    else if (near.push(finding) > KEPT_PER_CODE) near.shift()
  }
  return kept
}

function twinOf(
  finding: Finding,
  machine: readonly Finding[],
  byCode: ReadonlyMap<string, readonly Finding[]>,
): Finding | undefined {
  const isHumanPart = isOfBounce(finding) && !finding.isMachinePart
  const told = isHumanPart ? machine.find((other) => isEchoOf(finding, other, true)) : undefined
  const near = byCode.get(finding.reply?.value ?? finding.enhanced?.value ?? '') ?? []
  return told ?? near.find((other) => isAllowedEcho(finding, other) && isEchoOf(finding, other, false))
}

function isOfBounce({ form }: Finding): boolean {
  return form === 'dsn' || form === 'ndr' || form === 'transcript'
}

function isAllowedEcho(finding: Finding, other: Finding): boolean {
  if (finding.isMachinePart || other.isMachinePart) return false
  if (finding.form === 'ndr' || finding.form === 'dsn') return isOfBounce(other)
  if (finding.form === 'transcript') return other.form === 'dsn' || other.form === 'ndr'
  return (
    finding.isEcho &&
    (finding.form === other.form || other.form === 'transcript') &&
    finding.start - other.end < ECHO_REACH
  )
}

function isEchoOf(finding: Finding, other: Finding, isLoose: boolean): boolean {
  if (finding.reply && other.reply && finding.reply.value !== other.reply.value) return false
  if (finding.enhanced && other.enhanced && finding.enhanced.value !== other.enhanced.value) return false
  if (!(finding.reply && other.reply) && !(finding.enhanced && other.enhanced)) return false
  const first = finding.recipient?.value.toLowerCase()
  const second = other.recipient?.value.toLowerCase()
  if (first !== undefined && second !== undefined && first !== second) return false
  if (finding.words === '' || other.words === '' || (isLoose && first !== undefined && first === second))
    return true
  if (isLoose && finding.enhanced && other.enhanced) return true
  const [a, b] = [beginning(finding.words), beginning(other.words)]
  return a.startsWith(b) || b.startsWith(a)
}

function beginning(words: string): string {
  return words.slice(0, COMPARED).toLowerCase().replace(/\s/g, '')
}

function enrich(kept: Finding, dropped: Finding): void {
  kept.command ??= dropped.command
  kept.recipient ??= dropped.recipient
  kept.software ??= dropped.software
  if (kept.serverText === '') kept.serverText = dropped.serverText
}
