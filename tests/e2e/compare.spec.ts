import type { Locator, Page } from '@playwright/test'
import {
  expect,
  expectPicked,
  expectRelation,
  headline,
  open,
  row,
  rows,
  SIGNS,
  swapButton,
  test,
} from './site.ts'
import { codeWords, listed, pairWords, shown, verb, words, wordsOf } from './words.ts'

type ValueRow =
  | 'class'
  | 'category'
  | 'outcome'
  | 'next-step'
  | 'responsibility'
  | 'connection'
  | 'bounce'
  | 'standing'

type Stage = readonly [command: string, ...codes: string[]]

interface PairTruth {
  first: string
  second: string
  /** The ids of both values, first and second, by the facts; their words come from the locale. */
  rows: Record<ValueRow, readonly [string, string]>
  /** Commands that both may answer, by RFC 5321 §4.3.2 and the extensions' own lists. */
  sharedCommands: readonly string[]
  /** The commands of each where they share none. */
  ownCommands?: readonly [readonly string[], readonly string[]]
  /** Which codes each stage of the drawing carries. BDAT and BURL end the data as the final dot does. */
  mail: readonly Stage[]
  other: readonly Stage[]
  /** Codes that people who mix up the two may be after. */
  third: readonly string[]
}

const both = (id: string) => [id, id] as const

/** What holds of every pair of a 25z success and a 55z refusal among those below. */
const SUCCESS_AND_REFUSAL = {
  class: ['2', '5'],
  category: both('5'),
  outcome: ['success', 'permanent'],
  'next-step': ['continue', 'give-up'],
  responsibility: both('client'),
  connection: both('no'),
  standing: both('standard'),
} as const

const PAIRS: readonly PairTruth[] = [
  {
    first: '250',
    second: '551',
    rows: {
      ...SUCCESS_AND_REFUSAL,
      responsibility: ['server-after-final-dot', 'client'],
      bounce: ['none', 'hard'],
    },
    sharedCommands: ['RCPT', 'VRFY'],
    mail: [
      ['CONNECT'],
      ['EHLO', '250'],
      ['STARTTLS'],
      ['AUTH'],
      ['MAIL', '250'],
      ['RCPT', '250', '551'],
      ['DATA'],
      ['DATA_END', '250'],
      ['QUIT'],
    ],
    other: [
      ['RSET', '250'],
      ['NOOP', '250'],
      ['VRFY', '250', '551'],
      ['EXPN', '250'],
      ['ETRN', '250'],
      ['ATRN', '250'],
    ],
    third: ['251'],
  },
  {
    first: '251',
    second: '550',
    rows: { ...SUCCESS_AND_REFUSAL, bounce: ['none', 'depends'] },
    sharedCommands: ['RCPT', 'VRFY'],
    mail: [
      ['CONNECT'],
      ['EHLO', '550'],
      ['STARTTLS'],
      ['AUTH'],
      ['MAIL', '550'],
      ['RCPT', '251', '550'],
      ['DATA', '550'],
      ['DATA_END', '550'],
      ['QUIT'],
    ],
    other: [
      ['VRFY', '251', '550'],
      ['EXPN', '550'],
      ['ETRN', '251'],
    ],
    third: ['250', '551'],
  },
  {
    first: '251',
    second: '551',
    rows: { ...SUCCESS_AND_REFUSAL, bounce: ['none', 'hard'] },
    sharedCommands: ['RCPT', 'VRFY'],
    mail: [
      ['CONNECT'],
      ['EHLO'],
      ['STARTTLS'],
      ['AUTH'],
      ['MAIL'],
      ['RCPT', '251', '551'],
      ['DATA'],
      ['DATA_END'],
      ['QUIT'],
    ],
    other: [
      ['VRFY', '251', '551'],
      ['ETRN', '251'],
    ],
    third: ['250', '550'],
  },
  {
    first: '251',
    second: '554',
    rows: { ...SUCCESS_AND_REFUSAL, bounce: ['none', 'depends'] },
    sharedCommands: ['RCPT'],
    mail: [
      ['CONNECT', '554'],
      ['EHLO', '554'],
      ['STARTTLS'],
      ['AUTH'],
      ['MAIL', '554'],
      ['RCPT', '251', '554'],
      ['DATA', '554'],
      ['DATA_END', '554'],
      ['QUIT'],
    ],
    other: [
      ['VRFY', '251'],
      ['ETRN', '251'],
    ],
    third: ['551'],
  },
  {
    first: '211',
    second: '551',
    rows: { ...SUCCESS_AND_REFUSAL, category: ['1', '5'], bounce: ['none', 'hard'] },
    sharedCommands: [],
    ownCommands: [['HELP'], ['RCPT', 'VRFY']],
    mail: [
      ['CONNECT'],
      ['EHLO'],
      ['STARTTLS'],
      ['AUTH'],
      ['MAIL'],
      ['RCPT', '551'],
      ['DATA'],
      ['DATA_END'],
      ['QUIT'],
    ],
    other: [
      ['HELP', '211'],
      ['VRFY', '551'],
    ],
    third: ['251'],
  },
]

