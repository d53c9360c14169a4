import { Fragment } from 'react'

interface RichTextProps {
  text: string
}

/** A sentence in which `backticks` set off what is typed literally; that part stays left-to-right in any script. */
export function RichText({ text }: RichTextProps) {
  return text.split('`').map((part, index) => {
    // Position is the part's identity: the sentence is split once and never reordered.
    const key = `${index}`
    return index % 2 === 1 ? (
      <code key={key} dir="ltr">
        {part}
      </code>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    )
  })
}
