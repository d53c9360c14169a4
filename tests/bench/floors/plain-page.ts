import { type Block, type FloorData, keyOf, TAGS, type Texts } from './texts.ts'

/* What somebody would write by hand who wants no library: throw the words away and write the new ones. */

const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as FloorData
const main = document.querySelector('main')
const selects = [...document.querySelectorAll('select')]

let all: Texts | null = null
let loading: Promise<Texts> | null = null
const loadAll = () => (loading ??= fetch(data.address).then((answer) => answer.json() as Promise<Texts>))
window.addEventListener('load', () => requestIdleCallback(() => void loadAll()))

document.querySelector('form')?.addEventListener('change', () => {
  if (all) show(all)
  else void loadAll().then(show)
})

function show(texts: Texts) {
  all = texts
  const { words, pairs } = texts
  const pair = pairs[keyOf(selects)]
  if (!pair) return
  const [before, rows, after] = pair

  const write = (tag: string, runs: number[]) =>
    make(
      tag,
      '',
      runs.map((run, place) => {
        const word = words[run] ?? ''
        return place % 2 === 1 ? make('mark', '', [word]) : word
      }),
    )
  const block = ([tag, ...runs]: Block) => write(TAGS[tag] ?? 'p', runs)
  const table = rows.map(([[, ...title], ...parts]) =>
    make('section', 'row', [
      write('h3', title),
      ...parts.map(([first, second]) =>
        second
          ? make('div', 'sides', [make('div', '', first.map(block)), make('div', '', second.map(block))])
          : make('div', 'shared', first.map(block)),
      ),
    ]),
  )
  main?.replaceChildren(...before.map(block), make('div', 'rows', table), ...after.map(block))
}

function make(tag: string, className: string, children: (Node | string)[]) {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...children)
  return element
}
