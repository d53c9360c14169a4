import type { TFunction } from 'i18next'
import type { Catalog, CodeRecord } from '#src/catalog/catalog-schema.ts'
import { replyOf } from '#src/catalog/enhanced-code.ts'
import { softwareName } from '#src/recognize/name-software.ts'
import type { Recognition } from '#src/recognize/recognition.ts'
import type { CatalogText } from '#src/i18n/catalog-text.ts'

export interface PastedFact {
  id: 'provider' | 'command' | 'software' | 'form' | 'recipient'
  title: string
  /** Null for what the text does not say. */
  value: string | null
  /** Names and commands are not words of the reader's language. */
  isForeign: boolean
}

/** What a pasted text says of a reply beside its codes and words. */
export function pastedFacts(
  { provider, command, software, form, recipient }: Recognition,
  providers: readonly { id: string; name: string }[],
  t: TFunction,
  text: CatalogText,
): PastedFact[] {
  return [
    {
      id: 'provider',
      title: t('paste.provider'),
      value: providers.find(({ id }) => id === provider)?.name ?? provider,
      isForeign: true,
    },
    {
      id: 'command',
      title: t('paste.command'),
      value: command && text.command(command),
      isForeign: command !== null && !text.isWorded(command),
    },
    {
      id: 'software',
      title: t('paste.software'),
      value: software && softwareName(software),
      isForeign: true,
    },
    { id: 'form', title: t('paste.found-in'), value: t(`paste.form-${form}`), isForeign: false },
    { id: 'recipient', title: t('paste.recipient'), value: recipient?.value ?? null, isForeign: true },
  ]
}

/**
 * The commands that documents list a reply for, when the one it answers is not among them; null when it is, or when
 * nothing is known of either.
 */
export function misplacedAmong(
  catalog: Catalog,
  record: CodeRecord,
  command: Recognition['command'],
): string[] | null {
  const reply = replyOf(record)
  const commands = catalog.codes.find(({ code }) => code === reply)?.commands ?? []
  if (command === null || commands.length === 0) return null
  return commands.some((listed) => listed.command === command)
    ? null
    : commands.map((listed) => listed.command)
}
