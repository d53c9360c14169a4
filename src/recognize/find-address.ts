import { partAt } from './read-codes.ts'
import type { Part } from './recognition.ts'

const LOCAL = /[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]/u
const DOMAIN = /[\p{L}\p{N}.-]/u
/** RFC 5321 §4.5.3.1: 64 octets before the sign, 255 behind it. */
const LOCAL_LIMIT = 64
const DOMAIN_LIMIT = 255
/** Keys that log lines join to an address by `=`, which an address may hold as well. */
const KEY = /^(?:to|from|orig_to|rcpt|recipients?|user|addr|address|arg1|email|F|P)=/i

/** The mail address around an `@`, or null when there is none; reads only what an address may be long. */
export function addressAround(text: string, sign: number): Part | null {
  let start = sign
  while (start > 0 && sign - start < LOCAL_LIMIT && LOCAL.test(text.charAt(start - 1))) start -= 1
  let end = sign + 1
  while (end < text.length && end - sign <= DOMAIN_LIMIT && DOMAIN.test(text.charAt(end))) end += 1
  while (end > sign + 1 && /[.-]/.test(text.charAt(end - 1))) end -= 1
  const key = KEY.exec(text.slice(start, sign))
  if (key) start += key[0].length
  while (start < sign && /['`*{|]/.test(text.charAt(start))) start += 1
  // Python 2 shows strings as u'…'.
  if (text.charAt(end) === "'" && /^[bu]'/.test(text.slice(start, sign))) start += 2
  if (start === sign || end === sign + 1) return null
  // "nodemailer@6.9.1" is a package.
  return /\p{L}/u.test(text.slice(sign + 1, end)) ? partAt(text, start, end) : null
}

/** The first mail address that lies in [from, to) of the text, or null. */
export function addressIn(text: string, from: number, to: number): Part | null {
  const slice = text.slice(from, to)
  for (let at = slice.indexOf('@'); at !== -1; at = slice.indexOf('@', at + 1)) {
    const address = addressAround(text, from + at)
    if (address && address.start >= from && address.end <= to) return address
  }
  return null
}
