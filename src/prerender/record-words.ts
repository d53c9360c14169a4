import type { Words } from '#src/i18n/load-words.ts'

export interface WordRecorder {
  /** The same words; whoever reads one leaves a trace. */
  words: Words
  /** Forgets what has been read. */
  begin: () => void
  /** What has been read since, in the shape of the whole. */
  taken: () => Words
}

type Table = Record<string, unknown>

/**
 * Notes which words a page reads while it is rendered, so that it can carry just those: nobody has to keep a list of what
 * each page says. `always` names the interface words that a page may need before the rest has arrived.
 */
export function recordWords(words: Words, always: (key: string) => boolean): WordRecorder {
  const read = new Map<string, Set<string>>()
  const watch = (name: string, table: Table): Table =>
    new Proxy(table, {
      get(target, key) {
        const value = Reflect.get(target, key)
        if (typeof key !== 'string' || value === undefined) return value
        if (!read.has(name)) read.set(name, new Set())
        read.get(name)?.add(key)
        // The fields of an entry are few and mostly all shown, but for codes, whose names alone are shown in lists.
        return name === 'codes' && typeof value === 'object' ? watch(`codes ${key}`, value as Table) : value
      },
    })
  const pick = (name: string, table: Table, isKept: (key: string) => boolean = () => false): Table =>
    Object.fromEntries(
      Object.entries(table)
        .filter(([key]) => read.get(name)?.has(key) || isKept(key))
        .map(([key, value]) => [key, name === 'codes' ? pick(`codes ${key}`, value as Table) : value]),
    )
  /** The tables of a file, each under a name of its own. */
  const each = <File extends 'codes' | 'enhanced'>(
    file: File,
    change: (name: string, table: Table) => Table,
  ) =>
    Object.fromEntries(
      (Object.entries(words[file]) as [string, Table][]).map(([name, table]) => [
        name,
        change(file === 'codes' ? name : `${file}.${name}`, table),
      ]),
    ) as unknown as Words[File]
  return {
    words: {
      ui: watch('ui', words.ui) as Words['ui'],
      codes: each('codes', watch),
      enhanced: each('enhanced', watch),
    },
    begin: () => read.clear(),
    taken: () => ({
      ui: pick('ui', words.ui, always) as Words['ui'],
      codes: each('codes', (name, table) => pick(name, table)),
      enhanced: each('enhanced', (name, table) => pick(name, table)),
    }),
  }
}
