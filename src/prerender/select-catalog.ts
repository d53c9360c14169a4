import type { Catalog } from '#src/catalog/catalog-schema.ts'
import type { CodeText, Route } from '#src/compare/permalink.ts'

type CatalogRecord = Catalog['codes'][number]

/**
 * The part of the catalogue that a page shows. Of codes that are only named, the number and the standing; of notes that
 * are only linked to, the two codes.
 */
export function selectCatalog(catalog: Catalog, route: Route): Catalog {
  const own = shownOn(route)
  const codes = own.flatMap(replyOf)
  const isShown = (code: string) => codes.includes(code)
  const records = catalog.codes.filter(({ code }) => isShown(code))
  const isPair = route.kind === 'pair'

  const named = new Set(
    route.kind === 'start'
      ? catalog.codes.map(({ code }) => code)
      : records.flatMap(({ confusedWith }) => confusedWith),
  )
  const touches = (entry: { codes: string[] }) =>
    route.kind === 'start' ? entry.codes.length === 0 : entry.codes.some(isShown)
  const enhanced = selectEnhanced(catalog, own)
  const entriesOf = <Entry extends { id: string; sources: string[] }>(
    entries: readonly Entry[],
    ids: (record: Pick<CatalogRecord, 'scenarios' | 'remedies'>) => string[],
  ): Entry[] => {
    const used = new Set([...records, ...enhanced.codes].flatMap(ids))
    const shown = entries.filter(({ id }) => used.has(id))
    // A comparison has no room for what each entry rests on.
    return isPair ? shown.map((entry) => ({ ...entry, sources: [] })) : shown
  }

  return {
    codes: catalog.codes.flatMap((record) => {
      if (isShown(record.code)) return record
      return named.has(record.code) ? nameOf(record, route) : []
    }),
    scenarios: entriesOf(catalog.scenarios, (record) => record.scenarios),
    remedies: entriesOf(catalog.remedies, (record) => record.remedies),
    quirks: catalog.quirks.filter(touches),
    mistakes: catalog.mistakes.filter(touches),
    pairs: isPair
      ? catalog.pairs.filter((pair) => pair.codes.every(isShown))
      : catalog.pairs
          .filter((pair) => pair.codes.some(isShown))
          .map(({ codes: both }) => ({ codes: both, third: [], sources: [] })),
    enhanced,
  }
}

function selectEnhanced({ enhanced }: Catalog, shown: readonly CodeText[]): Catalog['enhanced'] {
  const parts = shown.flatMap((code) => (code.kind === 'enhanced' ? [code.enhanced.split('.')] : []))
  return {
    classes: enhanced.classes.filter((entry) => parts.some(([digit]) => digit === entry.class)),
    subjects: enhanced.subjects.filter((entry) => parts.some(([, subject]) => subject === entry.subject)),
    codes: enhanced.codes.filter((entry) => parts.some(([, ...detail]) => detail.join('.') === entry.detail)),
  }
}

function shownOn(route: Route): CodeText[] {
  return route.kind === 'pair' ? [route.first, route.second] : route.kind === 'code' ? [route.code] : []
}

function replyOf(code: CodeText): string | [] {
  return code.kind === 'malformed' ? [] : (code.code ?? [])
}

/** A page that only names a code asks for no more of its record; the start page shows two replies as well. */
function nameOf({ code, standing, officialTexts }: CatalogRecord, route: Route): CatalogRecord {
  const named =
    route.kind === 'start' ? { code, standing, officialTexts: officialTexts.slice(0, 1) } : { code, standing }
  return named as CatalogRecord
}
