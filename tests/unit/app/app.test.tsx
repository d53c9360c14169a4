import { act, screen } from '@testing-library/react'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import arabicCodes from '#locales/ar/codes.json'
import arabic from '#locales/ar/ui.json'
import codes from '#locales/en/codes.json'
import { confusedPartners } from '#src/catalog/find-code.ts'
import { allowConsole } from '#tests/setup/console.ts'
import { english, englishText } from '#tests/setup/english.ts'
import { realCatalog } from '#tests/setup/real-catalog.ts'
import { arrival, openApp } from '#tests/setup/render-app.tsx'
import type { Answer } from '#tests/setup/serve-files.ts'

/*
 * Pages are long, and asking for roles makes jsdom work out the style of everything on them; roles are held by the tests of
 * the parts. Here things are found by their label or their place.
 */
const heading = () => screen.findByText(/./, { selector: 'h1' })
const answerOf = (first: string, second: string) => englishText.pair([first, second])?.answer ?? ''
const path = () => window.location.pathname + window.location.search
const labelled = (label: string) =>
  screen.getByLabelText<HTMLInputElement>(label, { selector: 'input, button, a' })
const first = () => labelled(english('pick-codes.first'))
const second = () => labelled(english('pick-codes.second'))
const linksTo = (href: string) => document.querySelectorAll(`a[href="${href}"]`)

/** Opens an address and waits for its page. */
async function open(address: string, answer?: Answer) {
  const view = openApp(address, answer)
  const { textContent } = await arrival(view.network)
  return { ...view, headline: textContent }
}

async function goBack() {
  await act(async () => {
    const arrived = new Promise((resolve) => {
      window.addEventListener('popstate', resolve, { once: true })
    })
    window.history.back()
    await arrived
  })
}

describe('a link to two codes', () => {
  test('shows the sentence that tells them apart, with the codes in the pickers', async () => {
    const { headline } = await open('/en/smtp/250-vs-551')
    expect(headline).toBe(answerOf('250', '551'))
    expect([first().value, second().value]).toEqual(['250', '551'])
    expect(document.title).toBe(
      english('title.pair', {
        first: '250',
        second: '551',
        firstName: englishText.code('250').name,
        secondName: englishText.code('551').name,
      }),
    )
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['en', 'ltr'])
  })

  test('keeps the order in which it names them', async () => {
    await open('/en/smtp/551-vs-250')
    expect([first().value, second().value]).toEqual(['551', '250'])
    expect(path()).toBe('/en/smtp/551-vs-250')
  })

  test('can ask for the differences only, and the choice goes into the link without a step Back', async () => {
    const { user } = await open('/en/smtp/250-vs-551?show=differences')
    const only = labelled(english('compare.only-differences'))
    expect(only.checked).toBe(true)
    const before = window.history.length
    await user.click(labelled(english('compare.everything')))
    expect(path()).toBe('/en/smtp/250-vs-551')
    await user.click(only)
    expect(path()).toBe('/en/smtp/250-vs-551?show=differences')
    expect(window.history.length).toBe(before)
  })

  test('with a number that nobody defined compares it by its digits', async () => {
    const { headline } = await open('/en/smtp/550-vs-559')
    expect(headline).toBe(`${englishText.code('550').gist} ${englishText.code('559').gist}`)
    expect([first().value, second().value]).toEqual(['550', '559'])
  })

  test('of which one is no reply code says which, and keeps the other in its picker', async () => {
    const { headline } = await open('/en/smtp/550-vs-999')
    expect(headline).toBe(english('not-found.headline', { text: '999' }))
    expect([first().value, second().value]).toEqual(['550', ''])
  })
})

