import { use, useEffect } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import { findCode, findCodesInText } from '#src/catalog/find-code.ts'
import { codePath, formatPath, pairPath } from '#src/compare/permalink.ts'
import { WorkerContext } from './worker-context.ts'

const EMPTY = 'shared without a code'

/**
 * Goes to what a text is about that another app has shared with this one: two codes, or one. The text itself stays with
 * the worker and this function. Whether it held no code at all.
 */
export function useSharedText(catalog: Catalog, isWhole: boolean, tag: string): boolean {
  const worker = use(WorkerContext)
  const [, navigate] = useLocation()
  const isShared = new URLSearchParams(useSearch()).has('shared')
  // Kept with the page in the history, so that the start page is itself again when it is opened anew.
  const isEmpty = useHistoryState<unknown>() === EMPTY

  useEffect(() => {
    if (!isShared || !isWhole) return
    const goTo = async () => {
      const [first, second] = await codesOf(catalog, (await worker.readShared()) ?? '')
      navigate(targetOf(tag, first, second), { replace: true, state: first === undefined ? EMPTY : null })
    }
    void goTo()
  }, [isShared, isWhole, worker, catalog, tag, navigate])

  return isEmpty
}

/** Replies in any form first; then numbers that stand alone in a sentence, as in "yesterday 451, today 550". */
async function codesOf(catalog: Catalog, text: string): Promise<string[]> {
  const replies = await import('#src/recognize/codes-of-text.ts').then(
    ({ codesOfText }) => codesOfText(text).filter((code) => findCode(catalog, code) !== null),
    // A part that does not come must not lose what was shared.
    () => [],
  )
  return replies.length > 0 ? replies : findCodesInText(catalog, text)
}

function targetOf(tag: string, first?: string, second?: string): string {
  if (first === undefined) return formatPath(tag, { kind: 'start' })
  return second === undefined ? codePath(tag, first) : pairPath(tag, first, second)
}
