import { useId } from 'react'
import styles from './segmented.module.css'

interface SegmentedOption<Value extends string> {
  value: Value
  label: string
  /** Stands for the label where there is little room. */
  sign?: string
}

interface SegmentedProps<Value extends string> {
  label: string
  options: readonly SegmentedOption<Value>[]
  value: Value
  onChange: (value: Value) => void
}

/** A choice of few, all in view: native radio buttons, so arrow keys and screen readers know them. */
export function Segmented<Value extends string>({ label, options, value, onChange }: SegmentedProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.group} data-needs-script="">
      <legend className={styles.legend}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            className={styles.input}
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className={styles.face} data-sign={option.sign} title={option.sign && option.label}>
            {option.label}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