describe('picking', () => {
  test('a code changes page and address at once, and Back returns', async () => {
    const { user } = await open('/en/smtp/250-vs-551')
    await user.click(second())
    await user.keyboard('251{Enter}')
    expect(path()).toBe('/en/smtp/250-vs-251')
    expect((await heading()).textContent).toBe(answerOf('250', '251'))
    expect(document.activeElement).toBe(second())
    await goBack()
    expect(path()).toBe('/en/smtp/250-vs-551')
    expect((await heading()).textContent).toBe(answerOf('250', '551'))
    expect(second().value).toBe('551')
  })

  test('on the start page waits for the second code before it goes on', async () => {
    const { user } = await open('/en/')
    await user.click(first())
    await user.keyboard('250{Enter}')
    expect(path()).toBe('/en/')
    expect(first().value).toBe('250')
    await user.keyboard('551{Enter}')
    expect(path()).toBe('/en/smtp/250-vs-551')
    expect((await heading()).textContent).toBe(answerOf('250', '551'))
  })

  test('keeps what the link says about the rows to show', async () => {
    const { user } = await open('/en/smtp/250-vs-551?show=differences')
    await user.click(first())
    await user.keyboard('550 551')
    expect(path()).toBe('/en/smtp/550-vs-551?show=differences')
  })

  test('swaps the address with the sides', async () => {
    const { user } = await open('/en/smtp/250-vs-551')
    await user.click(labelled(english('pick-codes.swap')))
    expect(path()).toBe('/en/smtp/551-vs-250')
    expect([first().value, second().value]).toEqual(['551', '250'])
  })

  test('swaps one code alone, and waits for the other', async () => {
    const { user } = await open('/en/smtp/551')
    await user.click(labelled(english('pick-codes.swap')))
    expect([first().value, second().value]).toEqual(['', '551'])
    expect(path()).toBe('/en/smtp/551')
    await user.click(first())
    await user.keyboard('250{Enter}')
    expect(path()).toBe('/en/smtp/250-vs-551')
  })

  test('remembers what was compared, for the next visit too', async () => {
    const { user, unmount } = await open('/en/')
    await user.click(first())
    await user.keyboard('421 450')
    unmount()
    const next = await open('/en/')
    await next.user.click(first())
    const options = screen
      .getByText(english('pick-codes.recent'))
      .parentElement?.querySelectorAll('[role=option]')
    expect([...(options ?? [])].map(({ textContent }) => textContent.slice(0, 3))).toEqual(['421', '450'])
  })
})

describe('a link without a language, or of an old form,', () => {
  test.each([
    ['/', '/en/'],
    ['/smtp/250-vs-551', '/en/smtp/250-vs-551'],
    ['/compare/smtp/250-ok-vs-551-user-not-local', '/en/smtp/250-vs-551'],
    ['/en/compare/smtp/551-user-not-local-vs-250-ok', '/en/smtp/551-vs-250'],
    ['/smtp/250-vs-551?show=differences', '/en/smtp/250-vs-551?show=differences'],
    ['/EN/smtp/250-vs-551', '/en/smtp/250-vs-551'],
  ])('is replaced: %s becomes %s', async (from, to) => {
    const before = window.history.length
    await open(from)
    expect(path()).toBe(to)
    expect(window.history.length).toBe(before)
  })
})

describe('a link to one code', () => {
  test('tells all about it, with the code in the first picker', async () => {
    const { headline } = await open('/en/smtp/551')
    expect(headline).toBe(englishText.code('551').gist)
    expect([first().value, second().value]).toEqual(['551', ''])
    expect(document.title).toBe(english('title.code', { code: '551', name: englishText.code('551').name }))
  })

  test('that nobody defined says what its digits say', async () => {
    const { headline } = await open('/en/smtp/457')
    expect(headline).toBe(english('undefined.gist-4', { code: '457' }))
  })

  test('twice says that a code does not differ from itself, and offers others', async () => {
    const { headline } = await open('/en/smtp/551-vs-551')
    expect(headline).toBe(english('same.headline', { code: '551' }))
    expect(document.title).toBe(english('title.same', { code: '551' }))
    expect(linksTo('/en/smtp/551')).not.toHaveLength(0)
    for (const partner of confusedPartners(realCatalog, '551')) {
      expect(linksTo(`/en/smtp/551-vs-${partner}`), partner).not.toHaveLength(0)
    }
  })

  test('with dots is explained by its three parts, with the replies that it is listed with', async () => {
    const { headline } = await open('/en/smtp/5.7.1')
    expect(headline).toBe(englishText.code('5.7.1').gist)
    expect(document.title).toBe(
      english('title.code', { code: '5.7.1', name: englishText.code('5.7.1').name }),
    )
    const parts = englishText.parts('5.7.1')
    for (const part of [parts.class, parts.subject, parts.detail]) {
      expect(screen.getAllByText(part?.name ?? '', { exact: false }), part?.name).not.toHaveLength(0)
    }
    expect(linksTo('/en/smtp/550-5.7.1')).not.toHaveLength(0)
    expect(first().value).toBe('5.7.1')
  })

  test.each([
    ['/en/smtp/550-5.7.1', '550 5.7.1', ''],
    ['/en/smtp/550-5.7.1-vs-551', '550 5.7.1', '551'],
    ['/en/smtp/250-vs-550-5.7.1', '250', '550 5.7.1'],
    ['/en/smtp/5.7.1-vs-5.7.26', '5.7.1', '5.7.26'],
  ])('with dots after a reply stands whole in its picker: %s', async (address, one, other) => {
    await open(address)
    expect([first().value, second().value]).toEqual([one, other])
  })

  test('with dots that is not registered says so, and what its subject says', async () => {
    await open('/en/smtp/5.7.232')
    expect(
      screen.getAllByText(english('enhanced.unlisted-detail', { detail: '232' }), { exact: false }),
    ).not.toHaveLength(0)
    expect(screen.getByText(english('value.registration.unregistered'))).toBeTruthy()
  })

  test('whose codes contradict each other says what is wrong and by which of them clients go', async () => {
    await open('/en/smtp/550-4.2.2')
    expect(screen.getByText(english('conflict.title'))).toBeTruthy()
    expect(
      screen.getByText(
        english('conflict.class', {
          code: '550',
          enhanced: '4.2.2',
          replyClass: english('class-short.5'),
          enhancedClass: english('class-short.4'),
        }),
      ),
    ).toBeTruthy()
  })
})

