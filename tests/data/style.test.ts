import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const COLOUR_HOME = join('src', 'ui', 'tokens.css')

const SIDE_PROPERTY =
  /^(?:left|right|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b.*)$/
const CORNER_PROPERTY = /^border-(?:top|bottom)-(?:left|right)-radius$/
const SIDE_VALUE_PROPERTY = /^(?:float|clear|text-align|text-align-last|caption-side)$/
const FOUR_SIDED_PROPERTY =
  /^(?:margin|padding|inset|border-width|border-style|scroll-margin|scroll-padding)$/

const COLOUR_CODE = /#[\da-f]{3,8}\b|\b(?:rgb|hsl)a?\(|\b(?:hwb|lab|lch|oklab|oklch|color)\(/i
// The named colours of CSS Color 4.
const COLOUR_NAMES = new Set(
  `
  aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown
  burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan
  darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid
  darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet
  deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro
  ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki
  lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow
  lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
  lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue
  mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred
  midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
  palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple
  rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver
  skyblue slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet
  wheat white whitesmoke yellow yellowgreen
`
    .trim()
    .split(/\s+/),
)
const COLOURED_PROPERTY =
  /^(?:--.*|.*color|background(?:-image)?|border.*|outline|fill|stroke|.*shadow|.*decoration)$/

interface Declaration {
  line: number
  property: string
  value: string
}

describe('style sheets', () => {
  test.each([
    ['.a { margin-left: 1rem }', 'margin-left'],
    ['.a { padding-right: 0 }', 'padding-right'],
    ['.a { border-left-color: var(--line) }', 'border-left-color'],
    ['.a { scroll-margin-left: 1px }', 'scroll-margin-left'],
    ['.a { position: absolute; left: 0 }', 'left'],
    ['.a { right: 0; }', 'right'],
    ['.a { border-top-left-radius: 1px }', 'border-top-left-radius'],
    ['.a { text-align: left }', 'text-align'],
    ['.a { float: right }', 'float'],
    ['.a { clear: left !important }', 'clear'],
    ['.a { margin: 0 1rem 0 2rem }', 'margin'],
    ['.a { inset: 0 auto calc(1px + 2px) 0 }', 'inset'],
    ['@media print { .a { & > b { margin-left: 0 } } }', 'margin-left'],
  ])('specimen of a physical side: %s', (css, property) => {
    expect(physicalSides(css)).toEqual([expect.stringContaining(`1: ${property}`)])
  })

  test.each([
    '.a { color: #fff }',
    '.a { border: 1px solid #c0ffee80 }',
    '.a { background: rgb(0 0 0 / 50%) }',
    '.a { --soft: oklch(50% 0.1 200) }',
    '.a { box-shadow: 0 0 1px black }',
    '.a { color: RebeccaPurple }',
    '.a { background: linear-gradient(var(--a), white) }',
    '.a { background: color-mix(in oklch, var(--a), red 20%) }',
  ])('specimen of a colour outside the tokens: %s', (css) => {
    expect(rawColours(css)).toEqual([expect.stringContaining('1: ')])
  })

  test.each([
    '.left { margin-inline-start: 1rem; margin: 0 1rem 2rem 1rem; inset: 0 auto }',
    '.a { text-align: start; float: inline-end; border-inline: 1px solid var(--red) }',
    '#fade:hover { color: currentcolor; background: transparent; outline-color: CanvasText }',
    '/* left: 0; color: red */ .a::before { content: "color: #fff; left: 0" }',
    '.a { background: color-mix(in oklch, var(--green), transparent) url(#fff) }',
    '.a { grid-area: red; composes: black; transition: color 1s }',
  ])('specimen in order: %s', (css) => {
    expect([...physicalSides(css), ...rawColours(css)]).toEqual([])
  })

  const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => join('src', file))

  test('no physical sides: half of the languages to come may read the other way', () => {
    expect(sheets.flatMap((file) => physicalSides(readFileSync(file, 'utf8'), file))).toEqual([])
  })

  test(`no colours but in ${COLOUR_HOME}: elsewhere they would escape the dark theme`, () => {
    const others = sheets.filter((file) => file !== COLOUR_HOME)
    expect(others.flatMap((file) => rawColours(readFileSync(file, 'utf8'), file))).toEqual([])
  })
})

function physicalSides(css: string, file = 'specimen'): string[] {
  return declarations(css)
    .filter(({ property, value }) => {
      if (SIDE_PROPERTY.test(property) || CORNER_PROPERTY.test(property)) return true
      if (SIDE_VALUE_PROPERTY.test(property)) return /\b(?:left|right)\b/.test(value)
      if (!FOUR_SIDED_PROPERTY.test(property)) return false
      const sides = value.replace(/\s*!important$/, '').match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? []
      return sides.length === 4 && sides[1] !== sides[3]
    })
    .map((found) => tell(file, found, 'use the logical side, such as margin-inline-start, text-align: start'))
}

function rawColours(css: string, file = 'specimen'): string[] {
  return declarations(css)
    .filter(({ property, value }) => {
      if (!COLOURED_PROPERTY.test(property)) return false
      const bare = value.replace(/var\(--[\w-]+|url\([^)]*\)/g, '')
      return (
        COLOUR_CODE.test(bare) || bare.split(/[^\w-]+/).some((word) => COLOUR_NAMES.has(word.toLowerCase()))
      )
    })
    .map((found) => tell(file, found, `give it a name in ${COLOUR_HOME} and use var(--name)`))
}

function tell(file: string, { line, property, value }: Declaration, cure: string): string {
  return `${file}:${line}: ${property}: ${value} — ${cure}`
}

function declarations(css: string): Declaration[] {
  // Blanked and not removed, so that line numbers stay true.
  const plain = css.replace(/\/\*[^]*?\*\/|"[^"\n]*"|'[^'\n]*'/g, (text) => text.replace(/[^\n]/g, ' '))
  return [...plain.matchAll(/(?<=[{;]\s*|\}\s*)([\w-]+)\s*:\s*([^;{}]*[^;{}\s])\s*(?=[;}])/g)].map(
    (match) => ({
      line: plain.slice(0, match.index).split('\n').length,
      property: (match[1] ?? '').toLowerCase(),
      value: match[2] ?? '',
    }),
  )
}
