import type { Site } from './find-sites.ts'
import { softwareOfBounce, softwareOfLine, softwareOfSession, softwareOfStackTrace } from './name-software.ts'
import type { Page } from './page.ts'
import type { Prefix } from './read-prefix.ts'
import type { Form } from './recognition.ts'
import type { Line } from './split-lines.ts'

export interface Surroundings {
  /** Which form a reply has where it stands, and what wrote the text around it; a turn is one side of a session. */
  describe: (
    line: Line,
    prefix: Prefix,
    site: Site,
    isTurn: boolean,
    near: string,
  ) => { form: Form; software: string | null }
  /** Where what introduces a line begins: in a bounce two lines above it, within its paragraph. */
  leadStart: (index: number) => number
  /** What may name the server that replied on a line, beside the reply's own words. */
  serverText: (index: number, lead: string, form: Form) => string
}

const OPENING = 16_384
const TRACE_WINDOW = 1024
const LINE_PART = 700

/** Tells form, software and server of replies by what stands around them; reads every part of the text once. */
export function readSurroundings(page: Page): Surroundings {
  const { text, lines } = page
  const traces: (string | null | undefined)[] = []
  let named: { line: number; part: number; software: ReturnType<typeof softwareOfLine> } = {
    line: -1,
    part: -1,
    software: null,
  }
  const opening = text.slice(0, OPENING)
  const sessionSoftware =
    page.commands.length > 0 || /^<|^\*{0,3} ?[SC<]/m.test(opening) ? softwareOfSession(opening) : null
  const bounceSoftware = page.bounce === null ? null : softwareOfBounce(opening)

  const traceAround = (position: number): string | null => {
    if (!page.hasExceptions) return null
    const index = Math.floor(position / TRACE_WINDOW)
    if (traces[index] === undefined)
      traces[index] = softwareOfStackTrace(
        text.slice(Math.max(0, (index - 1) * TRACE_WINDOW), (index + 2) * TRACE_WINDOW),
      )
    return traces[index] ?? null
  }

  return { describe, leadStart, serverText }

  function describe(
    line: Line,
    prefix: Prefix,
    site: Site,
    isTurn: boolean,
    near: string,
  ): { form: Form; software: string | null } {
    if (isTurn) return { form: 'transcript', software: sessionSoftware ?? bounceSoftware }
    const wrote = softwareAt(line, site.start, near)
    if (wrote?.form === 'exception') return wrote
    if (page.bounce && !prefix.isStamped)
      return { form: page.bounce, software: wrote?.software ?? bounceSoftware }
    if (wrote) return wrote
    const thrown = traceAround(site.start)
    if (thrown !== null && site.kind !== 'bare') return { form: 'exception', software: thrown }
    if (site.kind === 'bare') return { form: 'bare', software: null }
    if (prefix.isStamped) return { form: 'log', software: sessionSoftware }
    return { form: page.bounce ?? 'reply', software: bounceSoftware }
  }

  /** What wrote a line, read once for all replies that stand in the same part of it. */
  function softwareAt(line: Line, position: number, near: string): ReturnType<typeof softwareOfLine> {
    const part = Math.floor((position - line.start) / LINE_PART)
    if (named.line !== line.start || named.part !== part)
      named = {
        line: line.start,
        part,
        software: softwareOfLine(part === 0 ? text.slice(line.start, line.end) : near),
      }
    return named.software
  }

  function leadStart(at: number): number {
    const line = lines[at]
    const before = lines[at - 1]
    if (
      !line ||
      !before ||
      page.bounce === null ||
      (line.isAfterBlank && !text.slice(before.start, before.end).trimEnd().endsWith(':'))
    )
      return line?.start ?? 0
    const above = lines[at - 2]
    return above && !before.isAfterBlank ? above.start : before.start
  }

  function serverText(at: number, lead: string, form: Form): string {
    if (form !== 'dsn' && form !== 'ndr') return lead.slice(-600)
    return [lines[at - 2], lines[at - 1]]
      .map((line) => (line ? text.slice(line.start, Math.min(line.end, line.start + 300)) : ''))
      .filter((words) => !/generating server|reporting-mta|^\s*x-|from:/i.test(words))
      .concat(lead.slice(-600))
      .join('\n')
  }
}
