import { PSEUDO_LANGUAGES, SOURCE_LANGUAGE, type Language } from './languages.ts'

interface PseudoLanguage {
  language: Language
  disguise: (text: string) => string
}

const STRANGE: Record<string, string> = { a: 'åå', e: 'éé', i: 'îî', o: 'öö', u: 'ûû', y: 'ýý' }
const OVERRIDE = '\u202e'
const END_OF_OVERRIDE = '\u202c'

const PSEUDO: readonly PseudoLanguage[] = [
  {
    language: PSEUDO_LANGUAGES.stretched,
    disguise: (text) => text.replace(/[aeiouy]/g, (vowel) => STRANGE[vowel] ?? vowel),
  },
  {
    language: PSEUDO_LANGUAGES.mirrored,
    disguise: (text) => text.replace(/[\p{L}’']+/gu, (word) => OVERRIDE + word + END_OF_OVERRIDE),
  },
]

/**
 * The same tree of texts in a pseudo-language; null when the tag names none. What is typed literally and what gets
 * filled in stay as they are, or the page would break instead of looking strange.
 */
export function pseudoWords<Tree>(tag: string, english: Tree): Tree | null {
  const pseudo = PSEUDO.find(({ language }) => language.tag === tag)
  if (!pseudo) return null
  const disguiseAround = (text: string) =>
    text
      .split(/(`[^`]*`|\{\{\w+\}\})/)
      .map((part, index) => (index % 2 === 1 ? part : pseudo.disguise(part)))
      .join('')
  return mapTexts(english, disguiseAround) as Tree
}

/** The language whose files hold the words of a tag. */
export function filesOf(tag: string): string {
  return PSEUDO.some(({ language }) => language.tag === tag) ? SOURCE_LANGUAGE.tag : tag
}

function mapTexts(tree: unknown, change: (text: string) => string): unknown {
  if (typeof tree === 'string') return change(tree)
  if (typeof tree !== 'object' || tree === null) return tree
  return Object.fromEntries(Object.entries(tree).map(([key, inner]) => [key, mapTexts(inner, change)]))
}
