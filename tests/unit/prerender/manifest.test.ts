import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parsePath } from '#src/compare/permalink.ts'
import { LANGUAGES } from '#src/i18n/languages.ts'
import { manifestOf } from '#src/prerender/manifest.ts'
import { readWords } from '#tests/setup/read-words.ts'

interface Picture {
  src: string
  sizes: string
  purpose?: string
  form_factor?: string
}

describe.each(LANGUAGES)('the manifest in $tag', (language) => {
  const words = readWords(language.tag)
  const manifest = JSON.parse(manifestOf(language, words))

  test('is one app with those of the other languages, described in its own', () => {
    expect(manifest).toMatchObject({ id: './', start_url: './', scope: './', display: 'standalone' })
    expect(manifest).toMatchObject({ lang: language.tag, dir: language.direction })
    expect(manifest.description).toBe(words.ui['site.description'])
  })

  test('names pictures that exist, in the size it says and for every purpose', () => {
    const pictures: Picture[] = [...manifest.icons, ...manifest.screenshots]
    for (const { src, sizes } of pictures) {
      expect(existsSync(`public/${src}`), src).toBe(true)
      expect(src.endsWith('.svg') ? 'any' : sizeOf(`public/${src}`), src).toBe(sizes)
    }
    const purposes = manifest.icons.map(({ purpose }: Picture) => purpose)
    expect(new Set(purposes)).toEqual(new Set(['any', 'maskable', 'monochrome']))
    expect(manifest.screenshots.map(({ form_factor }: Picture) => form_factor)).toEqual(['wide', 'narrow'])
  })

  test('has shortcuts to comparisons in its language', () => {
    expect(manifest.shortcuts.length).toBeGreaterThan(1)
    for (const { url, name } of manifest.shortcuts) {
      const { language: tag, route } = parsePath(url.slice(1))
      expect(tag).toBe(language.tag)
      expect(route.kind).toBe('pair')
      for (const code of url.match(/\d{3}/g)) expect(name).toContain(code)
    }
  })

  test('takes a shared text by POST, so that it never is part of an address', () => {
    expect(manifest.share_target).toMatchObject({ method: 'POST', params: { text: 'text' } })
  })
})

/** From the header of a PNG: https://www.w3.org/TR/png-3/#11IHDR */
function sizeOf(file: string): string {
  const bytes = readFileSync(file)
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`
}
