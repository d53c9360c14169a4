import { lazy } from 'react'

/*
 * What a comparison does not need in order to be read. Each part is a file of its own; all of them are fetched once the page
 * stands, so that no pick and no link waits for them.
 */
const loadPickers = () => import('#src/features/pick-codes/code-pickers.tsx')
const loadShare = () => import('#src/features/share-comparison/share-buttons.tsx')
const loadStart = () => import('./start-page.tsx')
const loadCode = () => import('./code-page.tsx')
const loadSame = () => import('./same-page.tsx')
const loadEnhanced = () => import('./enhanced-page.tsx')
const loadNotFound = () => import('./not-found-page.tsx')

export const CodePickers = lazy(async () => ({ default: (await loadPickers()).CodePickers }))
export const ShareButtons = lazy(async () => ({ default: (await loadShare()).ShareButtons }))
export const StartPage = lazy(async () => ({ default: (await loadStart()).StartPage }))
export const CodePage = lazy(async () => ({ default: (await loadCode()).CodePage }))
export const SamePage = lazy(async () => ({ default: (await loadSame()).SamePage }))
export const EnhancedPage = lazy(async () => ({ default: (await loadEnhanced()).EnhancedPage }))
export const NotFoundPage = lazy(async () => ({ default: (await loadNotFound()).NotFoundPage }))

/** Fetches every part that has not been fetched yet. */
export function loadParts(): Promise<unknown> {
  return Promise.all(
    [loadPickers, loadShare, loadStart, loadCode, loadSame, loadEnhanced, loadNotFound].map((load) => load()),
  )
}
