import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { Combobox, type ComboboxGroup } from '#src/ui/combobox.tsx'

const FRUIT = ['apple', 'apricot', 'cherry', 'pear']
const VEGETABLES = ['carrot', 'celery']

const option = (id: string) => ({ id, content: id })

function groupsFor(text: string | null): ComboboxGroup[] {
  if (text === null) {
    return [
      { id: 'fruit', label: 'Fruit', options: FRUIT.map(option) },
      { id: 'vegetables', label: 'Vegetables', options: VEGETABLES.map(option) },
    ]
  }
  const found = [...FRUIT, ...VEGETABLES].filter((name) => name.startsWith(text))
  return found.length > 0 ? [{ id: 'found', label: 'Found', options: found.map(option) }] : []
}

interface FieldProps {
  onPick?: (id: string) => void
  onText?: (text: string) => boolean
  /** The list, or the empty one of before it has come. */
  list?: (text: string | null) => ComboboxGroup[]
}

/** A field that keeps what is picked, beside another that can take the focus. */
function Field({ onPick, onText = () => false, list = groupsFor }: FieldProps) {
  const [value, setValue] = useState('pear')
  return (
    <>
      <Combobox
        ref={null}
        label="Ingredient"
        description="Type the beginning of a name."
        placeholder="Name"
        value={value}
        groupsFor={list}
        onPick={(id) => {
          setValue(id)
          onPick?.(id)
        }}
        onText={onText}
        emptyMessage={(text) => `Nothing is called ${text}.`}
        countMessage={(count) => `${count} found`}
        align="start"
        tone="none"
      >
        <span>sweet and ripe</span>
      </Combobox>
      <button type="button">Elsewhere</button>
    </>
  )
}

function renderField(props: FieldProps = {}) {
  const user = userEvent.setup()
  const { rerender } = render(<Field {...props} />)
  return {
    user,
    field: screen.getByRole('combobox', { name: 'Ingredient' }) as HTMLInputElement,
    update: (next: FieldProps) => rerender(<Field {...next} />),
  }
}

const shownOptions = () => screen.queryAllByRole('option').map(({ textContent }) => textContent)

function highlighted(field: HTMLElement): string | null {
  const id = field.getAttribute('aria-activedescendant')
  return id ? (document.getElementById(id)?.textContent ?? null) : null
}

describe('Combobox whose list comes late', () => {
  test('marks the first match of what was typed meanwhile, and Enter takes it', async () => {
    const onPick = vi.fn<(id: string) => void>()
    const { user, field, update } = renderField({ onPick, list: () => [] })
    await user.click(field)
    await user.keyboard('ce')
    expect(highlighted(field)).toBeNull()

    update({ onPick })
    expect(highlighted(field)).toBe('celery')
    await user.keyboard('{Enter}')
    expect(onPick).toHaveBeenCalledExactlyOnceWith('celery')
  })

  test('marks nothing in a list that nobody narrowed', async () => {
    const { user, field, update } = renderField({ list: () => [] })
    await user.click(field)
    update({})
    expect(shownOptions()).toContain('cherry')
    expect(highlighted(field)).toBeNull()
  })
})

describe('Combobox at rest', () => {
  test('is a combobox with a name and a description, closed, showing its value', () => {
    const { field } = renderField()
    expect(field.value).toBe('pear')
    expect(field.getAttribute('aria-expanded')).toBe('false')
    const description = document.getElementById(field.getAttribute('aria-describedby') ?? '')
    expect(description?.textContent).toBe('Type the beginning of a name.')
    expect(shownOptions()).toEqual([])
  })

  test('gets the focus by a click on its label', async () => {
    const { user, field } = renderField()
    await user.click(screen.getByText('Ingredient'))
    expect(document.activeElement).toBe(field)
  })
})

