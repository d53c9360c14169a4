import { useEffect, useMemo } from 'react'
import { useLocation } from 'wouter'
import type { CodeRecord } from '#src/catalog/catalog-schema.ts'
import { findCode } from '#src/catalog/find-code.ts'
import { formatPath, parsePath, writtenCode, type CodeText, type Route } from '#src/compare/permalink.ts'
import { findLanguage } from '#src/i18n/find-language.ts'
import { LanguageProvider } from '#src/i18n/language-provider.tsx'
import { Page, type PageContent } from './page.tsx'
import { useSiteData } from './site-data.ts'
import { StockContext } from './stock-context.ts'
import { useDocumentHead } from './use-document-head.ts'
import { useChosenLanguage } from './use-chosen-language.ts'

/** Reads the address, speaks its language, and shows the page it asks for. */
export function Site() {
  const [path, navigate] = useLocation()
  const place = parsePath(path)
  const language = useChosenLanguage()
  const { catalog, words, stock, fetchWhole } = useSiteData(language.tag, path)

  // An address without a language, in one we do not speak, or of an older form is replaced: Back must not return to it.
  const isSpoken = place.language !== null && findLanguage(place.language)?.tag === place.language
  const wanted = isSpoken && !place.isOldLink ? null : formatPath(language.tag, place.route)
  const target = place.route.kind === 'unknown' ? null : wanted
  useEffect(() => {
    if (target !== null) navigate(target + window.location.search, { replace: true })
  }, [target, navigate])

  const atHand = useMemo(() => ({ stock, fetchWhole }), [stock, fetchWhole])
  const content = contentOf(place.route, (code) => findCode(catalog, code))
  useDocumentHead(path, content.kind !== 'not-found')
  return (
    <LanguageProvider language={language} words={words}>
      <StockContext value={atHand}>
        <Page language={language} catalog={catalog} content={content} />
      </StockContext>
    </LanguageProvider>
  )
}

/** What an address asks for, once the catalogue has said which of its codes exist. */
function contentOf(route: Route, find: (code: string) => CodeRecord | null): PageContent {
  switch (route.kind) {
    case 'start':
      return { kind: 'start' }
    case 'unknown':
      return { kind: 'not-found', text: route.text, isPath: true, first: null, second: null }
    case 'code': {
      const record = recordOf(route.code, find)
      return record ? { kind: 'code', record } : missing(route.code, null, null)
    }
    case 'pair': {
      const first = recordOf(route.first, find)
      const second = recordOf(route.second, find)
      if (!first) return missing(route.first, null, second)
      if (!second) return missing(route.second, first, null)
      return first.code === second.code ? { kind: 'same', record: first } : { kind: 'pair', first, second }
    }
  }
}

function recordOf(code: CodeText, find: (code: string) => CodeRecord | null): CodeRecord | null {
  return code.kind === 'malformed' ? null : find(writtenCode(code))
}

function missing(code: CodeText, first: CodeRecord | null, second: CodeRecord | null): PageContent {
  return { kind: 'not-found', text: writtenCode(code), isPath: false, first, second }
}
