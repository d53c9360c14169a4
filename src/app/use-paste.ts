import { use, useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { formatPath } from '#src/compare/permalink.ts'
import { pastedFile, pastedText, type Pasted } from '#src/features/paste-reply/pasted.ts'
import { WorkerContext } from './worker-context.ts'

export interface Paste {
  isOpen: boolean
  /** Whether the panel was open before, and so may hold something. */
  wasOpened: boolean
  /** What was dropped on the page, pasted beside any field or shared by another app. */
  handed: Pasted | null
  open: () => void
  close: () => void
}

/** Where the panel for pasted texts stands, and the ways into it. What it was given lives in this state alone. */
export function usePaste(tag: string): Paste {
  const worker = use(WorkerContext)
  const [, navigate] = useLocation()
  const isShared = new URLSearchParams(useSearch()).has('shared')
  const [isOpen, setIsOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)
  const [handed, setHanded] = useState<Pasted | null>(null)

  const open = (next: Pasted | null = null) => {
    setIsOpen(true)
    setWasOpened(true)
    if (next) setHanded(next)
  }
  const take = useRef(open)
  useEffect(() => {
    take.current = open
  })

  useEffect(() => {
    if (!isShared) return
    const goOn = async () => {
      const shared = await worker.readShared()
      if (typeof shared === 'string') take.current(shared === '' ? null : pastedText(shared))
      else take.current(shared && pastedFile([shared]))
      // The address is for the one moment only: opened anew, there is nothing to read any more.
      navigate(formatPath(tag, { kind: 'start' }), { replace: true })
    }
    void goOn()
  }, [isShared, worker, tag, navigate])

  useEffect(() => {
    const allowDrop = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const takeDrop = (event: DragEvent) => {
      const files = event.dataTransfer?.files
      if (!files || files.length === 0) return
      event.preventDefault()
      take.current(pastedFile(files))
    }
    const takePaste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return
      const { files } = event.clipboardData ?? {}
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (files && files.length > 0) take.current(pastedFile(files))
      else if (text.trim() !== '') take.current(pastedText(text))
    }
    document.addEventListener('dragover', allowDrop)
    document.addEventListener('drop', takeDrop)
    document.addEventListener('paste', takePaste)
    return () => {
      document.removeEventListener('dragover', allowDrop)
      document.removeEventListener('drop', takeDrop)
      document.removeEventListener('paste', takePaste)
    }
  }, [])

  return { isOpen, wasOpened, handed, open: () => open(), close: () => setIsOpen(false) }
}
