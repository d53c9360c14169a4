import { use, useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import { findCodesInText } from '#src/catalog/find-code.ts'
import { codePath, formatPath, pairPath } from '#src/compare/permalink.ts'
import { WorkerContext } from './worker-context.ts'

/**
 * Goes to what a text is about that another app has shared with this one: two codes, or one. The text itself stays with
 * the worker and this function. Whether it held no code at all.
 */
export function useSharedText(catalog: Catalog, isWhole: boolean, tag: string): boolean {
  const worker = use(WorkerContext)
  const [, navigate] = useLocation()
  const isShared = new URLSearchParams(useSearch()).has('shared')
  const [isEmpty, setIsEmpty] = useState(false)

  useEffect(() => {
    if (!isShared || !isWhole) return
    const goTo = async () => {
      const [first, second] = findCodesInText(catalog, (await worker.readShared()) ?? '')
      setIsEmpty(first === undefined)
      navigate(targetOf(tag, first, second), { replace: true })
    }
    void goTo()
  }, [isShared, isWhole, worker, catalog, tag, navigate])

  return isEmpty
}

function targetOf(tag: string, first?: string, second?: string): string {
  if (first === undefined) return formatPath(tag, { kind: 'start' })
  return second === undefined ? codePath(tag, first) : pairPath(tag, first, second)
}