describe('a link to nothing', () => {
  test.each(['999', 'abc', '1.2', '299'])('that asks for %s says what a code looks like', async (text) => {
    const { headline } = await open(`/en/smtp/${text}`)
    expect(headline).toBe(english('not-found.headline', { text }))
    expect(screen.getByText(english('not-found.lead'))).toBeTruthy()
    expect(document.title).toBe(english('title.not-found'))
    expect(path()).toBe(`/en/smtp/${text}`)
  })

  test('offers the codes nearest to it', async () => {
    await open('/en/smtp/5511')
    expect(screen.getByText(english('not-found.nearest'))).toBeTruthy()
    expect(linksTo('/en/smtp/551')).not.toHaveLength(0)
  })

  test('shows what stood there as text, whatever it is', async () => {
    const text = '<img src=x onerror=alert(1)>'
    const { headline } = await open(`/en/smtp/${encodeURIComponent(text)}`)
    expect(headline).toBe(english('not-found.headline', { text }))
    expect(document.querySelector('img')).toBeNull()
  })

  test.each(['/en/about', '/en/smtp/250-vs-251-vs-551', '/x/y/z', '/en/smtp/%E0%A4%A/%'])(
    'that is no page says so: %s',
    async (address) => {
      const { headline } = await open(address)
      expect(headline).toBe(english('not-found.headline-path'))
      expect(labelled(english('site.home'))).toBeTruthy()
    },
  )

  test('leads on by its pickers', async () => {
    const { user } = await open('/en/smtp/abc')
    await user.click(first())
    await user.keyboard('250 551')
    expect((await heading()).textContent).toBe(answerOf('250', '551'))
  })
})

describe('a followed link', () => {
  test('leads to its page with the focus on the heading', async () => {
    const { user } = await open('/en/')
    await user.click(labelled(english('start.pair', { first: '251', second: '551' })))
    expect(path()).toBe('/en/smtp/251-vs-551')
    expect((await heading()).textContent).toBe(answerOf('251', '551'))
    expect(document.activeElement).toBe(await heading())
  })

  test('is left by Back without the focus being moved: the browser puts it where it was', async () => {
    const { user } = await open('/en/')
    await user.click(labelled(english('start.pair', { first: '251', second: '551' })))
    await heading()
    await goBack()
    expect((await heading()).textContent).toBe(english('start.headline'))
    expect(document.activeElement).toBe(document.body)
  })
})

