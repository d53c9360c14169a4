import { useRef, useState } from 'react'
import { Comparison, Pickers } from './comparison.tsx'
import type { FloorData, Texts } from './texts.ts'

interface ReactAppProps {
  data: FloorData
  /** Resolves with the words of every pair. */
  loadAll: () => Promise<Texts>
}

/** React alone: one state, the rows, two native choices. */
export function ReactApp({ data, loadAll }: ReactAppProps) {
  const [{ texts, key }, setShown] = useState({ texts: data.texts, key: data.key })
  const all = useRef<Texts>(null)
  const show = (loaded: Texts, next: string) => {
    all.current = loaded
    setShown({ texts: loaded, key: next })
  }
  const pick = (next: string) => {
    // Words that are there are shown in the event itself; a promise would put a turn between.
    if (all.current) show(all.current, next)
    else void loadAll().then((loaded) => show(loaded, next))
  }
  const pair = texts.pairs[key]
  return (
    <>
      <Pickers codes={data.codes} picked={data.key} onPick={pick} />
      <main>{pair && <Comparison texts={texts} pair={pair} />}</main>
    </>
  )
}
