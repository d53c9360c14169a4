import { lazy, useState, type ComponentType } from 'react'
import { reloadOnce } from './reload-once.ts'

interface Part<Props> {
  Component: ComponentType<Props>
  fetch: () => Promise<unknown>
}

/**
 * A component in a file of its own. On a page that already shows it, it comes to life when its file does; once fetched, it
 * is rendered at once, without the moment of nothing that React's own `lazy` has on first use.
 */
function part<Props extends object>(load: () => Promise<ComponentType<Props>>): Part<Props> {
  let loaded: ComponentType<Props> | null = null
  const fetch = async () => {
    loaded ??= await load()
    return loaded
  }
  const Lazy = lazy(async () => ({
    default: await inTime(fetch()).catch(loadAnew<Props>),
  })) as unknown as ComponentType<Props>
  // Decided once for each place: another component there would be another tree, and lose what was typed.
  const Component = (props: Props) => {
    const [Chosen] = useState(() => loaded ?? Lazy)
    return <Chosen {...props} />
  }
  return { Component, fetch }
}

/** Some kilobytes, which take seconds on the slowest of lines. */
const PATIENCE_MS = 20_000

/** What never comes is a failure as well: whoever waits is told, or gets the page anew. */
function inTime<Result>(result: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('A part of the page did not come.')), PATIENCE_MS)
    const end = () => clearTimeout(timer)
    result.then(resolve, reject).finally(end)
  })
}

/**
 * A page that outlived a deploy may ask for a part that its host no longer has. Loading the page anew gets the program that
 * is there now; until it comes, what is on screen stays. Passes the failure on when that was tried before.
 */
function loadAnew<Props>(failure: unknown): Promise<ComponentType<Props>> {
  if (!reloadOnce()) throw failure
  return new Promise(() => {})
}

/*
 * What a comparison does not need in order to be read. All of it is fetched once the page stands, so that no pick and no link
 * waits for it.
 */
const pickers = part(async () => (await import('#src/features/pick-codes/code-pickers.tsx')).CodePickers)
const start = part(async () => (await import('./start-page.tsx')).StartPage)
const code = part(async () => (await import('./code-page.tsx')).CodePage)
const same = part(async () => (await import('./same-page.tsx')).SamePage)
const providers = part(async () => (await import('./provider-section.tsx')).ProviderSection)
const paste = part(async () => (await import('./paste-section.tsx')).PasteSection)
const change = part(async () => (await import('./paste-section.tsx')).PastedChangeSection)
const notFound = part(async () => (await import('./not-found-page.tsx')).NotFoundPage)

export const CodePickers = pickers.Component
export const StartPage = start.Component
export const CodePage = code.Component
export const SamePage = same.Component
export const ProviderSection = providers.Component
export const PasteSection = paste.Component
export const PastedChangeSection = change.Component
export const NotFoundPage = notFound.Component

/** Fetches every part that has not been fetched yet. */
export function loadParts(): Promise<unknown> {
  return Promise.all(
    [pickers, start, code, same, providers, paste, change, notFound].map(({ fetch }) => inTime(fetch())),
  )
}
