import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { Button } from '#src/ui/button.tsx'
import { ChangeMark } from '#src/ui/change-mark.tsx'
import { Ltr } from '#src/ui/ltr.tsx'
import { RichText } from '#src/ui/rich-text.tsx'

describe('RichText', () => {
  const codesIn = (container: HTMLElement) => [...container.querySelectorAll('code')]

  test('sets off what stands in backticks, left-to-right, and shows no backtick', () => {
    const { container } = render(<RichText text="Send `RCPT TO` after `MAIL FROM`." />)
    expect(container.textContent).toBe('Send RCPT TO after MAIL FROM.')
    expect(codesIn(container).map((code) => [code.textContent, code.dir])).toEqual([
      ['RCPT TO', 'ltr'],
      ['MAIL FROM', 'ltr'],
    ])
  })

  test('can begin and end with what is set off', () => {
    const { container } = render(<RichText text="`A` or `B`" />)
    expect(container.textContent).toBe('A or B')
    expect(codesIn(container).map(({ textContent }) => textContent)).toEqual(['A', 'B'])
  })

  test('leaves a text without backticks as it is, markup included', () => {
    const { container } = render(<RichText text="<b>Nothing</b> & *nobody*" />)
    expect(container.textContent).toBe('<b>Nothing</b> & *nobody*')
    expect(container.querySelector('b, code')).toBeNull()
  })
})

describe('ChangeMark', () => {
  test('says in words where a change begins and ends, for those who do not see the mark', () => {
    const { container } = render(
      <p>
        for{' '}
        <ChangeMark spokenStart="changed: " spokenEnd=" (end of change)">
          good
        </ChangeMark>
        .
      </p>,
    )
    expect(container.textContent).toBe('for changed: good (end of change).')
    expect(container.querySelector('mark')?.textContent).toContain('good')
  })
})

describe('Ltr', () => {
  test('keeps a code left-to-right and apart from the sentence around it', () => {
    render(
      <p dir="rtl">
        <Ltr>5.7.1</Ltr>
      </p>,
    )
    const code = screen.getByText('5.7.1')
    expect(code.tagName).toBe('BDI')
    expect(code.dir).toBe('ltr')
  })
})

describe('Button', () => {
  test('is pressed by pointer and keyboard', async () => {
    const onClick = vi.fn<() => void>()
    const user = userEvent.setup()
    render(<Button onClick={onClick}>Swap</Button>)
    await user.click(screen.getByRole('button', { name: 'Swap' }))
    await user.keyboard('{Enter}')
    await user.keyboard(' ')
    expect(onClick).toHaveBeenCalledTimes(3)
  })

  test('cannot be pressed while it is disabled', async () => {
    const onClick = vi.fn<() => void>()
    const user = userEvent.setup()
    render(
      <Button onClick={onClick} disabled>
        Swap
      </Button>,
    )
    await user.click(screen.getByRole('button', { name: 'Swap' }))
    expect(onClick).not.toHaveBeenCalled()
  })

  test('sends no form it may stand in', async () => {
    const onSubmit = vi.fn<() => void>()
    const user = userEvent.setup()
    render(
      <form onSubmit={onSubmit}>
        <Button>Swap</Button>
      </form>,
    )
    await user.click(screen.getByRole('button', { name: 'Swap' }))
    expect(onSubmit).not.toHaveBeenCalled()
  })

  test('takes its name from a label where it shows only a sign', () => {
    render(
      <Button look="round" aria-label="Swap">
        ⇄
      </Button>,
    )
    expect(screen.getByRole('button', { name: 'Swap' })).toBeTruthy()
  })
})
