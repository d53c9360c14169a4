export interface PastedReplyText {
  /** "550 5.7.26: name" */
  heading: string
  words: string
  facts: readonly { title: string; value: string; isForeign: boolean }[]
  /** What follows the facts, a paragraph each. */
  paragraphs: readonly string[]
}

/**
 * Pasted replies with what they mean, for a ticket: the server's own words stand in blocks that
 * Markdown leaves alone. `joined` puts a value behind its title as the language does.
 */
export function pastedMarkdown(
  replies: readonly PastedReplyText[],
  link: string,
  joined: (title: string, value: string) => string,
): string {
  const item = ({ title, value, isForeign }: PastedReplyText['facts'][number]) =>
    `- ${joined(title, isForeign ? span(value) : value)}`
  return [
    ...replies.flatMap(({ heading, words, facts, paragraphs }) => [
      `**${heading}**`,
      ...(words === '' ? [] : [block(words)]),
      ...(facts.length === 0 ? [] : [facts.map(item).join('\n')]),
      ...paragraphs,
    ]),
    link,
  ]
    .join('\n\n')
    .concat('\n')
}

/** Fenced by more backticks than the text has in a row. */
function block(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}text\n${text}\n${fence}`
}

function span(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1)
  const blank = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${blank}${text.replace(/\s+/g, ' ')}${blank}${fence}`
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0)
}
