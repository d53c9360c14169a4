/**
 * As in floors/texts.ts, with the words themselves still in their place.
 * @template Word @typedef {[tag: number, ...words: Word[]]} BlockOf
 */
/**
 * @template Word
 * @typedef {[
 *   before: BlockOf<Word>[],
 *   rows: [title: BlockOf<Word>, ...parts: BlockOf<Word>[][][]][],
 *   after: BlockOf<Word>[],
 * ]} PairOf
 */

/**
 * The main content of a prerendered comparison as blocks of words, row by row. Runs in a page, so it is whole in itself.
 * @param {string} html @returns {PairOf<string> | null}
 */
export function readPair(html) {
  const PLACES = /** @type {Record<string, number>} */ ({ H1: 0, H2: 1, H3: 1, DT: 1, LEGEND: 1, LI: 2 })
  const BLOCKS =
    'article, aside, blockquote, dd, details, div, dl, dt, fieldset, figure, h1, h2, h3, legend, li, ol, p, section, summary, table, ul'
  const SILENT = 'script, style, template, svg, [hidden]'
  const TABLE = -1

  const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main')
  const table = main?.querySelector('[role=table]')
  if (!main || !table) return null

  /** @param {number} place @param {Node[]} nodes @returns {BlockOf<string>} */
  const block = (place, nodes) => {
    const words = ['']
    for (const node of nodes) {
      for (const text of textsOf(node)) {
        const isMarked = text.parentElement?.closest('del, ins, mark') !== null
        if ((words.length % 2 === 0) !== isMarked) words.push('')
        words.push(words.pop() + text.data)
      }
    }
    return [place, ...words]
  }

  /** @param {Node} node @returns {Text[]} */
  const textsOf = (node) => {
    if (node instanceof Text) return [node]
    if (!(node instanceof Element) || node.matches(SILENT)) return []
    return [...node.childNodes].flatMap(textsOf)
  }

  /** @param {Node} node @param {BlockOf<string>[]} out */
  const walk = (node, out) => {
    if (!(node instanceof Element) || node.matches(SILENT)) return
    /** @type {Node[]} */
    let inline = []
    const flush = () => {
      const made = block(PLACES[node.tagName] ?? 3, inline)
      if (made.slice(1).join('').trim() !== '') out.push(made)
      inline = []
    }
    for (const child of node.childNodes) {
      if (child === table) {
        flush()
        out.push([TABLE])
      } else if (child instanceof Element && (child.matches(BLOCKS) || child.querySelector(BLOCKS))) {
        flush()
        walk(child, out)
      } else {
        inline.push(child)
      }
    }
    flush()
  }
  const isColumns = (/** @type {Element} */ element) => element.className.includes('columns')
  const blocksOf = (/** @type {Element} */ element) => {
    /** @type {BlockOf<string>[]} */
    const out = []
    walk(element, out)
    return out
  }

  const around = blocksOf(main)
  const place = around.findIndex(([tag]) => tag === TABLE)

  const heads = [...table.querySelectorAll('[role=columnheader]')]
  /** @type {PairOf<string>[1]} */
  const rows = [[[3, ''], heads.map(blocksOf)]]
  for (const header of table.querySelectorAll('[role=rowheader]')) {
    const cells = [...(header.parentElement?.querySelectorAll(':scope > [role=cell]') ?? [])]
    const [only] = cells
    // A row over both columns may hold two columns of its own below something shared.
    const isStacked = [...(only?.children ?? [])].some(isColumns)
    const parts =
      only && isStacked
        ? [...only.children].map((child) =>
            isColumns(child) ? [...child.children].map(blocksOf) : [blocksOf(child)],
          )
        : [cells.map(blocksOf)]
    rows.push([block(3, [header]), ...parts])
  }
  return rows.length > 1 ? [around.slice(0, place), rows, around.slice(place + 1)] : null
}
