/** What nobody should ever see: placeholders, keys, values without words, and the signs that set off typed text. */
const LEFT_OVER =
  /\{\{|\}\}|`|\[object|^undefined$|\b(?:value|facet|none|role|command|verdict|standing|basis|compare|class-short|timeline|session|code|enhanced|start|pick-codes)\.[a-z0-9]/

/** The pieces of a page's text, labels and hints that hold left-overs of our making. */
export function leftOversIn(container: HTMLElement): string[] {
  const texts: string[] = []
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '')
  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
    for (const element of container.querySelectorAll(`[${name}]`))
      texts.push(element.getAttribute(name) ?? '')
  }
  return texts.filter((text) => LEFT_OVER.test(text))
}
