import { queryOptions } from '@tanstack/react-query'
import type { Catalog, ProviderReplies } from '#src/catalog/catalog-schema.ts'
import enhancedAddress from '#src/catalog/enhanced-codes.json?url&no-inline'
import providersAddress from '#src/catalog/provider-replies.json?url&no-inline'
import catalogAddress from '#src/catalog/smtp-codes.json?url&no-inline'
import { loadProviderWords, loadWords } from '#src/i18n/load-words.ts'

/*
 * The files carry a hash of their content in their name: they never change within a release, so nothing goes stale, and
 * a worker that has them must be asked even when the browser believes itself offline.
 */
const ONCE = { staleTime: Infinity, gcTime: Infinity, networkMode: 'offlineFirst' } as const

export const catalogQuery = queryOptions({
  queryKey: ['catalog'],
  queryFn: async ({ signal }): Promise<Catalog> => {
    const [codes, enhanced] = await Promise.all([
      read<Omit<Catalog, 'enhanced'>>(catalogAddress, ['codes', 'pairs'], signal),
      read<Catalog['enhanced']>(enhancedAddress, ['codes', 'subjects'], signal),
    ])
    return { ...codes, enhanced }
  },
  ...ONCE,
})

export const wordsQuery = (tag: string) =>
  queryOptions({
    queryKey: ['words', tag],
    queryFn: ({ signal }) => loadWords(tag, signal),
    ...ONCE,
  })

export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: ({ signal }) => read<ProviderReplies>(providersAddress, ['providers', 'replies'], signal),
  ...ONCE,
})

export const providerWordsQuery = (tag: string) =>
  queryOptions({
    queryKey: ['provider-words', tag],
    queryFn: ({ signal }) => loadProviderWords(tag, signal),
    ...ONCE,
  })

async function read<Part extends object>(
  address: string,
  lists: readonly (keyof Part & string)[],
  signal: AbortSignal,
): Promise<Part> {
  const response = await fetch(address, { signal })
  if (!response.ok) throw new Error(`${address} answered ${response.status} instead of the catalogue`)
  const part = (await response.json()) as Part
  // Hosts have been seen to give one file under the name of another.
  if (!lists.every((list) => Array.isArray(part[list])))
    throw new Error(`${address} holds something else than the catalogue`)
  return part
}
