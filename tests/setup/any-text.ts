import fc from 'fast-check'

/** Any text a person or a broken program may hand over: every script, joined signs, control characters. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary-ascii' }),
)
