import ui from '#locales/en/ui.json'

/**
 * The words for the one screen that may have to appear before any words were fetched. Copied out one by one, so that the
 * bundle carries these sentences and not the whole file.
 */
export const FIRST_WORDS = {
  'failure.load-headline': ui['failure.load-headline'],
  'failure.load-lead': ui['failure.load-lead'],
  'failure.retry': ui['failure.retry'],
  'failure.detail': ui['failure.detail'],
} as const
