import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { Ltr } from '#src/ui/ltr.tsx'

interface CommandNameProps {
  id: string
}

/** A command as the wire spells it; the two stages that are no command have words of the language instead. */
export function CommandName({ id }: CommandNameProps) {
  const text = useCatalogText()
  return text.isWorded(id) ? <bdi>{text.command(id)}</bdi> : <Ltr>{text.command(id)}</Ltr>
}
