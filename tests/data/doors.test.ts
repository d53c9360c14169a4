import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

interface Diagnostic {
  filename: string
  message: string
  code: string
  help?: string
}

/*
 * Specimens of every way through a wall, laid out like the repository and read by the real oxlint with the real
 * configuration. One run for all of them: starting the linter costs more than linting.
 */
const house = mkdtempSync(join(tmpdir(), 'replydiff-doors-'))
afterAll(() => rmSync(house, { recursive: true, force: true }))

const ROOMS = [
  'catalog',
  'compare',
  'recognize',
  'i18n',
  'ui',
  'worker',
  'features',
  'app',
  'prerender',
] as const
type Room = (typeof ROOMS)[number]

const OPEN: Record<Room, { rooms: Room[]; message: string }> = {
  catalog: { rooms: [], message: 'catalog may import no other room' },
  compare: { rooms: ['catalog'], message: 'compare may import only catalog.' },
  recognize: { rooms: ['catalog'], message: 'recognize may import only catalog.' },
  i18n: { rooms: [], message: 'i18n may import no other room' },
  ui: { rooms: [], message: 'ui may import no other room' },
  worker: { rooms: ['catalog', 'recognize'], message: 'worker may import only catalog, recognize' },
  features: {
    rooms: ['catalog', 'compare', 'recognize', 'i18n', 'ui', 'worker'],
    message:
      'A feature may import only catalog, compare, recognize, i18n, ui, worker, and never another feature',
  },
  app: {
    rooms: ['catalog', 'compare', 'recognize', 'i18n', 'ui', 'worker', 'features'],
    message: 'app may import only catalog, compare, recognize, i18n, ui, worker, features.',
  },
  prerender: {
    rooms: ['app', 'catalog', 'compare', 'i18n', 'worker'],
    message: 'prerender may import only app, catalog, compare, i18n, worker.',
  },
}

const inRoom = (room: Room, file: string) => `src/${room}/${room === 'features' ? 'b/' : ''}${file}`
const doorway = (from: Room, to: Room) => inRoom(from, `to-${to}.ts`)

// An own room is opened with ./ alone; for features that is also what keeps them apart.
const DOORWAYS = ROOMS.flatMap((from) =>
  ROOMS.map((to) => ({
    path: doorway(from, to),
    text: `import { x } from '#src/${to}/${to === 'features' ? 'a/' : ''}x.ts'\nexport const y = x\n`,
  })),
)

const BAD = [
  {
    why: 'a type',
    path: 'src/ui/type.ts',
    text: "import type { X } from '#src/catalog/x.ts'\nexport type Y = X\n",
    says: 'ui may import no other room',
  },
  {
    why: 'a type by import()',
    path: 'src/ui/import-type.ts',
    text: "export type Y = import('#src/catalog/x.ts').X\n",
    says: 'import()',
  },
  {
    why: 'a re-export',
    path: 'src/ui/re-export.ts',
    text: "export { x } from '#src/catalog/x.ts'\n",
    says: 'ui may import no other room',
  },
  {
    why: 'an import for its effect',
    path: 'src/ui/effect.ts',
    text: "import '#src/app/x.css'\n",
    says: 'ui may import no other room',
  },
  {
    why: 'a dynamic import',
    path: 'src/ui/dynamic.ts',
    text: "export const load = () => import('#src/catalog/x.ts')\n",
    says: 'ui may import no other room',
  },
  {
    why: 'a climb to a room',
    path: 'src/ui/climb.ts',
    text: "import { x } from '../catalog/x.ts'\nexport const y = x\n",
    says: '`../` does not exist here',
  },
  {
    why: 'a climb to a feature',
    path: 'src/features/b/climb.ts',
    text: "import { x } from './../a/x.ts'\nexport const y = x\n",
    says: '`../` does not exist here',
  },
  {
    why: 'a climb in a test',
    path: 'tests/unit/ui/climb.test.ts',
    text: "import { x } from '../../../src/ui/x.ts'\nexport const y = x\n",
    says: '`../` does not exist here',
  },
  {
    why: 'a path from the root',
    path: 'src/ui/root.ts',
    text: "import { x } from '/src/catalog/x.ts'\nexport const y = x\n",
    says: 'absolute path',
  },
  {
    why: 'the entry',
    path: 'src/app/entry.ts',
    text: "import '#src/main.tsx'\n",
    says: 'app may import only',
  },
  {
    why: 'a test helper',
    path: 'src/app/helper.ts',
    text: "import { x } from '#tests/x.ts'\nexport const y = x\n",
    says: 'src must not know its tests',
  },
  {
    why: 'the locales outside i18n',
    path: 'src/app/locales.ts',
    text: "import type ui from '#locales/en/ui.json'\nexport type Ui = typeof ui\n",
    says: 'Only i18n may open #locales',
  },
  ...['react', 'react-dom/client', 'i18next', '@tanstack/react-query'].map((name) => ({
    why: `${name} in a pure room`,
    path: `src/compare/${name.replace(/\W/g, '-')}.ts`,
    text: `import * as all from '${name}'\nexport const y = all\n`,
    says: 'catalog and compare know no React',
  })),
  {
    why: 'the document in a pure room',
    path: 'src/catalog/document.ts',
    text: 'export const y = () => document.title\n',
    says: 'catalog and compare know no browser',
  },
  {
    why: 'a cycle, even of types',
    path: 'src/ui/cycle-one.ts',
    text: "import type { Two } from './cycle-two.ts'\nexport interface One {\n  two: Two\n}\n",
    says: 'cycle',
  },
  {
    why: 'the other half of the cycle',
    path: 'src/ui/cycle-two.ts',
    text: "import type { One } from './cycle-one.ts'\nexport interface Two {\n  one: One\n}\n",
    says: 'cycle',
  },
  {
    why: 'a default export',
    path: 'src/ui/default.ts',
    text: 'export default 1\n',
    says: 'default',
  },
  {
    why: 'a barrel',
    path: 'src/ui/barrel.ts',
    text: "export * from './x.ts'\n",
    says: 'barrel',
  },
  {
    why: 'a word to the console',
    path: 'src/app/console.ts',
    text: "console.warn('x')\n",
    says: 'console',
  },
]

