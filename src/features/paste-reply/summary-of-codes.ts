import { bareRecognition } from '#src/recognize/bare-recognition.ts'
import type { Recognition } from '#src/recognize/recognition.ts'
import type { Summary } from '#src/recognize/summarize.ts'

/** The summary of a sentence in which codes stand as bare numbers ("yesterday 451, today 550"), each once. */
export function summaryOfCodes(text: string, codes: readonly string[]): Summary {
  const groups = codes.map((code) => ({ recognition: bareCode(code, text.indexOf(code)), count: 1 }))
  const marks = groups.map(({ recognition: { start, end } }, group) => ({ start, end, group }))
  return {
    total: 0,
    groups,
    main: 0,
    isMore: false,
    excerpts: [{ text, isCutBefore: false, isCutAfter: false, marks }],
  }
}

function bareCode(value: string, start: number): Recognition {
  const end = start + value.length
  return bareRecognition({ start, end, reply: { value, start, end }, enhanced: null })
}
