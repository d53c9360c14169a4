import { recognizeReplies } from '#src/recognize/recognize-replies.ts'
import type { KnownReplies, Recognition } from '#src/recognize/recognition.ts'

export const NOBODY: KnownReplies = { replies: [] }

/** A few of the catalogue's replies: a phrase of one provider, one of a program, one that two have under other codes. */
export const KNOWN: KnownReplies = {
  replies: [
    {
      id: 'known-1',
      provider: 'microsoft',
      reply: '550',
      enhanced: '5.7.708',
      phrase: 'traffic not accepted from this IP',
    },
    {
      id: 'known-2',
      provider: 'gmail',
      reply: '550',
      enhanced: '5.1.1',
      phrase: 'The email account that you tried to',
    },
    { id: 'known-3', provider: 'postfix', reply: '554', enhanced: '5.7.1', phrase: 'Relay access denied' },
    {
      id: 'known-4',
      provider: 'exchange',
      reply: '552',
      enhanced: '5.3.4',
      phrase: 'message size exceeds fixed',
    },
    {
      id: 'known-5',
      provider: 'sendmail',
      reply: '552',
      enhanced: '5.2.3',
      phrase: 'message size exceeds fixed',
    },
    { id: 'known-6', provider: 'yahoo', reply: '554', enhanced: null, phrase: '[PH01]' },
    {
      id: 'known-7',
      provider: 'proofpoint',
      reply: '554',
      enhanced: null,
      phrase: 'Blocked - see https://support.proofpoint.com/dnsbl-lookup',
    },
    {
      id: 'known-7',
      provider: 'qmail',
      reply: null,
      enhanced: '5.1.1',
      phrase: 'no mailbox here by that name',
    },
  ],
}

/** The codes of a text, as a person would say them: "550 5.1.1", "250", "4.4.1". */
export function codesIn(text: string): string[] {
  return recognizeReplies(text, NOBODY).map(codesOf)
}

export function codesOf({ reply, enhanced }: Recognition): string {
  return [reply, enhanced].flatMap((part) => (part ? [part.value] : [])).join(' ')
}

/** The only reply of a text; a test that expects one fails when there are none or several. */
export function theReply(text: string, known: KnownReplies = NOBODY): Recognition {
  const [first, ...more] = recognizeReplies(text, known)
  if (!first || more.length > 0)
    throw new Error(`Expected one reply, found ${first ? more.length + 1 : 0}: ${text}`)
  return first
}

/** What two lines of a test want to say about a reply, without its positions. */
export function shortly(recognition: Recognition): Record<string, string | null> {
  const { command, provider, software, form, recipient, words } = recognition
  return {
    codes: codesOf(recognition),
    command,
    provider,
    software,
    form,
    recipient: recipient?.value ?? null,
    words,
  }
}