describe('Combobox when opened', () => {
  test('controls a named list box in which groups hold the options', async () => {
    const { user, field } = renderField()
    await user.click(field)
    expect(field.getAttribute('aria-expanded')).toBe('true')
    const list = screen.getByRole('listbox', { name: 'Ingredient' })
    expect(field.getAttribute('aria-controls')).toBe(list.id)
    const group = within(list).getByRole('group', { name: 'Vegetables' })
    expect(
      within(group)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(VEGETABLES)
    expect(shownOptions()).toEqual([...FRUIT, ...VEGETABLES])
  })

  test('selects its text, so that typing replaces it', async () => {
    const { user, field } = renderField()
    await user.click(field)
    await user.keyboard('ch')
    expect(field.value).toBe('ch')
  })

  test('opens with the arrow key as well', async () => {
    const { user, field } = renderField()
    await user.tab()
    expect(document.activeElement).toBe(field)
    expect(shownOptions()).toEqual([])
    await user.keyboard('{ArrowDown}')
    expect(shownOptions()).toEqual([...FRUIT, ...VEGETABLES])
  })
})

describe('Combobox while a text is typed', () => {
  test('lists what the text can mean and tells how much that is', async () => {
    const { user, field } = renderField()
    await user.click(field)
    expect(screen.getByRole('status').textContent).toBe('')
    await user.keyboard('ap')
    expect(shownOptions()).toEqual(['apple', 'apricot'])
    expect(screen.getByRole('status').textContent).toBe('2 found')
  })

  test('says when nothing matches', async () => {
    const { user, field } = renderField()
    await user.click(field)
    await user.keyboard('xyz')
    expect(shownOptions()).toEqual([])
    expect(screen.getByRole('status').textContent).toBe('Nothing is called xyz.')
    expect(screen.getAllByText('Nothing is called xyz.'), 'seen, and spoken').toHaveLength(2)
  })

  test('points at no option while none is listed', async () => {
    const onPick = vi.fn<(id: string) => void>()
    const { user, field } = renderField({ onPick })
    await user.click(field)
    await user.keyboard('apx')
    expect(field.getAttribute('aria-activedescendant') ?? '').toBe('')
    await user.keyboard('{Enter}')
    expect(onPick).not.toHaveBeenCalled()
  })

  test('shows everything again when the text is deleted', async () => {
    const { user, field } = renderField()
    await user.click(field)
    await user.keyboard('ap{Backspace}{Backspace}')
    expect(field.value).toBe('')
    expect(screen.getByRole('status').textContent).toBe(`${FRUIT.length + VEGETABLES.length} found`)
  })

  test('picks the first match with Enter', async () => {
    const onPick = vi.fn<(id: string) => void>()
    const { user, field } = renderField({ onPick })
    await user.click(field)
    await user.keyboard('ap{Enter}')
    expect(onPick.mock.calls).toEqual([['apple']])
    expect(field.value).toBe('apple')
    expect(field.getAttribute('aria-expanded')).toBe('false')
  })

  test('picks the first match with Enter after a single letter', async () => {
    const { user, field } = renderField()
    await user.click(field)
    await user.keyboard('c{Enter}')
    expect(field.value).toBe('cherry')
  })

  test('picks the first match with Enter after a name was pasted', async () => {
    const { user, field } = renderField()
    await user.click(field)
    await user.paste('apricot')
    await user.keyboard('{Enter}')
    expect(field.value).toBe('apricot')
    expect(field.getAttribute('aria-expanded')).toBe('false')
  })

  test('hands each text over first, and closes the list when that was all', async () => {
    const { user, field } = renderField({ onText: (text) => text === 'ap' })
    await user.click(field)
    await user.keyboard('ap')
    expect(field.value).toBe('pear')
    expect(field.getAttribute('aria-expanded')).toBe('false')
    expect(shownOptions()).toEqual([])
  })

  test('stays closed when a pasted text was all', async () => {
    const { user, field } = renderField({ onText: (text) => text === 'apple and pear' })
    await user.tab()
    await user.paste('apple and pear')
    expect(field.value).toBe('pear')
    expect(field.getAttribute('aria-expanded')).toBe('false')
  })
})

describe('Combobox with the keyboard', () => {
  test('moves the highlight down and up with the arrow keys, and around the ends', async () => {
    const { user, field } = renderField()
    await user.click(field)
    expect(highlighted(field)).toBeNull()
    await user.keyboard('{ArrowDown}')
    expect(highlighted(field)).toBe('apple')
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(highlighted(field)).toBe('cherry')
    await user.keyboard('{ArrowUp}')
    expect(highlighted(field)).toBe('apricot')
    await user.keyboard('{ArrowUp}{ArrowUp}')
    expect(highlighted(field)).toBe('celery')
  })

  test('marks the highlighted option as selected for screen readers, and only that one', async () => {
    const { user, field } = renderField()
    await user.click(field)
    await user.keyboard('{ArrowDown}{ArrowDown}')
    const selected = screen.getAllByRole('option', { selected: true })
    expect(selected.map(({ textContent }) => textContent)).toEqual(['apricot'])
  })

  test('picks the highlighted option with Enter, across groups, and keeps the focus', async () => {
    const onPick = vi.fn<(id: string) => void>()
    const { user, field } = renderField({ onPick })
    await user.click(field)
    await user.keyboard('{ArrowUp}{Enter}')
    expect(onPick.mock.calls).toEqual([['celery']])
    expect(field.value).toBe('celery')
    expect(document.activeElement).toBe(field)
    expect(shownOptions()).toEqual([])
  })

  test('starts a new search with what is typed after a pick', async () => {
    const { user, field } = renderField()
    await user.click(field)
    await user.keyboard('ap{Enter}')
    expect(field.value).toBe('apple')
    await user.keyboard('ch')
    expect(field.value).toBe('ch')
    expect(shownOptions()).toEqual(['cherry'])
  })

  test('picks nothing with Enter while nothing is highlighted', async () => {
    const onPick = vi.fn<(id: string) => void>()
    const { user, field } = renderField({ onPick })
    await user.click(field)
    await user.keyboard('{Enter}')
    expect(onPick).not.toHaveBeenCalled()
    expect(field.value).toBe('pear')
  })

  test('leaves everything as it was with Escape', async () => {
    const onPick = vi.fn<(id: string) => void>()
    const { user, field } = renderField({ onPick })
    await user.click(field)
    await user.keyboard('ap{ArrowDown}{Escape}')
    expect(field.value).toBe('pear')
    expect(shownOptions()).toEqual([])
    expect(onPick).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(field)
  })

  test('keeps its value when Escape is pressed again', async () => {
    const { user, field } = renderField()
    await user.click(field)
    await user.keyboard('ap{Escape}{Escape}')
    expect(field.value).toBe('pear')
  })
})

describe('Combobox left', () => {
  test('by the Tab key picks nothing and shows its value again', async () => {
    const onPick = vi.fn<(id: string) => void>()
    const { user, field } = renderField({ onPick })
    await user.click(field)
    await user.keyboard('ap')
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Elsewhere' }))
    expect(field.value).toBe('pear')
    expect(shownOptions()).toEqual([])
    expect(onPick).not.toHaveBeenCalled()
  })

  test('by a click elsewhere picks nothing and shows its value again', async () => {
    const onPick = vi.fn<(id: string) => void>()
    const { user, field } = renderField({ onPick })
    await user.click(field)
    await user.keyboard('cel')
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }))
    expect(field.value).toBe('pear')
    expect(shownOptions()).toEqual([])
    expect(onPick).not.toHaveBeenCalled()
  })
})

describe('Combobox with the pointer', () => {
  test('picks the option that is clicked', async () => {
    const onPick = vi.fn<(id: string) => void>()
    const { user, field } = renderField({ onPick })
    await user.click(field)
    await user.click(screen.getByRole('option', { name: 'carrot' }))
    expect(onPick.mock.calls).toEqual([['carrot']])
    expect(field.value).toBe('carrot')
    expect(shownOptions()).toEqual([])
  })

  test('picks the value it already has, too', async () => {
    const onPick = vi.fn<(id: string) => void>()
    const { user, field } = renderField({ onPick })
    await user.click(field)
    await user.click(screen.getByRole('option', { name: 'pear' }))
    expect(onPick.mock.calls).toEqual([['pear']])
    expect(field.value).toBe('pear')
  })

  test('can pick one after the other', async () => {
    const { user, field } = renderField()
    await user.click(field)
    await user.click(screen.getByRole('option', { name: 'carrot' }))
    await user.click(field)
    await user.click(screen.getByRole('option', { name: 'apple' }))
    expect(field.value).toBe('apple')
  })
})
