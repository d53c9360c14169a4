import type ui from '#locales/en/ui.json'
import { filesOf, pseudoWords } from './pseudo-words.ts'

export type InterfaceWords = typeof ui

export interface CodeWords {
  name: string
  gist: string
  meaning: string
  next: string
  send: string
  truth?: string
}

export interface PairWords {
  answer: string
  apart: string
  server: string
  do: Record<string, string>
  thirdHint?: string
}

/** The words of the catalogue by id; which ids exist is checked against the catalogue by tests. */
export interface CatalogWords {
  codes: Record<string, CodeWords>
  scenarios: Record<string, string>
  remedies: Record<string, string>
  cases: Record<string, string>
  quirks: Record<string, { title: string; text: string }>
  mistakes: Record<string, { claim: string; truth: string }>
  pairs: Record<string, PairWords>
}

/** The words of the enhanced codes: classes by digit, subjects by number, codes by "subject.detail". */
export interface EnhancedWords {
  classes: Record<string, { name: string; meaning: string }>
  subjects: Record<string, { name: string; meaning: string }>
  codes: Record<string, { name: string; meaning: string; next?: string; note?: string }>
}

/** Why providers send what they send, by reason; and what a single reply adds to that. */
export interface ProviderWords {
  reasons: Record<string, { name: string; meaning: string; cause: string; fix: string }>
  details: Record<string, string>
}

export interface Words {
  ui: InterfaceWords
  codes: CatalogWords
  enhanced: EnhancedWords
}

/*
 * Addresses, not contents: each file is fetched through its hashed address, so application and words are always
 * of one release, and a visitor loads one language.
 */
const ADDRESSES = import.meta.glob<string>('/locales/*/{ui,codes,enhanced,providers}.json', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
})

/** Fetches the words of a registered language. Rejects with a sentence for developers when a file does not arrive whole. */
export async function loadWords(tag: string, signal?: AbortSignal): Promise<Words> {
  const files = import.meta.env.MODE === 'development' ? filesOf(tag) : tag
  const [ui, codes, enhanced] = await Promise.all(
    (['ui', 'codes', 'enhanced'] as const).map((file) => load(files, file, signal)),
  )
  const words = {
    ui: ui as InterfaceWords,
    codes: codes as CatalogWords,
    enhanced: enhanced as EnhancedWords,
  }
  return (import.meta.env.MODE === 'development' && pseudoWords(tag, words)) || words
}

/** Fetches the words about providers' replies, which most visits do without. Rejects as `loadWords` does. */
export async function loadProviderWords(tag: string, signal?: AbortSignal): Promise<ProviderWords> {
  const files = import.meta.env.MODE === 'development' ? filesOf(tag) : tag
  const words = (await load(files, 'providers', signal)) as ProviderWords
  return (import.meta.env.MODE === 'development' && pseudoWords(tag, words)) || words
}

async function load(tag: string, file: keyof typeof KEY_OF, signal?: AbortSignal): Promise<unknown> {
  const address = ADDRESSES[`/locales/${tag}/${file}.json`]
  if (!address)
    throw new Error(
      `locales/${tag}/${file}.json is not part of this build; expected one folder per registered language`,
    )
  const response = await fetch(address, signal ? { signal } : {})
  if (!response.ok) throw new Error(`${address} answered ${response.status} instead of the words of "${tag}"`)
  const words = (await response.json()) as Record<string, unknown>
  // Hosts have been seen to give one file under the name of another.
  if (!(KEY_OF[file] in words)) throw new Error(`${address} holds something else than the words of "${tag}"`)
  return words
}

/** What a file of each kind has for certain. */
const KEY_OF = { ui: 'site.home', codes: 'pairs', enhanced: 'subjects', providers: 'reasons' } as const
