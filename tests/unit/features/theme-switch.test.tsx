import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ThemeSwitch, type Theme } from '#src/features/switch-theme/theme-switch.tsx'
import { english } from '#tests/setup/english.ts'
import { renderInEnglish } from '#tests/setup/render-app.tsx'

test('the three appearances are a named choice that shows the one in force', () => {
  renderInEnglish(<ThemeSwitch theme="dark" onChange={() => {}} />)
  expect(screen.getByRole('group', { name: english('theme.label') })).toBeTruthy()
  const names = screen
    .getAllByRole<HTMLInputElement>('radio')
    .map(({ checked, labels }) => [labels?.[0]?.textContent, checked])
  expect(names).toEqual([
    [english('theme.light'), false],
    [english('theme.dark'), true],
    [english('theme.system'), false],
  ])
})

test('choosing another appearance asks for it', async () => {
  const onChange = vi.fn<(theme: Theme) => void>()
  const { user } = renderInEnglish(<ThemeSwitch theme="system" onChange={onChange} />)
  await user.click(screen.getByRole('radio', { name: english('theme.light') }))
  expect(onChange.mock.calls).toEqual([['light']])
})
