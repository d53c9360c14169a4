const DROPPED: Record<string, RegExp> = {
  script: /<\/script/gi,
  style: /<\/style/gi,
  head: /<\/head|<body/gi,
}
const BLOCKS = new Set(
  'address article blockquote body center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul'.split(
    ' ',
  ),
)
const CELLS = new Set(['td', 'th'])
const TAG = /<(\/?)([A-Za-z][A-Za-z0-9]{0,15})|<[!?/]/y
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp));/g
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const NO_BREAK_SPACE = 0xa0

/**
 * What a person would read of the HTML of a mail: no tags, comments, scripts, styles or head; blocks and <br> on lines of their
 * own, cells a blank apart, white space as HTML folds it (kept in <pre>), no-break spaces as blanks, the entities of XML and
 * numbered ones decoded. Anything that is no tag stays. Linear, and total: never fails, whatever is left open.
 */
export function htmlToText(html: string): string {
  const pieces: string[] = []
  const find = searchAhead(html)
  let isLineStart = true
  let isPreformatted = false
  let position = 0

  const say = (from: number, to: number) => {
    const raw = html.slice(from, to)
    const folded = isPreformatted ? raw : raw.replace(/[ \t\r\n\f]+/g, ' ')
    const text = decodeEntities(isLineStart && !isPreformatted ? folded.trimStart() : folded)
    if (text === '') return
    pieces.push(text)
    isLineStart = text.endsWith('\n')
  }
  const endLine = () => {
    pieces.push('\n')
    isLineStart = true
  }

  while (position < html.length) {
    const open = html.indexOf('<', position)
    if (open === -1) break
    say(position, open)
    TAG.lastIndex = open
    const tag = TAG.exec(html)
    const isComment = tag !== null && html.startsWith('<!--', open)
    const close = tag === null ? -1 : find(isComment ? '-->' : '>', open)
    if (tag === null || close === -1) {
      // Nothing that a browser would take for a tag: "5 < 6", or the last, cut off one.
      say(open, open + 1)
      position = open + 1
      continue
    }
    position = close
    const name = tag[2]?.toLowerCase() ?? ''
    const isOpening = tag[1] === ''
    if (isOpening && Object.hasOwn(DROPPED, name)) position = Math.max(position, find(name, close))
    else if (name === 'br') endLine()
    else if (BLOCKS.has(name)) {
      if (!isLineStart) endLine()
      if (name === 'pre') isPreformatted = isOpening
    } else if (isOpening && CELLS.has(name) && !isLineStart && !pieces.at(-1)?.endsWith(' ')) pieces.push(' ')
  }
  say(position, html.length)
  const lines = pieces.join('').split('\n')
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/**
 * Finds where the next of a mark ends, or where the content of a dropped element does; -1 when there is none. Positions only
 * grow, so what was not found once is never looked for again: a megabyte of openings costs one search.
 */
function searchAhead(html: string): (mark: string, from: number) => number {
  const absent = new Set<string>()
  return (mark, from) => {
    if (absent.has(mark)) return -1
    const end = DROPPED[mark]
    if (end) end.lastIndex = from
    const found = end ? (end.exec(html)?.index ?? -1) : html.indexOf(mark, from)
    if (found === -1) absent.add(mark)
    return found === -1 || end ? found : found + mark.length
  }
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text.replaceAll('\u00a0', ' ')
  return text
    .replaceAll('\u00a0', ' ')
    .replace(ENTITY, (_, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? ''
      const point =
        decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10)
      if (point === NO_BREAK_SPACE) return ' '
      const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
      return isCharacter ? String.fromCodePoint(point) : '\ufffd'
    })
}
