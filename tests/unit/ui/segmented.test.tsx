import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { Segmented } from '#src/ui/segmented.tsx'

const SIZES = [
  { value: 'small', label: 'Small' },
  { value: 'medium', label: 'Medium' },
  { value: 'large', label: 'Large' },
] as const

type Size = (typeof SIZES)[number]['value']

interface SizesProps {
  label?: string
  onChange?: (size: Size) => void
}

function Sizes({ label = 'Size', onChange }: SizesProps) {
  const [size, setSize] = useState<Size>('medium')
  return (
    <Segmented
      label={label}
      options={SIZES}
      value={size}
      onChange={(next) => {
        setSize(next)
        onChange?.(next)
      }}
    />
  )
}

const checked = () =>
  screen.getAllByRole<HTMLInputElement>('radio', { checked: true }).map(({ value }) => value)

describe('Segmented', () => {
  test('is a named group of radio buttons, one of which is chosen', () => {
    render(<Sizes />)
    expect(screen.getByRole('group', { name: 'Size' })).toBeTruthy()
    expect(screen.getAllByRole('radio')).toHaveLength(3)
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Medium' }).checked).toBe(true)
    expect(checked()).toEqual(['medium'])
  })

  test('changes by a click on the words', async () => {
    const onChange = vi.fn<(size: Size) => void>()
    const user = userEvent.setup()
    render(<Sizes onChange={onChange} />)
    await user.click(screen.getByText('Large'))
    expect(onChange.mock.calls).toEqual([['large']])
    expect(checked()).toEqual(['large'])
  })

  test('is one stop of the Tab key, in which arrow keys choose', async () => {
    // user-event finds the other buttons of a group by a selector, and jsdom has no CSS.escape.
    vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') })
    onTestFinished(() => {
      vi.unstubAllGlobals()
    })
    const user = userEvent.setup()
    render(<Sizes />)
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Medium' }))
    await user.keyboard('{ArrowRight}')
    expect(checked()).toEqual(['large'])
    await user.tab()
    expect(document.activeElement).toBe(document.body)
  })

  test('does not disturb another one on the same page', async () => {
    const user = userEvent.setup()
    render(
      <>
        <Sizes label="Shirt" />
        <Sizes label="Shoes" />
      </>,
    )
    const [shirt] = screen.getAllByText('Small')
    if (shirt) await user.click(shirt)
    expect(checked()).toEqual(['small', 'medium'])
  })
})