const ALL_ROWS = [
  'class',
  'category',
  'outcome',
  'meaning',
  'commands',
  'next-step',
  'scenarios',
  'remedies',
  'actors',
  'responsibility',
  'connection',
  'bounce',
  'enhanced-codes',
  'official-texts',
  'standing',
  'sources',
]

for (const truth of PAIRS) {
  const { first, second } = truth

  test.describe(`${first} and ${second}`, () => {
    test.beforeEach(async ({ page }) => {
      await open(page, `/en/smtp/${first}-vs-${second}`)
    })

    test('the answer comes first, then the code one may be after, and what to send and do', async ({
      page,
    }) => {
      const note = pairWords(first, second)
      await expectPicked(page, first, second)
      await expect(headline(page)).toHaveText(note.answer)
      await expect(page.getByText(shown(note.apart))).toBeVisible()
      await expect(page.getByText(shown(note.thirdHint ?? ''))).toBeVisible()
      for (const third of truth.third) {
        for (const code of [first, second]) {
          const [low = '', high = ''] = [code, third].sort()
          const name = words('compare.third-link', { first: low, second: high })
          const link = page.getByRole('link', { name, exact: true })
          await expect(link).toHaveAttribute('href', `/en/smtp/${low}-vs-${high}`)
        }
      }
      await expect(page.getByText(shown(note.server))).toBeVisible()
      for (const code of [first, second]) {
        await expect(page.getByText(shown(note.do[code] ?? ''), { exact: true })).toBeVisible()
        const link = page.getByRole('link', { name: words('compare.see-code', { code }) })
        await expect(link).toHaveAttribute('href', `/en/smtp/${code}`)
      }
    })

    test('every row says whether the two differ, and what each of them says', async ({ page }) => {
      await expect(rows(page)).toContainText(ALL_ROWS.map((facet) => wordsOf('facet', facet)))
      for (const [facet, [firstId, secondId]] of Object.entries(truth.rows)) {
        const isSame = firstId === secondId
        await expectRelation(page, facet, isSame ? 'same' : 'different')
        // Equal values are said once, across both columns; a standing has notes of its own on either side.
        const sides = [valueText(facet, firstId, first), valueText(facet, secondId, second)]
        const texts = isSame && facet !== 'standing' ? sides.slice(0, 1) : sides
        await expect(row(page, facet).cells).toContainText(texts, { useInnerText: true })
      }

      await expectRelation(page, 'meaning', 'different')
      expect(await unmarked(row(page, 'meaning').cells)).toEqual([
        codeWords(first).meaning,
        codeWords(second).meaning,
      ])
    })

    test('the session says in words where each reply can appear, the other way round as well', async ({
      page,
    }) => {
      const session = row(page, 'commands').cells.getByRole('list')
      await expectRelation(page, 'commands', 'different')
      await expect(session.nth(0)).toMatchAriaSnapshot(stages(truth.mail, [first, second]))
      await expect(session.nth(1)).toMatchAriaSnapshot(stages(truth.other, [first, second]))
      await expect(sameCommandAnswer(page)).toHaveText(sameCommandWords(truth))

      const differing = await rows(page).filter({ hasText: SIGNS.different }).count()
      await swapButton(page).click()
      await expectPicked(page, second, first)
      await expect(headline(page)).toHaveText(pairWords(first, second).answer)
      await expect(session.nth(0)).toMatchAriaSnapshot(stages(truth.mail, [second, first]))
      await expect(rows(page).filter({ hasText: SIGNS.different })).toHaveCount(differing)
      for (const facet of ['class', 'outcome', 'next-step'] as const) {
        const [firstId, secondId] = truth.rows[facet]
        await expect(row(page, facet).cells).toContainText(
          [valueText(facet, secondId, second), valueText(facet, firstId, first)],
          { useInnerText: true },
        )
      }
    })
  })
}