describe('another language', () => {
  const choose = (name: string) => screen.getByText(name, { selector: 'a bdi' })
  const expectArabic = async () => {
    expect((await screen.findByText(arabicCodes.pairs['250-551'].answer)).tagName).toBe('H1')
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl'])
  }

  test('shows the same pair and view in its words, under its address, and is remembered', async () => {
    const { user } = await open('/en/smtp/250-vs-551?show=differences')
    await user.click(choose('العربية'))
    await expectArabic()
    expect(path()).toBe('/ar/smtp/250-vs-551?show=differences')
    expect(labelled(arabic['pick-codes.first']).value).toBe('250')
    expect(JSON.parse(localStorage.getItem('replydiff.language') ?? 'null')).toBe('ar')
    await goBack()
    expect((await screen.findByText(answerOf('250', '551'))).tagName).toBe('H1')
    expect(document.documentElement.dir).toBe('ltr')
  })

  test('that was only linked to is not remembered', async () => {
    const { headline } = await open('/ar/smtp/250-vs-551')
    expect(headline).toBe(arabicCodes.pairs['250-551'].answer)
    expect(localStorage.getItem('replydiff.language')).toBeNull()
  })

  test('never leaves the page empty on the way', async () => {
    const { user } = await open('/en/smtp/250-vs-551')
    const headlines = new Set<string>()
    const observer = new MutationObserver(() => {
      headlines.add(document.querySelector('h1')?.textContent ?? '(none)')
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    await user.click(choose('العربية'))
    await expectArabic()
    observer.disconnect()
    headlines.delete(answerOf('250', '551'))
    expect([...headlines]).toEqual([arabicCodes.pairs['250-551'].answer])
  })

  test('that does not arrive leaves everything as it is, and says so', async () => {
    const { user } = await open('/en/smtp/250-vs-551', (address) =>
      address.startsWith('/locales/ar/') ? new Response('gone', { status: 503 }) : undefined,
    )
    await user.click(choose('العربية'))
    const alert = await screen.findByText(
      english('language.failed', { language: 'العربية' }),
      {},
      { timeout: 5000 },
    )
    expect(alert.getAttribute('role')).toBe('alert')
    expect(path()).toBe('/en/smtp/250-vs-551')
    expect((await heading()).textContent).toBe(answerOf('250', '551'))
    expect(localStorage.getItem('replydiff.language')).toBeNull()
  })

  test('of two chosen in a hurry is the last one', async () => {
    let release = () => {}
    const held = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined)
    })
    const { user } = await open('/en/smtp/250-vs-551', (address) =>
      address.startsWith('/locales/fr/') ? (held as unknown as Promise<Response>) : undefined,
    )
    await user.click(choose('Français'))
    await user.click(choose('العربية'))
    await expectArabic()
    release()
    await expectArabic()
    expect(path()).toBe('/ar/smtp/250-vs-551')
  })
})

describe('the appearance', () => {
  test('is set by a choice, remembered, and left to the system again', async () => {
    const { user, unmount } = await open('/en/')
    await user.click(labelled(english('theme.dark')))
    expect(document.documentElement.dataset['theme']).toBe('dark')
    unmount()
    const next = await open('/en/')
    expect(labelled(english('theme.dark')).checked).toBe(true)
    await next.user.click(labelled(english('theme.system')))
    expect(document.documentElement.dataset['theme']).toBeUndefined()
  })
})

describe('what an earlier visit stored', () => {
  test.each(['{', '"<script>"', '[1,2]', '["999"]'])('may be junk: %s', async (junk) => {
    for (const key of ['theme', 'recent', 'language', 'shortcuts'])
      localStorage.setItem(`replydiff.${key}`, junk)
    const { user, headline } = await open('/smtp/250-vs-551')
    expect(headline).toBe(answerOf('250', '551'))
    expect(labelled(english('theme.system')).checked).toBe(true)
    await user.click(first())
    expect(screen.queryByText(english('pick-codes.recent'))).toBeNull()
  })

  test('may be out of reach, and everything works for this visit', async () => {
    const storage = vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    const { user, headline } = await open('/en/smtp/250-vs-551')
    onTestFinished(() => {
      storage.mockRestore()
    })
    expect(headline).toBe(answerOf('250', '551'))
    await user.click(labelled(english('theme.dark')))
    expect(document.documentElement.dataset['theme']).toBe('dark')
    await user.click(first())
    await user.keyboard('421 450')
    expect((await heading()).textContent).toBe(answerOf('421', '450'))
  })

  test('may not be added to, when the storage is full', async () => {
    const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    onTestFinished(() => {
      setItem.mockRestore()
    })
    const { user } = await open('/en/')
    await user.click(first())
    await user.keyboard('250 551')
    expect((await heading()).textContent).toBe(answerOf('250', '551'))
  })
})

