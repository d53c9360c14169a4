import catalog from '#locales/en/codes.json' with { type: 'json' }
import enhanced from '#locales/en/enhanced.json' with { type: 'json' }
import ui from '#locales/en/ui.json' with { type: 'json' }

export type WordKey = keyof typeof ui

/** An interface sentence as a visitor reads it, with its `{{places}}` filled in. */
export function words(key: WordKey, values: Record<string, string | number> = {}): string {
  return ui[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`"${key}" has a place for "${name}"; the test gave no value`)
    return String(value)
  })
}

/** The same for a key put together from ids, which has to exist. */
export function wordsOf(kind: string, ...ids: string[]): string {
  const key = [kind, ...ids].join('.')
  if (!isWordKey(key)) throw new Error(`locales/en/ui.json has no "${key}"`)
  return words(key)
}

function isWordKey(key: string): key is WordKey {
  return key in ui
}

interface CodeWords {
  name: string
  gist: string
  meaning: string
  next: string
}

export function codeWords(code: string): CodeWords {
  return find<CodeWords>(catalog.codes, code)
}

/** The name of an enhanced code by subject and detail, "7.1". */
export function enhancedName(detail: string): string {
  return find<{ name: string }>(enhanced.codes, detail).name
}

/** What the page of an enhanced code, or of a failing reply with one, begins with. */
export function enhancedGist(code: string, detail: string): string {
  const failure = code.startsWith('4') ? words('class-short.4') : words('class-short.5')
  return words('enhanced.gist', { code, name: enhancedName(detail), class: failure })
}

interface PairWords {
  answer: string
  apart: string
  server: string
  do: Record<string, string>
  thirdHint?: string
}

/** The note of a pair, whichever way round it is on screen. */
export function pairWords(first: string, second: string): PairWords {
  return find<PairWords>(catalog.pairs, [first, second].sort().join('-'))
}

function find<Entry>(table: Record<string, Entry>, id: string): Entry {
  const entry = table[id]
  if (!entry) throw new Error(`locales/en/codes.json has no "${id}"`)
  return entry
}

/** A sentence on screen: the backticks of the source set off what is typed, and are not shown. */
export function shown(sentence: string): string {
  return sentence.replaceAll('`', '')
}

/** "RCPT TO and VRFY", as English joins names. */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names)
}

const VERBS: Record<string, string> = {
  CONNECT: words('command.CONNECT'),
  DATA_END: words('command.DATA_END'),
  MAIL: 'MAIL FROM',
  RCPT: 'RCPT TO',
}

/** A command as it is shown. */
export function verb(command: string): string {
  return VERBS[command] ?? command
}
