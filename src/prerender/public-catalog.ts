import type { Catalog, CommandReply } from '#src/catalog/catalog-schema.ts'
import type { CatalogWords, Words } from '#src/i18n/load-words.ts'

/*
 * The catalogue as other programs get it: one file for each language, in which records and words are joined. It is a
 * contract, explained key by key in public-catalog-schema.ts: a key stays what it is for as long as the version does.
 */

/** Raised when a key goes away or changes what it means. New keys do not raise it. */
export const FORMAT_VERSION = 1

/** Where the schema lies in the built site. */
export const PUBLIC_SCHEMA_FILE = 'catalog/catalog.schema.json'

/** Where the catalogue of a language lies in the built site. */
export function publicCatalogFile(tag: string): string {
  return `catalog/${tag}.json`
}

export type PublicCatalog = ReturnType<typeof publicCatalog>

/**
 * The catalogue in one language, every id beside its words. Keys stand in a fixed order and none is left out: what there is
 * nothing to say about is null or an empty list. `site` is the public address of the site with a slash at its end.
 * Throws when words are missing, naming the file and the key.
 */
export function publicCatalog(catalog: Catalog, words: Words, language: string, site: string) {
  const wordsOf = <Kind extends keyof CatalogWords>(kind: Kind, id: string) => {
    const found = words.codes[kind][id]
    if (found === undefined) throw new Error(`locales/${language}/codes.json has no words for ${kind}.${id}`)
    return found as NonNullable<CatalogWords[Kind][string]>
  }
  const scenarios = new Map(catalog.scenarios.map((entry) => [entry.id, entry]))
  const remedies = new Map(catalog.remedies.map((entry) => [entry.id, entry]))

  const commandOf = (reply: CommandReply) => ({
    command: reply.command,
    basis: reply.basis,
    case: reply.case === null ? null : { id: reply.case, text: wordsOf('cases', reply.case) },
    sources: reply.sources,
  })
  const scenarioOf = (id: string) => ({
    id,
    text: wordsOf('scenarios', id),
    sources: known(scenarios, 'scenario', id).sources,
  })
  const remedyOf = (id: string) => {
    const { role, sources } = known(remedies, 'remedy', id)
    return { id, role, text: wordsOf('remedies', id), sources }
  }

  return {
    $schema: site + PUBLIC_SCHEMA_FILE,
    version: FORMAT_VERSION,
    language,
    license: 'MIT',
    copyright: 'Replydiff contributors',
    codes: catalog.codes.map((record) => {
      const { name, gist, meaning, next, send, truth = null } = wordsOf('codes', record.code)
      return {
        code: record.code,
        name,
        gist,
        meaning,
        next,
        send,
        truth,
        standing: record.standing,
        verified: record.verified,
        experimental: record.experimental,
        neverOnWire: record.neverOnWire,
        companionOnly: record.companionOnly,
        definedIn: record.definedIn,
        firstDefinedIn: record.firstDefinedIn,
        updatedBy: record.updatedBy,
        evidence: record.evidence,
        officialTexts: record.officialTexts.map(({ text, note, source }) => ({ text, note, source })),
        commands: record.commands.map(commandOf),
        nextStep: record.nextStep,
        actors: record.actors,
        closesConnection: record.closesConnection,
        bounce: record.bounce,
        enhancedCodes: record.enhancedCodes.map(({ code, listedBy }) => ({ code, listedBy })),
        dotless: record.dotless && { code: record.dotless.code, basis: record.dotless.basis },
        instead: record.instead,
        confusedWith: record.confusedWith,
        scenarios: record.scenarios.map(scenarioOf),
        remedies: record.remedies.map(remedyOf),
      }
    }),
    enhancedCodes: catalog.enhanced.codes.map((entry) => {
      const own = words.enhanced.codes[entry.detail]
      if (own === undefined)
        throw new Error(`locales/${language}/enhanced.json has no words for codes.${entry.detail}`)
      return {
        code: `X.${entry.detail}`,
        name: own.name,
        meaning: own.meaning,
        next: own.next ?? null,
        note: own.note ?? null,
        standing: entry.standing,
        classes: entry.classes,
        replies: entry.replies,
        replyRule: entry.replyRule,
        scenarios: entry.scenarios.map(scenarioOf),
        remedies: entry.remedies.map(remedyOf),
        officialTitle: entry.title,
        officialDescription: entry.description,
        sources: entry.sources,
      }
    }),
    pairs: catalog.pairs.map(({ codes, third, sources }) => {
      const { answer, apart, server, do: todo, thirdHint = null } = wordsOf('pairs', codes.join('-'))
      return { codes, answer, apart, server, do: todo, third, thirdHint, sources }
    }),
    quirks: catalog.quirks.map(({ id, codes, sources }) => {
      const { title, text } = wordsOf('quirks', id)
      return { id, title, text, codes, sources }
    }),
    mistakes: catalog.mistakes.map(({ id, codes, sources }) => {
      const { claim, truth } = wordsOf('mistakes', id)
      return { id, claim, truth, codes, sources }
    }),
  }
}

function known<Entry>(entries: ReadonlyMap<string, Entry>, kind: string, id: string): Entry {
  const found = entries.get(id)
  if (!found) throw new Error(`src/catalog/smtp-codes.json uses the ${kind} "${id}" and does not list it`)
  return found
}

/** One record a line, so that two releases can be compared with any diff, and a code found with grep. */
export function formatPublicCatalog(document: PublicCatalog): string {
  const members = Object.entries(document).map(([key, value]) => {
    const text = Array.isArray(value)
      ? `[\n${value.map((item) => JSON.stringify(item)).join(',\n')}\n]`
      : JSON.stringify(value)
    return `${JSON.stringify(key)}: ${text}`
  })
  return `{\n${members.join(',\n')}\n}\n`
}
