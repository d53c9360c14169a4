/*
 * A text has its characters already, whatever charset its parts name; a decoder for bytes would take them for others. So those
 * beyond ASCII travel through it as six octal digits written in control characters, which every charset leaves alone and
 * base64 skips.
 */

/** A text in ASCII from which restoreCharacters makes it again; only the control characters U+0001 to U+0008 are lost. */
export function protectCharacters(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these carry the digits
  return text.replace(/[\u0001-\u0008\u0080-\uffff]/g, (character) => {
    const unit = character.charCodeAt(0)
    if (unit <= 8) return ''
    let digits = ''
    for (let shift = 15; shift >= 0; shift -= 3) digits += String.fromCharCode(((unit >> shift) & 7) + 1)
    return digits
  })
}

/** The text that was protected, or decoded from what was. */
export function restoreCharacters(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these carry the digits
  return text.replace(/[\u0001\u0002][\u0001-\u0008]{5}/g, (digits) => {
    let unit = 0
    for (let index = 0; index < digits.length; index += 1) unit = unit * 8 + digits.charCodeAt(index) - 1
    return String.fromCharCode(unit)
  })
}
