/** @typedef {import('./browser.mjs').Page} Page */

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {string} url
 * @property {'combobox' | 'select' | null} picker
 */

/** @typedef {'first' | 'second'} Side */

const FIELDS = { combobox: 'input[role=combobox]', select: 'select' }

/** @param {Target} target @param {Side} side */
function field(target, side) {
  return { selector: FIELDS[target.picker ?? 'select'], place: side === 'first' ? 0 : 1 }
}

/**
 * Everything of a pick but the key that makes it, so that this key alone can be timed. A native choice is moved, unheard,
 * to the option beside the wanted one; a combobox is typed into.
 * @param {Page} page @param {Target} target @param {Side} side @param {string} code
 * @param {(key: string) => Promise<void>} press
 * @returns {Promise<string>} The key.
 */
export async function prepare(page, target, side, code, press) {
  const { selector, place } = field(target, side)
  const input = page.locator(selector).nth(place)
  await input.focus()
  if (target.picker === 'combobox') {
    await input.evaluate((element) => element instanceof HTMLInputElement && element.select())
    for (const digit of code) await press(digit)
    return 'Enter'
  }
  return input.evaluate((element, wanted) => {
    if (!(element instanceof HTMLSelectElement)) throw new Error('The second picker is not a select.')
    const index = [...element.options].findIndex(({ value }) => value === wanted)
    element.selectedIndex = index === 0 ? 1 : index - 1
    return index === 0 ? 'ArrowUp' : 'ArrowDown'
  }, code)
}
