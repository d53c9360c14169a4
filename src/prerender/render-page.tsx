import { text as readAll } from 'node:stream/consumers'
import { StrictMode, type ReactNode } from 'react'
import { prerenderToNodeStream } from 'react-dom/static'
import { App } from '#src/app/app.tsx'
import { PAGE_DATA_ID, type PageData } from '#src/app/page-data.ts'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import type { Words } from '#src/i18n/load-words.ts'
import { headOf } from './head.ts'
import { recordWords, type WordRecorder } from './record-words.ts'
import type { PagePlace } from './routes.ts'
import { selectCatalog } from './select-catalog.ts'

/** Where the shell has gaps for what belongs to one page. */
export const GAPS = {
  head: /<!--head-->[^]*<!--\/head-->/,
  page: '<!--page-->',
  data: '<!--data-->',
  withoutProgram: /<noscript><(?:p|!--)[^]*?<\/noscript>/,
  document: /<html[^>]*>/,
} as const

/** Said in answer to what a person does, so no rendering reads them. */
const ANSWERS =
  /^(?:pick-codes|share|language|theme|failure|offline|install|list)\.|^loadFailure|^compare\.(?:count|only|every)|^paste\.(?:reading|failed)$|^title\.(?:pair|same|code)$/

export interface PageRenderer {
  /** The whole document of a page; rejects when a word or a record is missing. One at a time. */
  render: (place: PagePlace) => Promise<string>
}

interface PageRendererOptions {
  catalog: Catalog
  wordsOf: (tag: string) => Words
  /** The built shell. */
  shell: string
  /** The public address of the site, with its base and a slash at its end. */
  site: string
}

export function createPageRenderer({ catalog, wordsOf, shell, site }: PageRendererOptions): PageRenderer {
  const recorders = new Map<string, WordRecorder>()
  const recorderOf = (tag: string) => {
    const recorder = recorders.get(tag) ?? recordWords(wordsOf(tag), (key) => ANSWERS.test(key))
    recorders.set(tag, recorder)
    return recorder
  }
  return {
    render: async ({ language, route, path }) => {
      const recorder = recorderOf(language.tag)
      recorder.begin()
      const page: PageData = {
        path,
        tag: language.tag,
        catalog: selectCatalog(catalog, route),
        words: recorder.words,
      }
      const body = await renderWhole(
        <StrictMode>
          <App page={page} />
        </StrictMode>,
      )
      const head = headOf({ language, route, path, words: wordsOf(language.tag), catalog, site })
      const data = JSON.stringify({ ...page, words: recorder.taken() })
      return shell
        .replace(GAPS.document, () => `<html lang="${language.tag}" dir="${language.direction}">`)
        .replace(GAPS.head, () => head)
        .replace(GAPS.withoutProgram, '')
        .replace(GAPS.page, () => body)
        .replace(GAPS.data, () => dataScript(data))
    },
  }
}

/** React would put up with a part that failed and leave it to the browser; a page that is not whole is no page. */
export async function renderWhole(tree: ReactNode): Promise<string> {
  let failure: unknown = null
  const { prelude } = await prerenderToNodeStream(tree, {
    onError: (error) => {
      failure ??= error
    },
    // Larger parts would be put in their place by an inline script, which the policy forbids.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
  })
  const html = await readAll(prelude)
  if (failure !== null) throw failure
  return html
}

/** Data that no policy takes for a script; a less-than sign in it could end the element. */
function dataScript(json: string): string {
  return `<script type="application/json" id="${PAGE_DATA_ID}">${json.replaceAll('<', '\\u003c')}</script>`
}
