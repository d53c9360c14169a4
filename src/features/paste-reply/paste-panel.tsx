import { useEffect, useRef, useState, type ClipboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalog, ProviderReplies } from '#src/catalog/catalog-schema.ts'
import { findCode, findCodesInText } from '#src/catalog/find-code.ts'
import { replyClass } from '#src/catalog/reply-class.ts'
import { codeOf } from '#src/recognize/code-of.ts'
import type { Summary } from '#src/recognize/summarize.ts'
import type { KnownReplies, Recognition } from '#src/recognize/recognition.ts'
import type { Outcome, Recognizer } from '#src/worker/ask-recognizer.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { Button } from '#src/ui/button.tsx'
import { RichText } from '#src/ui/rich-text.tsx'
import { MarkedText } from './marked-text.tsx'
import styles from './paste-panel.module.css'
import { ReplyChoice } from './reply-choice.tsx'
import { ReplyDetail } from './reply-detail.tsx'
import { pastedFile, pastedText, type Pasted } from './pasted.ts'
import { summaryOfCodes } from './summary-of-codes.ts'

type Read = Extract<Outcome, { kind: 'read' }>

interface PastePanelProps {
  catalog: Catalog
  providers: ProviderReplies['providers']
  /** Null until it is known whether they come: each text is read once. */
  known: KnownReplies | null
  recognizer: Recognizer
  /** What was handed over when the panel was opened, or since. */
  handed: Pasted | null
  isOpen: boolean
  onPlace: (side: 0 | 1, recognition: Recognition) => void
  onPlaceBoth: (first: Recognition, second: Recognition) => void
  onClose: () => void
  /** What the catalogue says of a reply, beside its words: what its provider means by it, what does not fit together. */
  renderKnown: (id: string) => ReactNode
  renderConflicts: (code: string) => ReactNode
  renderLink: (code: string) => ReactNode
  linkOf: (code: string) => string
}

/** A longer text is kept beside the field: browsers lay out a field of megabytes for seconds. */
const FIELD_LIMIT = 50_000
/** In a longer text numbers are too many things. */
const LONGEST_SENTENCE = 2000
/** How long to wait for the next key before reading what was typed. */
const TYPING_PAUSE_MS = 200

/** Where a reply, a log or a bounce is pasted, and what is found in it. */
export function PastePanel(props: PastePanelProps) {
  const { catalog, recognizer, known, handed, isOpen, onClose } = props
  const { t } = useTranslation()
  const [taken, setTaken] = useState(handed)
  const [source, setSource] = useState<Pasted | null>(handed)
  const [reading, setReading] = useState<{ of: Pasted; outcome: Outcome; number: number } | null>(null)
  const sizeOf = useSize()
  const field = useRef<HTMLTextAreaElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const panel = useRef<HTMLElement>(null)

  if (taken !== handed) {
    setTaken(handed)
    if (handed) setSource(handed)
  }

  // Whoever hands something over wants to see what becomes of it, and no keyboard over it.
  useEffect(() => {
    if (isOpen) (handed ? title : field).current?.focus()
  }, [isOpen, handed])

  useEffect(() => {
    const closeOnEscape = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && panel.current?.contains(document.activeElement)) onClose()
    }
    document.addEventListener('keydown', closeOnEscape)
    return () => document.removeEventListener('keydown', closeOnEscape)
  }, [onClose])

  useEffect(() => {
    if (source === null || known === null || isBlank(source)) return
    let isStale = false
    const read = async () => {
      const outcome = await recognizer.read(source.content, known)
      if (!isStale) setReading((last) => ({ of: source, outcome, number: (last?.number ?? 0) + 1 }))
    }
    const timer = setTimeout(() => void read(), source.isTyped ? TYPING_PAUSE_MS : 0)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [source, known, recognizer])

  const takeFiles = (files: FileList | null) => {
    const next = files && pastedFile(files)
    if (next) setSource(next)
  }

  const handlePaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length > 0) {
      event.preventDefault()
      takeFiles(event.clipboardData.files)
      return
    }
    const pasted = event.clipboardData.getData('text/plain')
    if (pasted.length <= FIELD_LIMIT) return
    event.preventDefault()
    setSource(pastedText(pasted))
  }

  const clear = () => {
    setSource(null)
    if (file.current) file.current.value = ''
    // The field may just come back in the place of a file's name.
    requestAnimationFrame(() => field.current?.focus())
  }

  const isHeld = source !== null && isTooLongForField(source)
  const isWaiting = source !== null && !isBlank(source) && reading?.of !== source
  const current = reading && reading.of === source ? reading.outcome : null
  const told = current?.kind === 'read' ? withBareCodes(catalog, source, current) : current
  const name = source?.name ?? t('paste.long-text')

  return (
    <section ref={panel} className={styles.panel} aria-labelledby="paste-title">
      <div className={styles.head}>
        <h2 id="paste-title" ref={title} tabIndex={-1}>
          {t('paste.title')}
        </h2>
        <Button look="quiet" onClick={onClose}>
          {t('paste.close')}
        </Button>
      </div>
      {isHeld ? (
        <p className={styles.held}>
          <bdi>{t('paste.held', { name, size: sizeOf(lengthOf(source)) })}</bdi>
        </p>
      ) : (
        <textarea
          ref={field}
          className={styles.field}
          aria-label={t('paste.label')}
          aria-describedby="paste-hint"
          placeholder={t('paste.label')}
          // An empty field of its own direction would turn the placeholder around.
          dir={source === null ? undefined : 'auto'}
          rows={5}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          translate="no"
          value={typeof source?.content === 'string' ? source.content : ''}
          onPaste={handlePaste}
          onChange={({ currentTarget: { value } }) =>
            setSource(value === '' ? null : pastedText(value, value.length <= FIELD_LIMIT))
          }
        />
      )}
      <div className={styles.tools}>
        <input
          ref={file}
          type="file"
          hidden
          tabIndex={-1}
          accept=".eml,.log,.txt,.csv,.json,.mbox,message/rfc822,text/*"
          onChange={({ currentTarget: { files } }) => takeFiles(files)}
        />
        <Button onClick={() => file.current?.click()}>{t('paste.file')}</Button>
        <Button look="quiet" onClick={clear} disabled={source === null}>
          {t('paste.clear')}
        </Button>
        <p id="paste-hint" className={styles.hint}>
          {t('paste.hint')} {t('paste.privacy')}
        </p>
      </div>
      <div role="status" className={styles.status}>
        {source?.isOneOfSeveral && <p>{t('paste.several-files', { name })}</p>}
        {isWaiting && <p>{t('paste.reading')}</p>}
        {told && <Told outcome={told} name={name} />}
      </div>
      {current?.kind === 'failed' && (
        <Button onClick={() => setSource(source && { ...source })}>{t('loadFailureRetry')}</Button>
      )}
      {told?.kind === 'read' && <Found key={reading?.number} {...props} summary={told.summary} />}
    </section>
  )
}

