import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, SOURCE_LANGUAGE } from '#src/i18n/languages.ts'
import { TRANSLATION_RULES } from '#tests/data/translation/all-rules.ts'
import { SAME_AS_ENGLISH } from '#tests/data/translation/not-left-english.ts'
import { realTranslation } from '#tests/data/translation/real-translation.ts'
import { fingerprint, neededTexts, stalePlaces } from '#tests/data/translation/review.mjs'
import type { GlossaryEntry, TranslationInput } from '#tests/data/translation/rule.ts'

interface Specimen {
  why: string
  input: TranslationInput
}

/** Where, what was found, what was expected, how to mend it. */
const WHOLE_PROBLEM =
  /^locales\/[a-z]+\/(?:codes|ui|glossary)\.json\b.*: found .+; expected .+\. To fix: .+\.$/s

const SPECIMENS: Record<string, { bad: (Specimen & { says: RegExp })[]; good: Specimen[] }> = {
  'texts-complete': {
    bad: [
      {
        why: 'a missing text',
        input: { ...pair('Swap', ''), texts: {} },
        says: /fr\/ui\.json a: found no text; expected a translation of "Swap"/,
      },
      { why: 'an empty text', input: pair('Swap', ' '), says: /found an empty text/ },
      {
        why: 'a text too many',
        input: { ...pair('Swap', 'Échanger'), texts: { 'ui a': 'Échanger', 'ui b': 'Reste' } },
        says: /ui\.json b: found a text without an English one/,
      },
    ],
    good: [{ why: 'a text for each', input: pair('Swap', 'Échanger') }],
  },

  'places-kept': {
    bad: [
      {
        why: 'a lost placeholder',
        input: pair('{{code}} twice', 'Deux fois'),
        says: /expected \{\{code\}\}/,
      },
      {
        why: 'a misspelt one',
        input: pair('{{code}} twice', '{{kod}} iki kez', { tag: 'tr' }),
        says: /found \{\{kod\}\}/,
      },
      {
        why: 'a changed literal',
        input: pair('Run `dig MX`.', 'Lancez `creuser MX`.'),
        says: /expected `dig MX`/,
      },
      {
        why: 'a general plural form without its number',
        input: pair('{{count}} codes', 'رموز', { tag: 'ar', place: 'ui codes_other' }),
        says: /expected \{\{count\}\}/,
      },
    ],
    good: [
      { why: 'another order', input: pair('{{a}} or `b`', '`b` ou {{a}}') },
      {
        why: 'a dual that says its number in words',
        input: pair('{{count}} codes', 'رمزان', { tag: 'ar', place: 'ui codes_two' }),
      },
    ],
  },

  'protocol-kept': {
    bad: [
      { why: 'a lost code number', input: pair('Send 551.', 'Envoyez un refus.'), says: /"551" lost/ },
      {
        why: 'a lost enhanced code',
        input: pair('It is 5.7.1.', 'C’est la politique.'),
        says: /"5\.7\.1" lost/,
      },
      { why: 'a code number added', input: pair('Refuse it.', 'Refusez avec 550.'), says: /"550" in/ },
      {
        why: 'a translated command',
        input: pair('At EHLO.', 'Au bonjour.'),
        says: /"EHLO" lost/,
      },
      { why: 'a protocol word added', input: pair('A record.', 'Un enregistrement MX.'), says: /"MX" in/ },
    ],
    good: [
      { why: 'suffixes on numbers and words', input: pair('250, TLS', '250’yi, TLS’yi', { tag: 'tr' }) },
      {
        why: 'a clarifying SMTP, and a number in words',
        input: pair('Four replies.', '4 réponses SMTP.'),
      },
    ],
  },

  'not-left-english': {
    bad: [
      {
        why: 'an untranslated label',
        input: pair('Copy link', 'Copy link'),
        says: /found the English, "Copy link"/,
      },
    ],
    good: [
      { why: 'a text without words of its own', input: pair('{{code}}: `dig` MX', '{{code}}: `dig` MX') },
    ],
  },

  'no-english-sentence': {
    bad: [
      {
        why: 'a sentence left over among others',
        input: pair('A. The rest of it.', 'Le serveur refuse. The server closes the connection with 421.'),
        says: /found "The server closes the connection with 421\."/,
      },
      {
        why: 'Latin prose in an Arabic text',
        input: pair('It closes.', 'الخادم closes the connection.', { tag: 'ar' }),
        says: /closes the connection/,
      },
    ],
    good: [
      {
        why: 'a quoted reply',
        input: pair('It says so.', 'Le serveur répond « This is the end of that ».'),
      },
      {
        why: 'commands and names in Arabic',
        input: pair('x', 'يرد Postfix على MAIL FROM بالرمز 250 وفق RFC 5321.', { tag: 'ar' }),
      },
    ],
  },

  'glossary-used': {
    bad: [
      {
        why: 'a term said in another word',
        input: pair('The queue is full.', 'La queue est pleine.', { terms: { queue: ['file d’attente'] } }),
        says: /expected a form of "queue": file d’attente/,
      },
      {
        why: 'a term without its word',
        input: { ...pair('x', 'y', { terms: { queue: ['file'] } }), glossary: {} },
        says: /glossary\.json: found no form of "queue"/,
      },
      {
        why: 'a word for no term',
        input: { ...pair('x', 'y', { terms: { queue: ['file'] } }), englishGlossary: {} },
        says: /found "queue", which is no term/,
      },
    ],
    good: [
      {
        why: 'a form in capitals, with another apostrophe',
        input: pair('Queue', "File d'attente", { terms: { queue: ['file d’attente'] } }),
      },
      {
        why: 'the term as part of another word',
        input: pair('A non-queue.', 'Rien.', { terms: { queue: ['file'] } }),
      },
      {
        why: 'vowel signs',
        input: pair('The queue.', 'قائمةُ الانتظار.', { tag: 'ar', terms: { queue: ['قائمة الانتظار'] } }),
      },
    ],
  },

  'language-typography': {
    bad: [
      { why: 'French without its space', input: pair('x', 'Attention: 250'), says: /no-break space/ },
      { why: 'French with an ordinary space', input: pair('x', 'Pourquoi ?'), says: /no-break space/ },
      { why: 'English quotes in French', input: pair('x', 'Le “texte”'), says: /quotes « »/ },
      {
        why: 'a straight apostrophe',
        input: pair('x', "l'adresse"),
        says: /quotes and apostrophes of print/,
      },
      {
        why: 'a tone mark on the wrong vowel',
        input: pair('x', 'mã hoá', { tag: 'vi' }),
        says: /tone mark/,
      },
      {
        why: 'an i in pieces',
        input: pair('x', 'i\u0307leti', { tag: 'tr' }),
        says: /one letter for each i/,
      },
      {
        why: 'a Latin comma in Arabic',
        input: pair('x', 'أولًا, ثانيًا', { tag: 'ar' }),
        says: /Arabic marks/,
      },
      { why: 'Arabic digits', input: pair('x', 'الرمز ٢٥٠', { tag: 'ar' }), says: /digits 0-9/ },
      {
        why: 'a range that turns round',
        input: pair('x', 'من 200-559', { tag: 'ar' }),
        says: /other way round/,
      },
      { why: 'a drawn-out letter', input: pair('x', 'خـادم', { tag: 'ar' }), says: /plain letters/ },
      {
        why: 'a blank before a mark',
        input: pair('x', 'خادم ، عميل', { tag: 'ar' }),
        says: /no blank before/,
      },
    ],
    good: [
      {
        why: 'French as printed',
        input: pair('x', 'Voir\u00a0: «\u00a0texte\u00a0»\u202f; pourquoi\u202f? `a: b`'),
      },
      { why: 'Vietnamese as printed', input: pair('x', 'mã hóa, khóa, quý, thuở', { tag: 'vi' }) },
      { why: 'Turkish as printed', input: pair('x', 'İstemci IANA’ya ılık', { tag: 'tr' }) },
      { why: 'Arabic as printed', input: pair('x', 'الرمز 550-5.7.1، ثم `a`؛ لماذا؟', { tag: 'ar' }) },
      { why: 'a preposition before a Latin word', input: pair('x', 'خاص بـ Exchange.', { tag: 'ar' }) },
    ],
  },

  'no-doubled-translation': {
    bad: [{ why: 'a word twice', input: pair('x', 'le le serveur'), says: /found "le le"/ }],
    good: [
      { why: 'a doubling of the language', input: pair('x', 'alıcılara tek tek', { tag: 'tr' }) },
      { why: 'the same letters in two words', input: pair('x', 'la lame') },
    ],
  },

  'up-to-date': {
    bad: [
      {
        why: 'English that changed after the translation',
        input: { ...pair('Send it again.', 'Renvoyez.'), reviewed: { 'ui a': fingerprint('Send it.') } },
        says: /npm run translations -- fr reviewed "ui a"/,
      },
      {
        why: 'a text that nobody has read',
        input: { ...pair('Send it.', 'Renvoyez.'), reviewed: {} },
        says: /nobody has read/,
      },
    ],
    good: [
      {
        why: 'the English it was made from',
        input: { ...pair('Send it.', 'Renvoyez.'), reviewed: { 'ui a': fingerprint('Send it.') } },
      },
    ],
  },
}