const GOOD = [
  {
    why: 'a room-mate',
    path: 'src/features/b/mate.ts',
    text: "import { x } from './x.ts'\nexport const y = x\n",
  },
  {
    why: 'the locales in i18n',
    path: 'src/i18n/locales.ts',
    text: "import type ui from '#locales/en/ui.json'\nexport type Ui = typeof ui\n",
  },
  {
    why: 'every room in the entry',
    path: 'src/main.tsx',
    text: `${ROOMS.filter((room) => room !== 'features')
      .map((room) => `import { x as ${room} } from '#src/${room}/x.ts'`)
      .join('\n')}\nvoid [app, catalog, compare, i18n, prerender, recognize, ui, worker]\n`,
  },
  {
    why: 'rooms and helpers in a test',
    path: 'tests/unit/ui/x.test.ts',
    text: "import { x } from '#src/ui/x.ts'\nimport { h } from '#tests/setup/x.ts'\nexport const y = [x, h]\n",
  },
]

const X = 'export interface X {\n  x: number\n}\nexport const x: X = { x: 1 }\n'
const FURNITURE = [
  ...ROOMS.map((room) => ({ path: inRoom(room, 'x.ts'), text: X })),
  { path: 'src/features/a/x.ts', text: X },
  { path: 'src/app/x.css', text: '' },
  { path: 'tests/setup/x.ts', text: 'export const h = 1\n' },
  { path: 'locales/en/ui.json', text: '{}\n' },
]

const diagnostics = lint([...DOORWAYS, ...BAD, ...GOOD, ...FURNITURE])

describe('doors', () => {
  test.each(ROOMS)('%s', (from) => {
    const { rooms, message } = OPEN[from]
    for (const to of ROOMS) {
      const expected = rooms.includes(to) ? /^$/ : message
      expect(said(doorway(from, to)), `${from} opens ${to}`).toMatch(expected)
    }
  })

  test.each(BAD)('shut: $why', ({ path, says }) => {
    expect(said(path)).toContain(says)
  })

  test.each([...GOOD, ...FURNITURE.map((file) => ({ why: file.path, ...file }))])(
    'open: $why',
    ({ path }) => {
      expect(said(path)).toBe('')
    },
  )
})

test('src holds the rooms and no other folder', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(ROOMS).toEqual(expect.arrayContaining(folders.map(({ name }) => name)))
})

describe('no module hands on what another defines', () => {
  test.each([
    "export { x } from './x.ts'",
    "export type { X } from './x.ts'",
    "export {\n  x,\n} from './x.ts'",
  ])('specimen %j', (text) => {
    expect(handsOn(text)).toBe(true)
  })

  test('src', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsx?$/.test(file),
    )
    expect(files.filter((file) => handsOn(readFileSync(join('src', file), 'utf8')))).toEqual([])
  })
})

function handsOn(text: string): boolean {
  return /^export (?:type )?(?:\*|\{[^}]*\})[^\n]* from /m.test(text)
}

function lint(files: { path: string; text: string }[]): Diagnostic[] {
  for (const file of ['oxlint.config.mjs', 'package.json', 'tsconfig.json']) {
    copyFileSync(file, join(house, file))
  }
  // Where oxlint looks for its type-aware half.
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'), 'junction')
  for (const { path, text } of files) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('node_modules/oxlint/bin/oxlint'), '-c', 'oxlint.config.mjs', '--format=json'],
    { cwd: house, encoding: 'utf8' },
  )
  try {
    return JSON.parse(stdout).diagnostics
  } catch {
    throw new Error(`oxlint gave no report; expected JSON. It said:\n${stdout}${stderr}`)
  }
}

function said(path: string): string {
  return diagnostics
    .filter(({ filename }) => filename === path)
    .map(({ code, message, help }) => `${code}: ${message} ${help ?? ''}`)
    .join('\n')
}
