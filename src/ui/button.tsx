import type { ComponentProps } from 'react'
import styles from './button.module.css'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'type'> {
  /** A quiet button is text until it is pointed at. */
  look?: 'outlined' | 'quiet' | 'round'
}

export function Button({ look = 'outlined', ...rest }: ButtonProps) {
  return <button type="button" data-needs-script="" className={styles[look]} {...rest} />
}
