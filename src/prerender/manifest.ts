import { pairPath } from '#src/compare/permalink.ts'
import type { Language } from '#src/i18n/languages.ts'
import type { Words } from '#src/i18n/load-words.ts'
import { SHARED_FILE, SHARE_TARGET } from '#src/worker/release.ts'

/** The paper of src/ui/tokens.css in the light: a manifest knows one colour, the document says which is for the dark. */
const PAPER = '#f6f5f1'

/** Pairs that people ask about. */
const SHORTCUTS = [
  ['250', '551'],
  ['550', '554'],
  ['421', '451'],
] as const

/**
 * What a device shows of the installed app (W3C Web Application Manifest), in one language. Addresses are relative to the
 * manifest, which stands in the folder of the site.
 */
export function manifestOf({ tag, direction }: Language, { ui }: Words): string {
  const fill = (text: string, values: Record<string, string>) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
  const icon = (src: string, sizes: string, purpose: string) => ({
    src: `icons/${src}`,
    sizes,
    type: src.endsWith('.svg') ? 'image/svg+xml' : 'image/png',
    purpose,
  })
  const screenshot = (name: string, sizes: string) => ({
    src: `screenshots/${name}.png`,
    sizes,
    type: 'image/png',
    form_factor: name,
    label: ui['site.description'],
  })
  const manifest = {
    // One app in every language: whoever installed it in one has it in all.
    id: './',
    start_url: './',
    scope: './',
    name: 'Replydiff',
    short_name: 'Replydiff',
    description: ui['site.description'],
    lang: tag,
    dir: direction,
    display: 'standalone',
    categories: ['developer', 'productivity', 'utilities'],
    theme_color: PAPER,
    background_color: PAPER,
    icons: [
      icon('icon-192.png', '192x192', 'any'),
      icon('icon-512.png', '512x512', 'any'),
      icon('icon-maskable-512.png', '512x512', 'maskable'),
      icon('icon-monochrome.svg', 'any', 'monochrome'),
    ],
    screenshots: [screenshot('wide', '1280x800'), screenshot('narrow', '780x1688')],
    shortcuts: SHORTCUTS.map(([first, second]) => ({
      name: fill(ui['share.text-title'], { first, second }),
      url: `.${pairPath(tag, first, second)}`,
      icons: [icon('icon-192.png', '192x192', 'any')],
    })),
    launch_handler: { client_mode: ['navigate-existing', 'auto'] },
    share_target: {
      action: `./${SHARE_TARGET}`,
      method: 'POST',
      enctype: 'multipart/form-data',
      params: {
        title: 'title',
        text: 'text',
        url: 'url',
        files: [
          { name: SHARED_FILE, accept: ['message/rfc822', 'text/plain', '.eml', '.log', '.txt', '.mbox'] },
        ],
      },
    },
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
