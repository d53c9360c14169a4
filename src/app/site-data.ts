import {
  queryOptions,
  usePrefetchQuery,
  useQueryClient,
  useSuspenseQuery,
  type QueryClient,
} from '@tanstack/react-query'
import { startTransition, use, useCallback, useEffect, useRef, useState } from 'react'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import type { Words } from '#src/i18n/load-words.ts'
import { catalogQuery, wordsQuery } from './catalog-query.ts'
import { loadParts } from './lazy-parts.tsx'
import { coversPath, PageContext, type PageData } from './page-data.ts'
import { whenIdle } from './when-idle.ts'

/** How much of the catalogue is there: what the page came with, or all of it. */
export type Stock = 'page' | 'failed' | 'whole'

export interface SiteData {
  catalog: Catalog
  words: Words
  stock: Stock
  /** Fetches all of it, once; asked for when somebody comes near a picker. */
  fetchWhole: () => void
}

/** Everything that any address of a language may need. */
export function loadWhole(client: QueryClient, tag: string): Promise<unknown> {
  return Promise.all([
    client.ensureQueryData(catalogQuery),
    client.ensureQueryData(wordsQuery(tag)),
    client.ensureQueryData(partsQuery),
  ])
}

export function hasWhole(client: QueryClient, tag: string): boolean {
  return [catalogQuery, wordsQuery(tag)].every(({ queryKey }) => client.getQueryData(queryKey) !== undefined)
}

/**
 * The catalogue and the words for an address: those of the page it was served with as long as they suffice, all of them
 * otherwise. The whole is fetched when the browser has nothing better to do, and taken up in small steps.
 */
export function useSiteData(tag: string, path: string): SiteData {
  const page = use(PageContext)
  const client = useQueryClient()
  const [stock, setStock] = useState<Stock>(page ? 'page' : 'whole')
  const isPageEnough = stock !== 'whole' && page !== null && page.tag === tag && coversPath(page, path)
  // All at once: each of the three below would else wait for the one before it.
  const partsNeeded = isPageEnough ? pagePartsQuery : partsQuery
  usePrefetchQuery(isPageEnough ? pageCatalogQuery(page) : catalogQuery)
  usePrefetchQuery(isPageEnough ? pageWordsQuery(page) : wordsQuery(tag))
  usePrefetchQuery(partsNeeded)
  useSuspenseQuery(partsNeeded)
  const { data: catalog } = useSuspenseQuery(isPageEnough ? pageCatalogQuery(page) : catalogQuery)
  const { data: words } = useSuspenseQuery(isPageEnough ? pageWordsQuery(page) : wordsQuery(tag))

  const isAsked = useRef(false)
  const fetchWhole = useCallback(() => {
    if (isAsked.current) return
    isAsked.current = true
    loadWhole(client, tag).then(
      () => startTransition(() => setStock('whole')),
      () => {
        isAsked.current = false
        setStock('failed')
      },
    )
  }, [client, tag])

  useEffect(() => {
    if (stock === 'failed' || wantsLittleData()) return
    return whenIdle(stock === 'page' ? fetchWhole : fetchParts)
  }, [stock, fetchWhole])

  return { catalog, words, stock: isPageEnough ? stock : 'whole', fetchWhole }
}

/** A page made in the browser comes whole, or its parts would push each other about. One that is late comes later. */
const partsQuery = queryOptions({
  queryKey: ['parts'],
  queryFn: () =>
    loadParts().then(
      () => true,
      () => false,
    ),
  staleTime: Infinity,
})

const pagePartsQuery = queryOptions({
  queryKey: ['page', 'parts'],
  queryFn: () => true,
  initialData: true,
  staleTime: Infinity,
})

const pageCatalogQuery = (page: PageData) =>
  queryOptions({
    queryKey: ['page', page.path, 'catalog'],
    queryFn: () => page.catalog,
    initialData: page.catalog,
    staleTime: Infinity,
  })

const pageWordsQuery = (page: PageData) =>
  queryOptions({
    queryKey: ['page', page.path, 'words'],
    queryFn: () => page.words,
    initialData: page.words,
    staleTime: Infinity,
  })

/** A part that does not come now is asked for again by whoever needs it, and failing is then said there. */
function fetchParts() {
  loadParts().catch(() => {})
}

/** Whoever pays by the byte gets the rest when it is needed, not before. */
function wantsLittleData(): boolean {
  return 'connection' in navigator && (navigator.connection as { saveData?: boolean }).saveData === true
}
