import { Suspense, use, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearch } from 'wouter'
import type { Catalog, CodeRecord } from '#src/catalog/catalog-schema.ts'
import { splitCode } from '#src/catalog/enhanced-code.ts'
import { findCode } from '#src/catalog/find-code.ts'
import { formatPath, pairPath, pathInLanguage } from '#src/compare/permalink.ts'
import { LanguageSwitch } from '#src/features/switch-language/language-switch.tsx'
import { THEMES, ThemeSwitch, type Theme } from '#src/features/switch-theme/theme-switch.tsx'
import { InstallOffer } from '#src/features/work-offline/install-offer.tsx'
import { OfflineNotices, OfflineSign } from '#src/features/work-offline/offline-notices.tsx'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { CHOICES } from '#src/i18n/find-language.ts'
import { SOURCE_LANGUAGE, type Language } from '#src/i18n/languages.ts'
import { codeOf } from '#src/recognize/code-of.ts'
import type { Recognition } from '#src/recognize/recognition.ts'
import { Button } from '#src/ui/button.tsx'
import { ComparePage } from './compare-page.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { CrashScreen } from './failure-screen.tsx'
import { forgetPlace, keepPlace, readPlace } from './kept-place.ts'
import {
  CodePage,
  CodePickers,
  NotFoundPage,
  PastedChangeSection,
  PasteSection,
  SamePage,
  StartPage,
} from './lazy-parts.tsx'
import { LoadingScreen } from './loading-screen.tsx'
import { PageContext } from './page-data.ts'
import styles from './page.module.css'
import { StockContext } from './stock-context.ts'
import { useStored } from './stored-value.ts'
import { useLanguageSwitch } from './use-language-switch.ts'
import { usePlacedReplies } from './use-placed-replies.ts'
import { usePaste } from './use-paste.ts'
import { WorkerContext } from './worker-context.ts'

export type PageContent =
  | { kind: 'start' }
  | { kind: 'code'; record: CodeRecord }
  | { kind: 'same'; record: CodeRecord }
  | { kind: 'pair'; first: CodeRecord; second: CodeRecord }
  | { kind: 'not-found'; text: string; isPath: boolean; first: CodeRecord | null; second: CodeRecord | null }

interface ContentProps {
  catalog: Catalog
  content: PageContent
}

interface PageProps extends ContentProps {
  language: Language
}

const RECENT_KEPT = 8

const isTheme = (stored: unknown): stored is Theme => THEMES.some((theme) => theme === stored)
const isBoolean = (stored: unknown): stored is boolean => typeof stored === 'boolean'
const isCodes = (stored: unknown): stored is string[] =>
  Array.isArray(stored) && stored.every((code) => typeof code === 'string' && splitCode(code) !== null)