interface PairOptions {
  tag?: string
  place?: string
  terms?: Record<string, string[]>
}

/** One English text and its translation, French unless said otherwise; the glossary knows just the terms given. */
function pair(
  english: string,
  text: string,
  { tag = 'fr', place = 'ui a', terms = {} }: PairOptions = {},
): TranslationInput {
  const glossary = (formsOf: (term: string) => string[]): Record<string, GlossaryEntry> =>
    Object.fromEntries(Object.keys(terms).map((term) => [term, { say: term, forms: formsOf(term) }]))
  return {
    tag,
    needed: { [place]: english },
    texts: { [place]: text },
    glossary: glossary((term) => terms[term] ?? []),
    englishGlossary: glossary((term) => [term]),
    reviewed: {},
  }
}

describe.each(TRANSLATION_RULES)('$name: $about', ({ name, check }) => {
  const specimens = SPECIMENS[name]

  test('has specimens that fail and specimens that pass', () => {
    expect(specimens?.bad.length).toBeGreaterThan(0)
    expect(specimens?.good.length).toBeGreaterThan(0)
  })

  for (const { why, input, says } of specimens?.bad ?? []) {
    test(`finds ${why}`, () => {
      const problems = check(input)
      expect(problems).toEqual([expect.stringMatching(says)])
      expect(problems[0]).toMatch(WHOLE_PROBLEM)
    })
  }

  for (const { why, input } of specimens?.good ?? []) {
    test(`lets pass ${why}`, () => {
      expect(check(input)).toEqual([])
    })
  }
})

