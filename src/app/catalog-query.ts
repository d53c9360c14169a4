import { queryOptions } from '@tanstack/react-query'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import catalogAddress from '#src/catalog/smtp-codes.json?url&no-inline'
import { loadWords } from '#src/i18n/load-words.ts'

/*
 * Both files carry a hash of their content in their name: they never change within a release, so nothing goes stale, and
 * a worker that has them must be asked even when the browser believes itself offline.
 */
const ONCE = { staleTime: Infinity, gcTime: Infinity, networkMode: 'offlineFirst' } as const

export const catalogQuery = queryOptions({
  queryKey: ['catalog'],
  queryFn: async ({ signal }): Promise<Catalog> => {
    const response = await fetch(catalogAddress, { signal })
    if (!response.ok)
      throw new Error(`${catalogAddress} answered ${response.status} instead of the catalogue`)
    const catalog = (await response.json()) as Catalog
    // Hosts have been seen to give one file under the name of another.
    if (!Array.isArray(catalog.codes) || !Array.isArray(catalog.pairs))
      throw new Error(`${catalogAddress} holds something else than the catalogue`)
    return catalog
  },
  ...ONCE,
})

export const wordsQuery = (tag: string) =>
  queryOptions({
    queryKey: ['words', tag],
    queryFn: ({ signal }) => loadWords(tag, signal),
    ...ONCE,
  })