describe('when a file does not arrive', () => {
  const isCatalog = (address: string) => address.includes('smtp-codes')

  test.each<[string, () => Response | Promise<Response>]>([
    ['the server answers 503', () => new Response('', { status: 503 })],
    ['the network is gone', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['it is not the file but a page', () => new Response('<!doctype html>')],
  ])('%s: that is said, with a way to try again that works', async (_, failure) => {
    allowConsole('error', /smtp-codes|Failed to fetch|is not valid JSON/)
    // The program tries again by itself before it says anything; nobody need wait for that here.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    let isDown = true
    const { user } = openApp('/en/smtp/250-vs-551', (address) =>
      isDown && isCatalog(address) ? failure() : undefined,
    )
    await act(() => vi.advanceTimersByTimeAsync(60_000))
    vi.useRealTimers()
    expect((await heading()).textContent).toBe(english('loadFailureHeadline'))
    expect(screen.getByRole('alert').textContent).toContain(english('loadFailureLead'))
    isDown = false
    await user.click(screen.getByRole('button', { name: english('loadFailureRetry') }))
    expect(await screen.findByText(answerOf('250', '551'), { selector: 'h1' })).toBeTruthy()
    expect(path()).toBe('/en/smtp/250-vs-551')
  })

  test('at first, but then does, nobody notices', async () => {
    let failures = 1
    openApp('/en/smtp/250-vs-551', (address) => {
      if (!isCatalog(address) || failures === 0) return undefined
      failures -= 1
      return new Response('', { status: 503 })
    })
    const { textContent } = await screen.findByText(/./, { selector: 'h1' })
    expect(textContent).toBe(answerOf('250', '551'))
  })
})

describe('when a page cannot be shown', () => {
  test('that is said on this page alone, and the others still work', async () => {
    allowConsole('error', /moved-not-forwarded/)
    const { 'moved-not-forwarded': _, ...scenarios } = codes.scenarios
    const { user } = openApp('/en/smtp/551', (address) =>
      address === '/locales/en/codes.json'
        ? new Response(JSON.stringify({ ...codes, scenarios }))
        : undefined,
    )
    expect((await heading()).textContent).toBe(english('failure.crash-headline'))
    expect(screen.getByRole('alert').textContent).toContain('moved-not-forwarded')
    await user.click(first())
    await user.keyboard('421 450')
    expect((await heading()).textContent).toBe(answerOf('421', '450'))
  })

  test('the start page is one step away', async () => {
    allowConsole('error', /moved-not-forwarded/)
    const { 'moved-not-forwarded': _, ...scenarios } = codes.scenarios
    const { user } = openApp('/en/smtp/551', (address) =>
      address === '/locales/en/codes.json'
        ? new Response(JSON.stringify({ ...codes, scenarios }))
        : undefined,
    )
    await user.click(await screen.findByText(english('failure.start'), { selector: 'a' }))
    expect((await heading()).textContent).toBe(english('start.headline'))
  })
})

describe('the frame of every page', () => {
  test('lets keyboard users skip to the content first', async () => {
    const { user } = await open('/en/smtp/250-vs-551')
    await user.tab()
    expect(document.activeElement).toBe(screen.getByText(english('site.skip'), { selector: 'a' }))
    expect(document.activeElement?.getAttribute('href')).toBe(`#${document.querySelector('main')?.id}`)
  })

  test('lets visitors switch the single-key shortcuts off, for later visits too', async () => {
    const { user, unmount } = await open('/en/smtp/250-vs-551')
    await user.click(labelled(english('site.shortcuts')))
    await user.keyboard('s')
    expect(path()).toBe('/en/smtp/250-vs-551')
    unmount()
    const next = await open('/en/smtp/250-vs-551')
    expect(labelled(english('site.shortcuts')).checked).toBe(false)
    await next.user.click(labelled(english('site.shortcuts')))
    await next.user.keyboard('s')
    expect(path()).toBe('/en/smtp/551-vs-250')
  })

  test('leads home by its name', async () => {
    const { user } = await open('/en/smtp/250-vs-551')
    await user.click(labelled(english('site.home')))
    expect((await heading()).textContent).toBe(english('start.headline'))
    expect(path()).toBe('/en/')
    expect([first().value, second().value]).toEqual(['', ''])
    expect(document.title).toBe(english('title.start'))
  })
})