test('250 and 551: the row of changed words is plain where the sentences share too little', async ({
  page,
}) => {
  await open(page, '/en/smtp/250-vs-551')
  await expect(row(page, 'meaning').cells.locator('mark')).toHaveCount(0)
})

test('251 and 551: the words that decide are marked, for the eye and for the ear', async ({ page }) => {
  await open(page, '/en/smtp/251-vs-551')
  const [accepting, refusing] = [row(page, 'meaning').cells.nth(0), row(page, 'meaning').cells.nth(1)]
  const spoken = (text: string) => words('compare.changed') + text + words('compare.changed-end')
  await expect(accepting.locator('mark').first()).toHaveText(spoken('accepts'))
  await expect(refusing.locator('mark').first()).toHaveText(spoken('refuses'))
})

test('450 and 550: one is retried for days and the other returned at once, said in words', async ({
  page,
}) => {
  await open(page, '/en/smtp/450-vs-550')
  await expectRelation(page, 'next-step', 'different')
  const drawing = page.getByRole('figure', { name: words('timeline.title') })
  await expect(drawing).toContainText(words('timeline.retries', { code: '450' }))
  await expect(drawing).toContainText(words('timeline.returned', { code: '550' }))
})

test('a pair without a note of its own is told apart by what each says and by class', async ({ page }) => {
  await open(page, '/en/smtp/214-vs-455')
  await expect(headline(page)).toHaveText(`${codeWords('214').gist} ${codeWords('455').gist}`)
  await expect(
    page.getByText(words('verdict.success-transient', { first: '214', second: '455' })),
  ).toBeVisible()
})

/** How a value reads: the digit or the consequence beside its name. */
function valueText(facet: string, id: string, code: string): string {
  const value = wordsOf('value', facet, id)
  if (facet === 'class') return `${id}yz ${value}`
  if (facet === 'category') return `x${id}z ${value}`
  if (facet === 'next-step') return `${value} ${shown(codeWords(code).next)}`
  return value
}

/** What stands in cells without the spoken marks around changed words. */
async function unmarked(cells: Locator): Promise<string[]> {
  const texts = await cells.allTextContents()
  return texts.map((text) =>
    text.replaceAll(words('compare.changed'), '').replaceAll(words('compare.changed-end'), ''),
  )
}

/** The accessible form of a drawing: each stage, and which of the codes it may carry in their order on screen. */
function stages(expected: readonly Stage[], order: readonly string[]): string {
  const lines = expected.map(([command, ...codes]) => {
    const here = order.filter((code) => codes.includes(code))
    return here.length === 0
      ? words('session.stage-none', { command: verb(command) })
      : words('session.stage', { command: verb(command), codes: listed(here) })
  })
  return ['- list:', '  - /children: equal', ...lines.map((line) => `  - listitem: "${line}"`)].join('\n')
}

function sameCommandAnswer(page: Page): Locator {
  return page
    .getByRole('heading', { name: words('compare.same-command') })
    .locator('xpath=following-sibling::p[1]')
}

function sameCommandWords({ first, second, sharedCommands, ownCommands }: PairTruth): string {
  if (!ownCommands) return words('compare.same-command-yes', { commands: listed(sharedCommands.map(verb)) })
  return words('compare.same-command-no', {
    first,
    second,
    firstCommands: listed(ownCommands[0].map(verb)),
    secondCommands: listed(ownCommands[1].map(verb)),
  })
}