/** The frame around every page: name, pickers, appearance, foot. */
export function Page({ language, catalog, content }: PageProps) {
  const { t } = useTranslation()
  const { stock, fetchWhole } = use(StockContext)
  const text = useCatalogText()
  const [path, navigate] = useLocation()
  const search = useSearch()
  const switchLanguage = useLanguageSwitch(language)
  const [theme, setTheme] = useStored('theme', isTheme, 'system')
  const [recent, setRecent] = useStored('recent', isCodes, [])
  const [hasShortcuts, setHasShortcuts] = useStored('shortcuts', isBoolean, true)
  // A page served whole could not know it, and has to be taken over as it was served.
  const isServed = use(PageContext) !== null
  const [keptPlace] = useState(() => (isServed ? null : readPlace()))
  const [half, setHalf] = useState<{ path: string; first: string | null; second: string | null } | null>(
    keptPlace?.half ? { path, ...keptPlace.half } : null,
  )
  const worker = use(WorkerContext)
  const paste = usePaste(text.tag)
  const onScreen = codesOf(content)
  // One side alone has no address, so it waits here until the other is picked, or until the page changes.
  const { first, second } = half && half.path === path ? half : onScreen
  const { placed, setPlaced } = usePlacedReplies([first, second])
  const home = formatPath(text.tag, { kind: 'start' })

  const known = recent.filter((code) => findCode(catalog, code) !== null)

  const pick = (nextFirst: string | null, nextSecond: string | null) => {
    if (nextFirst === null || nextSecond === null) {
      setHalf({ path, first: nextFirst, second: nextSecond })
      return
    }
    setHalf(null)
    setRecent([...new Set([nextFirst, nextSecond, ...recent])].slice(0, RECENT_KEPT))
    const next = pairPath(text.tag, nextFirst, nextSecond)
    if (next !== path) navigate(next + window.location.search)
  }

  useEffect(() => {
    if (keptPlace) window.scrollTo(0, keptPlace.scroll)
    forgetPlace()
  }, [keptPlace])

  const pasteButton = useRef<HTMLButtonElement>(null)
  const closePaste = () => {
    paste.close()
    pasteButton.current?.focus({ preventScroll: true })
  }

  /** Once both sides come from what was pasted, what changed between them is the page to be on. */
  const placeBoth = (next: typeof placed) => {
    setPlaced(next)
    const nextFirst = next[0] ? codeOf(next[0]) : first
    const nextSecond = next[1] ? codeOf(next[1]) : second
    if (nextFirst !== null && nextSecond !== null) {
      paste.close()
      // A page is arrived at by whoever has the focus nowhere else.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      if (pairPath(text.tag, nextFirst, nextSecond) === path) arriveAt(main.current)
    }
    pick(nextFirst, nextSecond)
  }
  const place = (side: 0 | 1, recognition: Recognition) =>
    placeBoth(side === 0 ? [recognition, placed[1]] : [placed[0], recognition])

  const startNewRelease = () => {
    keepPlace(half && half.path === path ? half : null)
    window.location.reload()
  }

  const changeTheme = (next: Theme) => {
    setTheme(next)
    if (next === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = next
  }

  // Another language is the same place: whoever changes it stays where they are.
  const main = useArrival(pathInLanguage(path, SOURCE_LANGUAGE.tag))

  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#content">
        {t('site.skip')}
      </a>
      <header className={styles.header}>
        <div className={styles.name}>
          <Link href={home} className={styles.brand} aria-label={t('site.home')}>
            <span dir="ltr" aria-hidden="true">
              <del>reply</del>
              <ins>diff</ins>
            </span>
          </Link>
          <OfflineSign />
        </div>
        <div className={styles.settings}>
          <LanguageSwitch
            languages={CHOICES}
            current={language}
            hrefOf={({ tag }) => pathInLanguage(path, tag) + (search && `?${search}`)}
            onChoose={switchLanguage}
          />
          <ThemeSwitch theme={theme} onChange={changeTheme} />
        </div>
        <div className={styles.paste}>
          <Button
            ref={pasteButton}
            aria-expanded={paste.isOpen}
            aria-controls={paste.wasOpened ? 'paste' : undefined}
            onPointerEnter={fetchWhole}
            onClick={paste.isOpen ? closePaste : paste.open}
          >
            {t('paste.button')}
          </Button>
        </div>
      </header>
      {paste.wasOpened && (
        <div id="paste" hidden={!paste.isOpen}>
          <ErrorBoundary
            resetKey={`${paste.isOpen}`}
            renderFallback={(error, retry) => <CrashScreen error={error} home={home} onRetry={retry} />}
          >
            <Suspense fallback={<p role="status">{t('paste.reading')}</p>}>
              <PasteSection
                catalog={catalog}
                handed={paste.handed}
                isOpen={paste.isOpen}
                onPlace={place}
                onPlaceBoth={(nextFirst, nextSecond) => placeBoth([nextFirst, nextSecond])}
                onClose={closePaste}
                onLeave={paste.close}
              />
            </Suspense>
          </ErrorBoundary>
        </div>
      )}
      <div className={styles.pickers} onPointerEnter={fetchWhole} onFocus={fetchWhole}>
        <Suspense fallback={<div className={styles.pickersOutline} />}>
          <CodePickers
            catalog={catalog}
            stock={stock}
            first={first}
            second={second}
            recent={known}
            onPick={pick}
            onSwap={() => {
              setPlaced([placed[1], placed[0]])
              pick(second, first)
            }}
            hasShortcuts={hasShortcuts}
          />
          <Alive />
        </Suspense>
      </div>
      <main id="content" ref={main} className={styles.main} tabIndex={-1}>
        {placed[0] && placed[1] && (
          <Suspense fallback={null}>
            <PastedChangeSection catalog={catalog} first={placed[0]} second={placed[1]} />
          </Suspense>
        )}
        <ErrorBoundary
          resetKey={path}
          renderFallback={(error, retry) => <CrashScreen error={error} home={home} onRetry={retry} />}
        >
          <Suspense fallback={<LoadingScreen />}>
            <Content catalog={catalog} content={content} />
          </Suspense>
        </ErrorBoundary>
      </main>
      <footer className={styles.footer}>
        <p>{t('site.privacy')}</p>
        <p>{t('site.sources')}</p>
        <p>
          <Link href={`${home}#codes`}>{t('site.all-codes')}</Link>
        </p>
        <InstallOffer />
        <label className={styles.shortcuts} data-needs-script="">
          <input
            type="checkbox"
            checked={hasShortcuts}
            onChange={(event) => setHasShortcuts(event.currentTarget.checked)}
          />
          {t('site.shortcuts')}
        </label>
      </footer>
      <OfflineNotices worker={worker} onTaken={startNewRelease} />
    </div>
  )
}

