import { useCombobox } from 'downshift'
import { useEffect, useEffectEvent, useId, useState, type ReactNode, type Ref } from 'react'
import styles from './combobox.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface ComboboxOption {
  id: string
  content: ReactNode
}

export interface ComboboxGroup {
  id: string
  label: string
  options: readonly ComboboxOption[]
}

interface ComboboxProps {
  label: string
  /** Says how to use the field; spoken, not shown. */
  description: string
  placeholder: string
  /** What the closed field shows: the choice made, or nothing yet. */
  value: string
  /** The choices for a text; null while nothing has been typed. */
  groupsFor: (text: string | null) => readonly ComboboxGroup[]
  onPick: (id: string) => void
  /** Sees each typed or pasted text first; true when it dealt with the text and the list may close. */
  onText: (text: string) => boolean
  emptyMessage: (text: string) => string
  countMessage: (count: number) => string
  /** The edge of the field's container at which the list opens. */
  align: 'start' | 'end'
  tone: string
  /** Shown beside the value while the field is closed. */
  children: ReactNode
  /** The whole field; its input is the first in it. */
  ref: Ref<HTMLDivElement>
}

interface Entry {
  key: string
  option: ComboboxOption
}

/**
 * Type-to-filter choice after the ARIA pattern, by downshift. The list is laid out against the nearest positioned
 * ancestor, so that on a narrow screen it can be wider than its field.
 */
export function Combobox({
  label,
  description,
  placeholder,
  value,
  groupsFor,
  onPick,
  onText,
  emptyMessage,
  countMessage,
  align,
  tone,
  children,
  ref,
}: ComboboxProps) {
  const id = useId()
  const [text, setText] = useState<string | null>(null)
  const [isListed, setIsListed] = useState(false)
  const groups = isListed ? groupsFor(text) : []
  const entries: Entry[] = groups.flatMap((group) =>
    group.options.map((option) => ({ key: `${group.id}:${option.id}`, option })),
  )

  const places = new Map(entries.map((entry, index) => [entry.key, index]))

  const {
    getInputProps,
    getItemProps,
    getLabelProps,
    getMenuProps,
    highlightedIndex,
    isOpen,
    setHighlightedIndex,
  } = useCombobox<Entry>({
    id,
    items: entries,
    itemToString: (entry) => entry?.option.id ?? '',
    itemToKey: (entry) => entry?.key,
    selectedItem: null,
    inputValue: text ?? value,
    isOpen: isListed,
    // Enter takes the best match of what was typed; of a list that nobody narrowed, nothing.
    stateReducer: (_, { type, changes }) => {
      if (type !== useCombobox.stateChangeTypes.InputChange) return changes
      const typed = changes.inputValue ?? ''
      const hasMatch = typed.trim() !== '' && groupsFor(typed).some((group) => group.options.length > 0)
      return { ...changes, highlightedIndex: hasMatch ? 0 : -1 }
    },
    onIsOpenChange: ({ isOpen: next }) => {
      setIsListed(next)
      if (!next) setText(null)
    },
    onStateChange: ({ type, selectedItem }) => {
      const isChoice =
        type === useCombobox.stateChangeTypes.ItemClick ||
        type === useCombobox.stateChangeTypes.InputKeyDownEnter
      if (isChoice && selectedItem) onPick(selectedItem.option.id)
    },
  })

  const takeText = (typed: string): boolean => {
    if (onText(typed)) {
      setText(null)
      setIsListed(false)
      return true
    }
    setText(typed)
    return false
  }

  // On a page that came to life after it was shown, something may have been typed already: it counts as typed now.
  const takeEarlyText = useEffectEvent(() => {
    const input = document.getElementById(`${id}-input`)
    if (!(input instanceof HTMLInputElement) || input.value === value) return
    if (!takeText(input.value)) setIsListed(true)
  })
  useEffect(() => {
    const soon = setTimeout(() => takeEarlyText())
    return () => clearTimeout(soon)
  }, [])

  // Matches that come after the text, from a list that was still on its way, are taken by Enter all the same.
  const hasMatches = text !== null && text.trim() !== '' && entries.length > 0
  const markFirst = useEffectEvent(() => {
    if (highlightedIndex === -1) setHighlightedIndex(0)
  })
  useEffect(() => {
    if (hasMatches) markFirst()
  }, [hasMatches])

  // Opened or closed, a field in focus has its choice selected, so that the next letter typed starts a new search.
  useEffect(() => {
    const input = document.getElementById(`${id}-input`)
    if (!(input instanceof HTMLInputElement) || input !== document.activeElement) return
    const isAtRest = input.value === value && input.ariaExpanded !== String(!isListed)
    if (isAtRest) input.select()
  }, [id, isListed, value])

  // In a low window a list opened near its lower edge would have an end that nobody sees.
  useEffect(() => {
    if (isListed) document.getElementById(`${id}-menu`)?.scrollIntoView({ block: 'nearest' })
  }, [id, isListed])

  const inputProps = getInputProps({
    onChange: (event) => {
      // Else downshift would open the list for a text that is already dealt with.
      if (takeText(event.currentTarget.value))
        Object.assign(event.nativeEvent, { preventDownshiftDefault: true })
    },
    onFocus: (event) => event.currentTarget.select(),
    // A second press would only put a caret into the choice that stands selected.
    onMouseDown: (event) => {
      if (text === null && event.currentTarget === document.activeElement) event.preventDefault()
    },
  })

  return (
    <div
      ref={ref}
      className={styles.field}
      data-tone={tone}
      data-open={isOpen || undefined}
      data-long={value.length > 4 || undefined}
    >
      <label className={styles.label} {...getLabelProps()}>
        {label}
      </label>
      <input
        className={styles.input}
        {...inputProps}
        dir={directionOf(text ?? value)}
        placeholder={placeholder}
        aria-describedby={`${id}-description`}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
      />
      <span id={`${id}-description`} hidden>
        {description}
      </span>
      <div className={styles.beside} hidden={isOpen}>
        {children}
      </div>
      <div className={styles.list} data-align={align} hidden={!isOpen}>
        <div className={styles.options} {...getMenuProps()}>
          {groups.map((group) => (
            <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
              <div id={`${id}-${group.id}`} className={styles.groupLabel}>
                {group.label}
              </div>
              {group.options.map((option) => {
                const index = places.get(`${group.id}:${option.id}`) ?? -1
                return (
                  <div
                    key={option.id}
                    className={styles.option}
                    data-highlighted={index === highlightedIndex || undefined}
                    {...getItemProps({ item: entries[index] as Entry, index })}
                  >
                    {option.content}
                  </div>
                )
              })}
            </div>
          ))}
        </div>
        {isOpen && entries.length === 0 && <p className={styles.empty}>{emptyMessage(text ?? '')}</p>}
      </div>
      <VisuallyHidden>
        <span role="status">
          {isOpen && text !== null
            ? entries.length > 0
              ? countMessage(entries.length)
              : emptyMessage(text)
            : ''}
        </span>
      </VisuallyHidden>
    </div>
  )
}

/**
 * Digits have no direction to take: they stand where the page begins, and so does the placeholder. Numbers with a blank
 * between them do have an order.
 */
function directionOf(text: string): 'auto' | 'ltr' | undefined {
  if (/\p{L}/u.test(text)) return 'auto'
  return /\d\s+\d/.test(text) ? 'ltr' : undefined
}
