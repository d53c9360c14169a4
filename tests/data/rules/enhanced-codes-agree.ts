import { CATALOG_FILE, tell, type Rule } from './rule.ts'

/** RFC 2034 §4: the first digits must match; §3 leaves replies of class 3 without an enhanced code. */
export const enhancedCodesAgree: Rule = {
  name: 'enhanced-codes-agree',
  about: 'an enhanced code begins with the first digit of its reply, and replies of class 3 have none',
  check: ({ catalog }) =>
    catalog.codes.flatMap(({ code, enhancedCodes }) =>
      enhancedCodes
        .filter((enhanced) => code.startsWith('3') || enhanced.code.charAt(0) !== code.charAt(0))
        .map((enhanced) =>
          tell({
            where: `${CATALOG_FILE} codes ${code} enhancedCodes`,
            found: enhanced.code,
            expected: code.startsWith('3')
              ? 'none, because RFC 2034 §3 leaves out replies of class 3'
              : `one that begins with ${code.charAt(0)}, by RFC 2034 §4`,
            fix: `delete ${enhanced.code}, or move it to the code it belongs to`,
          }),
        ),
    ),
}
