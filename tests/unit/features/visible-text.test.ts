import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visibleText } from '#src/features/paste-reply/visible-text.ts'
import { anyText } from '#tests/setup/any-text.ts'

test('nothing that turns a text around or cannot be seen stays hidden', () => {
  const shown = visibleText('250\u202e155 no\u0000pe\u001b[31m')
  expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  // oxlint-disable-next-line no-control-regex -- these are what must be gone
  expect(shown).not.toMatch(/[\u0000-\u0008\u001b]/)
})

test('every sign keeps its place, and lines stay lines', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = visibleText(text)
      expect(shown).toHaveLength(text.length)
      expect(shown.split('\n').map((line) => line.length)).toEqual(
        text.split('\n').map((line) => line.length),
      )
    }),
  )
})
