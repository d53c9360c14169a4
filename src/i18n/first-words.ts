import { SOURCE_LANGUAGE } from './languages.ts'

/*
 * The few words that may be needed before any could be fetched: they are what says that fetching failed. Each is imported
 * by its key alone, so that the program carries these sentences and not the files around them: hence keys that are
 * JavaScript names, which the bundler can tell apart.
 */
const HEADLINES = import.meta.glob<string>('/locales/*/ui.json', {
  import: 'loadFailureHeadline',
  eager: true,
})
const LEADS = import.meta.glob<string>('/locales/*/ui.json', { import: 'loadFailureLead', eager: true })
const RETRIES = import.meta.glob<string>('/locales/*/ui.json', { import: 'loadFailureRetry', eager: true })
const DETAILS = import.meta.glob<string>('/locales/*/ui.json', { import: 'loadFailureDetail', eager: true })

export interface FirstWords {
  headline: string
  lead: string
  retry: string
  detail: string
}

/** The first words of a registered language. */
export function firstWords(tag: string): FirstWords {
  const pick = (words: Record<string, string>) =>
    words[`/locales/${tag}/ui.json`] ?? words[`/locales/${SOURCE_LANGUAGE.tag}/ui.json`] ?? ''
  return { headline: pick(HEADLINES), lead: pick(LEADS), retry: pick(RETRIES), detail: pick(DETAILS) }
}
