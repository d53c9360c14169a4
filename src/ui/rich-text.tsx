import { Fragment } from 'react'
import styles from './rich-text.module.css'

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
        <Words text={part} />
      </code>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    )
  })
}

/** Lines break between the words of a command only: browsers would part `--server` after its first hyphen. */
function Words({ text }: RichTextProps) {
  return text.split(' ').map((word, index) => (
    <Fragment key={`${index}`}>
      {index > 0 && ' '}
      <span className={styles.word}>{word}</span>
    </Fragment>
  ))
}
