import { useEffect, useRef, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import { splitCode } from '#src/catalog/enhanced-code.ts'
import { confusedPartners, findCode } from '#src/catalog/find-code.ts'
import { category, fitsGrammar, replyClass } from '#src/catalog/reply-class.ts'
import { parseCode, parsePairText, writtenCode } from '#src/compare/permalink.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { latinDigits } from '#src/i18n/search-text.ts'
import { Button } from '#src/ui/button.tsx'
import { Combobox, type ComboboxGroup } from '#src/ui/combobox.tsx'
import { Ltr } from '#src/ui/ltr.tsx'
import styles from './code-pickers.module.css'
import { rankCodes } from './rank-codes.ts'
import { rankEnhanced } from './rank-enhanced.ts'

interface CodePickersProps {
  catalog: Catalog
  /** Whether the catalogue is the whole one; a list made of less would leave codes out. */
  stock?: 'page' | 'failed' | 'whole'
  first: string | null
  second: string | null
  /** Codes compared lately, most recent first. */
  recent: readonly string[]
  onPick: (first: string | null, second: string | null) => void
  onSwap: () => void
  /** Whether single keys act; people who speak to their computer, or type by accident, must be able to say no. */
  hasShortcuts?: boolean
}

export function CodePickers({
  catalog,
  stock = 'whole',
  first,
  second,
  recent,
  onPick,
  onSwap,
  hasShortcuts = true,
}: CodePickersProps) {
  const { t } = useTranslation()
  const firstField = useRef<HTMLDivElement>(null)
  const secondField = useRef<HTMLDivElement>(null)
  useShortcuts(hasShortcuts, () => focusInput(firstField.current), onSwap)

  const pickFirst = (code: string) => {
    onPick(code, second)
    if (second === null) focusInput(secondField.current)
  }

  return (
    <section className={styles.pickers} aria-label={t('pick-codes.label')}>
      <CodePicker
        ref={firstField}
        catalog={catalog}
        stock={stock}
        label={t('pick-codes.first')}
        code={first}
        other={second}
        recent={recent}
        align="start"
        onPick={pickFirst}
        onPickPair={onPick}
      />
      <Button
        look="round"
        onClick={onSwap}
        disabled={first === null && second === null}
        aria-label={t('pick-codes.swap')}
        aria-keyshortcuts={hasShortcuts ? 's' : undefined}
        title={t('pick-codes.swap')}
      >
        <span aria-hidden="true">⇄</span>
      </Button>
      <CodePicker
        ref={secondField}
        catalog={catalog}
        stock={stock}
        label={t('pick-codes.second')}
        code={second}
        other={first}
        recent={recent}
        align="end"
        onPick={(code) => onPick(first, code)}
        onPickPair={onPick}
      />
    </section>
  )
}

function focusInput(field: HTMLElement | null) {
  field?.querySelector('input')?.focus()
}

interface CodePickerProps {
  ref: Ref<HTMLDivElement>
  catalog: Catalog
  stock: 'page' | 'failed' | 'whole'
  label: string
  code: string | null
  other: string | null
  recent: readonly string[]
  align: 'start' | 'end'
  onPick: (code: string) => void
  onPickPair: (first: string, second: string) => void
}

function CodePicker({
  ref,
  catalog,
  stock,
  label,
  code,
  other,
  recent,
  align,
  onPick,
  onPickPair,
}: CodePickerProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const option = (id: string) => ({ id, content: <CodeOption code={id} /> })
  const own = code && splitCode(code)?.enhanced

  const groupsFor = (typed: string | null): ComboboxGroup[] => {
    // Whoever knows the number need not wait for the list: Enter takes it, and the page follows when all has come.
    if (stock !== 'whole') {
      const exact = writtenCode(parseCode(latinDigits(typed ?? '').trim()))
      const parts = splitCode(exact)
      if (parts === null || (parts.reply !== null && !fitsGrammar(parts.reply))) return []
      return [
        {
          id: 'matches',
          label: t('pick-codes.matches'),
          options: [{ id: exact, content: <Ltr>{exact}</Ltr> }],
        },
      ]
    }
    if (typed === null || typed.trim() === '') return restingGroups()
    const matches = rankCodes(catalog.codes, typed, text.code).map((record) => record.code)
    const exact = writtenCode(parseCode(latinDigits(typed).trim()))
    const enhanced = rankEnhanced(catalog.enhanced.codes, typed, text.code).filter((id) => id !== exact)
    if (!matches.includes(exact) && findCode(catalog, exact)) matches.unshift(exact)
    return [
      { id: 'matches', label: t('pick-codes.matches'), options: matches.map(option) },
      { id: 'enhanced', label: t('pick-codes.enhanced'), options: enhanced.map(option) },
    ].filter(({ options }) => options.length > 0)
  }

  const restingGroups = (): ComboboxGroup[] => {
    const groups: ComboboxGroup[] = []
    const seen = recent.filter((candidate) => candidate !== code && candidate !== other).slice(0, 4)
    if (seen.length > 0)
      groups.push({ id: 'recent', label: t('pick-codes.recent'), options: seen.map(option) })
    const partners = other ? confusedPartners(catalog, other).filter((partner) => partner !== code) : []
    if (other && partners.length > 0) {
      groups.push({
        id: 'partners',
        label: t(other.includes('.') ? 'enhanced.near' : 'pick-codes.partners', { code: other }),
        options: partners.slice(0, 6).map(option),
      })
    }
    for (const digit of ['2', '3', '4', '5'] as const) {
      const codes = catalog.codes.filter(
        (record) => record.standing !== 'nonstandard' && replyClass(record.code) === digit,
      )
      groups.push({
        id: `class-${digit}`,
        label: t(`start.class-${digit}`),
        options: codes.map((record) => option(record.code)),
      })
    }
    const rest = catalog.codes.filter((record) => record.standing === 'nonstandard')
    groups.push({
      id: 'nonstandard',
      label: t('start.nonstandard'),
      options: rest.map((record) => option(record.code)),
    })
    return groups
  }

  const takePair = (typed: string) => {
    const pair = parsePairText(latinDigits(typed))
    if (!pair || !pair.every((candidate) => findCode(catalog, candidate))) return false
    onPickPair(...pair)
    return true
  }

  return (
    <Combobox
      ref={ref}
      label={label}
      description={t('pick-codes.hint')}
      placeholder={t('pick-codes.placeholder')}
      value={code ?? ''}
      tone={code ? replyClass(code) : 'none'}
      align={align}
      groupsFor={groupsFor}
      onPick={onPick}
      onText={takePair}
      emptyMessage={(typed) =>
        stock === 'whole'
          ? t('pick-codes.nothing', { text: typed })
          : t(stock === 'failed' ? 'pick-codes.failed' : 'pick-codes.loading')
      }
      countMessage={(count) => t('pick-codes.results', { count })}
    >
      {code && (
        <>
          <span className={styles.name}>{text.code(code).name}</span>
          <span className={styles.kind}>
            {t('pick-codes.kind', {
              class: t(`class-short.${replyClass(code)}`),
              category: own
                ? text.subject(own.split('.')[1] ?? '')
                : text.value('category-short', category(code)),
            })}
          </span>
          <span className={styles.shortKind}>{t(`class-short.${replyClass(code)}`)}</span>
        </>
      )}
    </Combobox>
  )
}

interface CodeOptionProps {
  code: string
}

function CodeOption({ code }: CodeOptionProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  return (
    <span className={styles.option} data-tone={replyClass(code)} data-long={code.length > 3 || undefined}>
      <span className={styles.optionCode}>
        <Ltr>{code}</Ltr>
      </span>
      <span className={styles.optionName}>{text.code(code).name}</span>
      <span className={styles.optionClass}>{t(`class-short.${replyClass(code)}`)}</span>
    </span>
  )
}

/** `/` goes to the first picker and `s` swaps, except while something is being typed. */
function useShortcuts(isOn: boolean, onSlash: () => void, onSwap: () => void) {
  const handlers = useRef({ onSlash, onSwap })
  useEffect(() => {
    handlers.current = { onSlash, onSwap }
  })
  useEffect(() => {
    if (!isOn) return
    const handleKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement &&
        event.target.matches('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]')
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (event.key === '/') {
        event.preventDefault()
        handlers.current.onSlash()
      } else if (event.key === 's') {
        handlers.current.onSwap()
      }
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [isOn])
}
