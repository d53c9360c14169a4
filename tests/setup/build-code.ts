import type { Catalog, CodeRecord } from '#src/catalog/catalog-schema.ts'

/** A valid record of a standard code; a test names only what it varies. */
export function buildCode(varied: Partial<CodeRecord> = {}): CodeRecord {
  return {
    code: '550',
    standing: 'standard',
    experimental: false,
    verified: true,
    definedIn: ['RFC 5321 §4.2.2'],
    firstDefinedIn: null,
    updatedBy: [],
    evidence: [],
    officialTexts: [],
    commands: [],
    nextStep: 'give-up',
    actors: [],
    closesConnection: 'no',
    bounce: 'none',
    enhancedCodes: [],
    scenarios: [],
    remedies: [],
    confusedWith: [],
    dotless: null,
    instead: [],
    neverOnWire: false,
    companionOnly: false,
    ...varied,
  }
}

/** The entries of `commands` for some verbs, each listed by a document. */
export function buildCommands(
  ...commands: CodeRecord['commands'][number]['command'][]
): CodeRecord['commands'] {
  return commands.map((command) => ({
    command,
    basis: 'listed',
    sources: ['RFC 5321 §4.3.2'],
    case: null,
  }))
}

/** A catalogue of the given parts and nothing else. */
export function buildCatalog(varied: Partial<Catalog> = {}): Catalog {
  return {
    codes: [],
    scenarios: [],
    remedies: [],
    quirks: [],
    mistakes: [],
    pairs: [],
    enhanced: { classes: [], subjects: [], codes: [] },
    ...varied,
  }
}

type CatalogRecord = Catalog['codes'][number]

/** `buildCode` for a catalogue, in which every code has a standing of its own. */
export function buildCatalogCode(varied: Partial<CatalogRecord> = {}): CatalogRecord {
  return { ...buildCode(varied), standing: varied.standing ?? 'standard' }
}
