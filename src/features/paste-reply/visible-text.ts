/** Marks that change the direction of what follows them, by which a text can look like another one. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const SYMBOL_FOR_NULL = 0x2400
const SYMBOL_FOR_DELETE = '\u2421'
const SYMBOL_FOR_SUBSTITUTE = '\u2426'

/** The text with what cannot be seen made visible, sign for sign, so that positions stay. */
export function visibleText(text: string): string {
  return text
    .replace(TURNING, SYMBOL_FOR_SUBSTITUTE)
    .replace(CONTROL, (sign) =>
      sign === '\u007f' ? SYMBOL_FOR_DELETE : String.fromCharCode(SYMBOL_FOR_NULL + sign.charCodeAt(0)),
    )
}
