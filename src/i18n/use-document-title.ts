import { useEffect } from 'react'

/** Keeps the title of the tab, the history entry and the bookmark true. */
export function useDocumentTitle(title: string) {
  useEffect(() => {
    document.title = title
  }, [title])
}