test('an English plural is needed in every form of the language', () => {
  const english = {
    'ui codes_one': '{{count}} code',
    'ui codes_other': '{{count}} codes',
    'ui phase_two': 'x',
  }
  expect(Object.keys(neededTexts(english, 'ar')).toSorted()).toEqual([
    ...['few', 'many', 'one', 'other', 'two', 'zero'].map((form) => `ui codes_${form}`),
    'ui phase_two',
  ])
  expect(Object.keys(neededTexts(english, 'vi'))).toEqual(['ui codes_other', 'ui phase_two'])
})

test('only what changed is stale', () => {
  const needed = { 'ui a': 'one', 'ui b': 'two' }
  expect(stalePlaces(needed, { 'ui a': fingerprint('one'), 'ui b': fingerprint('2') })).toEqual(['ui b'])
})

test('exceptions are made for registered languages, with a reason', () => {
  for (const [tag, reasons] of Object.entries(SAME_AS_ENGLISH)) {
    expect(LANGUAGES.map((language): string => language.tag)).toContain(tag)
    for (const reason of Object.values(reasons)) expect(reason).toMatch(/\w+ \w+/)
  }
})

const TRANSLATIONS = LANGUAGES.filter(({ tag }) => tag !== SOURCE_LANGUAGE.tag)

describe.each(TRANSLATIONS)('locales/$tag', ({ tag }) => {
  const input = realTranslation(tag)

  test('has just the files that are known', () => {
    expect(readdirSync(`locales/${tag}`).toSorted()).toEqual([
      'codes.json',
      'enhanced.json',
      'glossary.json',
      'providers.json',
      'reviewed.json',
      'ui.json',
    ])
  })

  for (const { name, about, check } of TRANSLATION_RULES) {
    test(`${name}: ${about}`, () => {
      expect(check(input)).toEqual([])
    })
  }
})