function lengthOf({ content }: Pasted): number {
  return typeof content === 'string' ? content.length : content.size
}

function isTooLongForField({ content }: Pasted): boolean {
  return typeof content !== 'string' || content.length > FIELD_LIMIT
}

/** What stands in the field and needs no answer. */
function isBlank(pasted: Pasted): boolean {
  return typeof pasted.content === 'string' && !isTooLongForField(pasted) && pasted.content.trim() === ''
}

/** Where no reply stands, numbers that are reply codes may still be what the person means. */
function withBareCodes(catalog: Catalog, source: Pasted | null, reading: Read): Read {
  const text = source?.content
  if (reading.summary.total > 0 || typeof text !== 'string' || text.length > LONGEST_SENTENCE) return reading
  const codes = findCodesInText(catalog, text)
  return codes.length === 0 ? reading : { ...reading, summary: summaryOfCodes(text, codes) }
}

const KILO = 1024

/** In the digits and with the decimal sign of the language. */
function useSize(): (bytes: number) => string {
  const { t } = useTranslation()
  const { tag } = useCatalogText()
  return (bytes) => {
    const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1, numberingSystem: 'latn' })
    return bytes < KILO * KILO
      ? t('paste.kilobytes', { size: number.format(Math.ceil(bytes / KILO)) })
      : t('paste.megabytes', { size: number.format(bytes / KILO / KILO) })
  }
}

interface ToldProps {
  outcome: Outcome
  name: string
}

/** How reading ended. */
function Told({ outcome, name }: ToldProps) {
  const { t } = useTranslation()
  const sizeOf = useSize()
  switch (outcome.kind) {
    case 'read': {
      const { summary, isDecoded, cut } = outcome
      const isNothing = summary.groups.length === 0
      return (
        <>
          {isNothing ? (
            <>
              <p>
                <strong>{t('paste.none')}</strong>
              </p>
              <p>
                <RichText text={t('paste.none-hint')} />
              </p>
            </>
          ) : (
            <p>
              <strong>
                {summary.total === 0 ? t('paste.maybe') : t('paste.found', { count: summary.total })}
              </strong>
            </p>
          )}
          {summary.isMore && <p>{t('paste.more')}</p>}
          {isDecoded && <p>{t('paste.decoded')}</p>}
          {cut && <p>{t(`paste.cut-${cut.missing}`, { name, size: sizeOf(cut.read) })}</p>}
        </>
      )
    }
    case 'empty':
      return <p>{t('paste.empty', { name })}</p>
    case 'binary':
    case 'outlook':
    case 'archive':
    case 'unreadable':
      return <p>{t(`paste.${outcome.kind}`, { name })}</p>
    case 'failed':
    case 'slow':
      return <p>{t(`paste.${outcome.kind}`)}</p>
  }
}

interface FoundProps extends PastePanelProps {
  summary: Summary
}

function Found({ summary, catalog, providers, onPlace, onPlaceBoth, ...rest }: FoundProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(summary.main)
  const { groups, excerpts } = summary
  const group = groups[chosen]
  if (!group) return null
  const [first, second] = groups.map(({ recognition }) => recognition)
  const codes = [first, second].map((recognition) => (recognition ? codeOf(recognition) : ''))
  const isPair = groups.length === 2 && codes.every((code) => findCode(catalog, code) !== null)
  return (
    <div className={styles.found}>
      <div className={styles.seen}>
        <MarkedText
          key={chosen}
          excerpts={excerpts}
          chosen={chosen}
          toneOf={(index) => replyClass(groups[index] ? codeOf(groups[index].recognition) : '')}
        />
        {groups.length > 1 && <ReplyChoice groups={groups} chosen={chosen} onChoose={setChosen} />}
        {isPair && first && second && (
          <Button onClick={() => onPlaceBoth(first, second)}>
            {t('compare.third-link', { first: codes[0], second: codes[1] })}
          </Button>
        )}
      </div>
      <ReplyDetail
        key={`${chosen} ${codeOf(group.recognition)}`}
        catalog={catalog}
        providers={providers}
        recognition={group.recognition}
        onPlace={(side) => onPlace(side, group.recognition)}
        {...rest}
      />
    </div>
  )
}
