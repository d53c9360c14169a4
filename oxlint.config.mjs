/*
 * The doors of the house: which room may open which. Types obey the same doors as values. A room is opened by name,
 * `#src/<room>/<file>`; room-mates meet through `./`, so the name of one's own room is shut as well.
 */
/** @type {Record<string, string[]>} */
const DOORS = {
  catalog: [],
  compare: ['catalog'],
  recognize: ['catalog'],
  i18n: [],
  ui: [],
  worker: ['catalog', 'recognize'],
  features: ['catalog', 'compare', 'recognize', 'i18n', 'ui', 'worker'],
  app: ['catalog', 'compare', 'recognize', 'i18n', 'ui', 'worker', 'features'],
  prerender: ['app', 'catalog', 'compare', 'i18n', 'worker'],
}

const CLIMBING = {
  regex: '(^|/)\\.\\.(/|$)',
  message:
    '`../` does not exist here. Inside a room use ./, across rooms #src/<room>/<file>, in tests also #tests/<file>.',
}
const TESTS = { regex: '^#tests/', message: 'src must not know its tests.' }
const LOCALES = { regex: '^#locales/', message: 'Only i18n may open #locales.' }
const SCREEN = {
  regex: '^(react|react-dom|react-i18next|i18next|wouter|downshift|@tanstack/.+)(/|$)',
  message: 'catalog and compare know no React, no screen and no language.',
}

/** @param {string} room @param {string[]} open */
function doors(room, open) {
  const allowed = open.length > 0 ? `may import only ${open.join(', ')}` : 'may import no other room'
  const subject = room === 'features' ? 'A feature' : room
  const others = room === 'features' ? ', and never another feature' : ''
  // Named one by one: oxlint's expressions know no lookahead, and would match nothing without a word.
  const shut = Object.keys(DOORS).filter((name) => !open.includes(name))
  return {
    regex: `^#src/(main\\.|(${shut.join('|')})/)`,
    message: `${subject} ${allowed}${others}. Inside it use ./`,
  }
}

/** @param {{ regex: string, message: string }[]} patterns */
function imports(...patterns) {
  return { 'no-restricted-imports': ['error', { patterns: [CLIMBING, ...patterns] }] }
}

const PURE_ROOMS = ['catalog', 'compare']
const BROWSER_GLOBALS = [
  'document',
  'window',
  'navigator',
  'location',
  'history',
  'localStorage',
  'sessionStorage',
]

export default {
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'promise'],
  categories: { correctness: 'error', suspicious: 'error' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  env: { browser: true, es2024: true },
  ignorePatterns: ['node_modules', 'dist', 'coverage', 'test-results'],
  rules: {
    ...imports(),
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'error',
    'import/no-commonjs': 'error',
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'react/rules-of-hooks': 'error',
    'react/no-danger': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'unicorn/prefer-node-protocol': 'error',
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-var': 'error',
    'prefer-const': 'error',

    // The JSX transform imports React by itself.
    'react/react-in-jsx-scope': 'off',
    // Style sheets and the test set-up are imported for their effect.
    'import/no-unassigned-import': 'off',
    // A kept role on a div is at times what the ARIA patterns ask for (status, listbox, group).
    'jsx-a11y/prefer-tag-over-role': 'off',
    // Several libraries offer the same thing both ways.
    'import/no-named-as-default': 'off',
    'import/no-named-as-default-member': 'off',
    // Data read from JSON files has to be given its type somewhere; tests check that it is true.
    'typescript/no-unsafe-type-assertion': 'off',
    // toSorted and toReversed are newer than the oldest browsers that the build is for.
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    // Meant for windows; the workers of the build have no origin to name.
    'unicorn/require-post-message-target-origin': 'off',
    // TypeScript's noImplicitReturns says the same and understands exhaustive switches.
    'typescript/consistent-return': 'off',
    // A helper that stands beside its only caller reads better than one hoisted away from it.
    'unicorn/consistent-function-scoping': 'off',
  },
  overrides: [
    {
      files: ['src/**'],
      rules: {
        ...imports(TESTS, LOCALES),
        'no-console': 'error',
        // Else import('#src/…').Type would be a door that no pattern sees.
        'typescript/consistent-type-imports': ['error', { disallowTypeAnnotations: true }],
      },
    },
    ...Object.entries(DOORS).map(([room, open]) => ({
      files: [`src/${room}/**`],
      rules: imports(
        doors(room, open),
        TESTS,
        ...(room === 'i18n' ? [] : [LOCALES]),
        ...(PURE_ROOMS.includes(room) ? [SCREEN] : []),
      ),
    })),
    {
      files: PURE_ROOMS.map((room) => `src/${room}/**`),
      rules: {
        'no-restricted-globals': [
          'error',
          ...BROWSER_GLOBALS.map((name) => ({ name, message: 'catalog and compare know no browser.' })),
        ],
      },
    },
    {
      files: ['tests/**'],
      plugins: ['vitest'],
      rules: {
        'vitest/no-focused-tests': 'error',
        // Playwright reads from the pattern which fixtures are wanted, and will have braces even for none.
        'no-empty-pattern': 'off',
        // The second argument says which case of many failed.
        'vitest/valid-expect': ['error', { maxArgs: 2 }],
        'vitest/no-disabled-tests': 'error',
        'vitest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'fc.assert'] }],
      },
    },
    {
      files: ['*.config.*', 'tests/e2e/playwright.config.ts', '**/*.d.ts'],
      rules: { 'import/no-default-export': 'off' },
    },
  ],
}
