import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { replyClass } from '#src/catalog/reply-class.ts'
import { codeOf } from '#src/recognize/code-of.ts'
import type { ReplyGroup } from '#src/recognize/summarize.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { Ltr } from '#src/ui/ltr.tsx'
import styles from './reply-choice.module.css'

interface ReplyChoiceProps {
  groups: readonly ReplyGroup[]
  chosen: number
  onChoose: (group: number) => void
}

/** Which of several replies to explain. */
export function ReplyChoice({ groups, chosen, onChoose }: ReplyChoiceProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const name = useId()
  return (
    <fieldset className={styles.choice}>
      <legend>{t('paste.choose')}</legend>
      <div className={styles.list}>
        {groups.map(({ recognition, count }, index) => {
          const code = codeOf(recognition)
          return (
            // Two groups may have the same code; a group is known by its place.
            <label key={`${index}`} className={styles.option} data-tone={replyClass(code)}>
              <input type="radio" name={name} checked={index === chosen} onChange={() => onChoose(index)} />
              <span className={styles.code}>
                <Ltr>{code}</Ltr>
              </span>
              <span className={styles.name}>{text.code(code).name}</span>
              {count > 1 && (
                <span className={styles.count}>
                  <Ltr>×{count}</Ltr>
                </span>
              )}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
