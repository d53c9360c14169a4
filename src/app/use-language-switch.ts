import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { pathInLanguage } from '#src/compare/permalink.ts'
import type { Language } from '#src/i18n/languages.ts'
import { wordsQuery } from './catalog-query.ts'
import { useStored } from './stored-value.ts'
import { isLanguageTag } from './use-chosen-language.ts'

/**
 * Changes the language of the page in place. The words come first and the address after them, so nobody sees an
 * empty page or half of each language; a language that cannot be had leaves everything as it is.
 */
export function useLanguageSwitch(current: Language): (language: Language) => Promise<void> {
  const queryClient = useQueryClient()
  const [path, navigate] = useLocation()
  const [, store] = useStored('language', isLanguageTag, null)
  const latest = useRef({ path, wish: current.tag })
  useEffect(() => {
    latest.current.path = path
  }, [path])
  const keepPlace = useSteadyPlace()

  return async (language) => {
    latest.current.wish = language.tag
    await queryClient.ensureQueryData(wordsQuery(language.tag))
    // Whoever chose again meanwhile, or another pair, gets what was chosen last.
    if (latest.current.wish !== language.tag) return
    store(language.tag)
    const next = pathInLanguage(latest.current.path, language.tag)
    if (next === latest.current.path) return
    keepPlace()
    navigate(next + window.location.search)
  }
}

/** What a reader may have been looking at. */
const LANDMARKS = 'main [role=row], main h1, main h2, main h3, main p, main li'

/**
 * Keeps what stands at the top of the window there while sentences around it grow or shrink with the language. The
 * returned function notes the place just before the change.
 */
function useSteadyPlace(): () => void {
  const place = useRef<{ landmark: Element; top: number } | null>(null)
  useLayoutEffect(() => {
    const kept = place.current
    place.current = null
    if (!kept?.landmark.isConnected) return
    window.scrollBy(0, kept.landmark.getBoundingClientRect().top - kept.top)
  })
  return () => {
    if (window.scrollY === 0) return
    for (const landmark of document.querySelectorAll(LANDMARKS)) {
      const { top } = landmark.getBoundingClientRect()
      if (top < 0) continue
      place.current = { landmark, top }
      return
    }
  }
}
