import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { Comparison, Pickers } from './comparison.tsx'
import { ReactApp } from './react-app.tsx'
import type { FloorData } from './texts.ts'

/** For floor (a): the words and no choices. */
export function staticBody({ key, texts }: FloorData): string {
  const pair = texts.pairs[key]
  return renderToStaticMarkup(<main>{pair && <Comparison texts={texts} pair={pair} />}</main>)
}

/** For floor (b): the same with two choices, as somebody would have written it. */
export function plainBody(data: FloorData): string {
  return renderToStaticMarkup(<Pickers codes={data.codes} picked={data.key} />) + staticBody(data)
}

/** For floor (c): what the same component will find when it hydrates. */
export function reactBody(data: FloorData): string {
  return renderToString(<ReactApp data={data} loadAll={() => Promise.resolve(data.texts)} />)
}