/** Says that what can be pressed answers now: public/recover.js waits for it. */
function Alive() {
  useEffect(() => {
    document.documentElement.dataset['alive'] = ''
  }, [])
  return null
}

function Content({ catalog, content }: ContentProps) {
  switch (content.kind) {
    case 'start':
      return <StartPage catalog={catalog} />
    case 'code':
      return <CodePage catalog={catalog} record={content.record} />
    case 'same':
      return <SamePage catalog={catalog} record={content.record} />
    case 'pair':
      return <ComparePage catalog={catalog} first={content.first} second={content.second} />
    case 'not-found':
      return <NotFoundPage catalog={catalog} text={content.text} isPath={content.isPath} />
  }
}

function codesOf(content: PageContent): { first: string | null; second: string | null } {
  switch (content.kind) {
    case 'start':
      return { first: null, second: null }
    case 'code':
      return { first: content.record.code, second: null }
    case 'same':
      return { first: content.record.code, second: content.record.code }
    case 'pair':
    case 'not-found':
      return { first: content.first?.code ?? null, second: content.second?.code ?? null }
  }
}

/**
 * Where a followed link lands: at the top, with the focus on the page's heading. A pick or a swap moves neither, and the
 * browser itself restores both on Back and Forward.
 */
function useArrival(place: string) {
  const main = useRef<HTMLElement>(null)
  const previous = useRef(place)
  const reachedByHistory = useRef<string | null>(null)
  useEffect(() => {
    const handlePop = () => {
      reachedByHistory.current = window.location.pathname
    }
    window.addEventListener('popstate', handlePop)
    return () => window.removeEventListener('popstate', handlePop)
  }, [])
  useEffect(() => {
    if (previous.current === place) return
    previous.current = place
    const cameByHistory = reachedByHistory.current === window.location.pathname
    reachedByHistory.current = null
    const active = document.activeElement
    const cameByLink =
      active === null || active === document.body || main.current?.contains(active) || active.matches('a')
    if (cameByHistory || !cameByLink) return
    const { hash } = window.location
    if (hash)
      return whenThere(
        main.current,
        () => document.getElementById(hash.slice(1)),
        (anchor) => anchor.scrollIntoView(),
      )
    window.scrollTo(0, 0)
    return whenThere(
      main.current,
      () => main.current?.querySelector<HTMLElement>('h1'),
      (heading) => heading.focus({ preventScroll: true }),
    )
  }, [place])
  return main
}

/** At the top of a page, with the focus on its heading. */
function arriveAt(main: HTMLElement | null) {
  window.scrollTo(0, 0)
  main?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
}

/** Acts on an element now or, when its page is still a file on the way, as soon as it stands there. */
function whenThere(
  place: HTMLElement | null,
  find: () => HTMLElement | null | undefined,
  act: (element: HTMLElement) => void,
): (() => void) | undefined {
  const found = find()
  if (found || !place) {
    if (found) act(found)
    return undefined
  }
  const observer = new MutationObserver(() => {
    const late = find()
    if (!late) return
    observer.disconnect()
    act(late)
  })
  observer.observe(place, { childList: true, subtree: true })
  return () => observer.disconnect()
}
