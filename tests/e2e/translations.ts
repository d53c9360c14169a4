import { readFileSync } from 'node:fs'

export interface Translation {
  tag: string
  /** An interface sentence of the language, with its `{{places}}` filled in. */
  words: (key: string, values?: Record<string, string>) => string
  codes: {
    codes: Record<string, { name: string; gist: string; meaning: string; next: string }>
    pairs: Record<string, { answer: string; apart: string; server: string; do: Record<string, string> }>
    scenarios: Record<string, string>
    remedies: Record<string, string>
  }
  /** Every text of the language as it is shown: without backticks, and with its `{{places}}` left open. */
  texts: string[]
}

export function translation(tag: string): Translation {
  const ui = read(tag, 'ui') as Record<string, string>
  const codes = read(tag, 'codes') as Translation['codes']
  return {
    tag,
    codes,
    words: (key, values = {}) => {
      const text = ui[key]
      if (text === undefined) throw new Error(`locales/${tag}/ui.json has no "${key}"`)
      return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
    },
    texts: [ui, codes, read(tag, 'enhanced'), read(tag, 'providers')]
      .flatMap(textsIn)
      .map((text) => text.replaceAll('`', '')),
  }
}

function read(tag: string, file: string) {
  return JSON.parse(readFileSync(new URL(`../../locales/${tag}/${file}.json`, import.meta.url), 'utf8'))
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
