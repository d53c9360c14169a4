import { useEffect } from 'react'
import { useLocation } from 'wouter'
import type { CodeRecord } from '#src/catalog/catalog-schema.ts'
import { findCode } from '#src/catalog/find-code.ts'
import { formatPath, parsePath, type CodeText, type Route } from '#src/compare/permalink.ts'
import { findLanguage } from '#src/i18n/find-language.ts'
import { LanguageProvider } from '#src/i18n/language-provider.tsx'
import { Page, type PageContent } from './page.tsx'
import { useSiteData } from './site-data.ts'
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

  const content = contentOf(place.route, (code) => findCode(catalog, code))
  useDocumentHead(path, content.kind !== 'not-found')
  return (
    <LanguageProvider language={language} words={words}>
      <Page language={language} catalog={catalog} stock={stock} onApproach={fetchWhole} content={content} />
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
      return record ? { kind: 'code', record } : missing(route.code, null, null, find)
    }
    case 'pair': {
      const first = recordOf(route.first, find)
      const second = recordOf(route.second, find)
      if (!first) return missing(route.first, null, second, find)
      if (!second) return missing(route.second, first, null, find)
      return first.code === second.code ? { kind: 'same', record: first } : { kind: 'pair', first, second }
    }
  }
}

function recordOf(code: CodeText, find: (code: string) => CodeRecord | null): CodeRecord | null {
  return code.kind === 'reply' ? find(code.code) : null
}

function missing(
  code: CodeText,
  first: CodeRecord | null,
  second: CodeRecord | null,
  find: (code: string) => CodeRecord | null,
): PageContent {
  if (code.kind === 'enhanced') {
    // The reply before an enhanced code keeps its place in the pickers; alone, that is the first.
    const reply = code.code === null ? null : find(code.code)
    return {
      kind: 'enhanced',
      enhanced: code.enhanced,
      first: first ?? reply,
      second: first ? reply : second,
    }
  }
  const text = code.kind === 'reply' ? code.code : code.text
  return { kind: 'not-found', text, isPath: false, first, second }
}
