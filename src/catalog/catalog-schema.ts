import * as v from 'valibot'

/*
 * The shape of the catalogue's two files. Valibot runs in tests and at build time only: the application imports the
 * types below and never this file's values, so the schema costs a visitor nothing.
 */

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'an id is lowercase words joined by hyphens'),
)
const code = v.pipe(v.string(), v.regex(/^\d{3}$/, 'a reply code is a string of three digits'))
const enhancedCode = v.pipe(
  v.string(),
  v.regex(/^[245]\.\d{1,3}\.\d{1,3}$/, 'an enhanced code is class.subject.detail (RFC 3463 §2)'),
)

/** A citation as a person writes it, "RFC 5321 §4.2.2" or "Exim src/smtp_in.c": a proper name, never translated. */
const source = v.pipe(
  v.string(),
  v.minLength(3),
  v.regex(/^\S(?:.*\S)?$/, 'a source has no blanks around it'),
)
const sources = v.pipe(v.array(source), v.minLength(1, 'every statement names its source'))

/** In the order of a session. CONNECT is the greeting, DATA_END the reply after the final dot, the others are verbs. */
export const COMMANDS = [
  'CONNECT',
  'EHLO',
  'HELO',
  'STARTTLS',
  'AUTH',
  'MAIL',
  'RCPT',
  'DATA',
  'BDAT',
  'BURL',
  'DATA_END',
  'QUIT',
  'RSET',
  'NOOP',
  'HELP',
  'VRFY',
  'EXPN',
  'ETRN',
  'ATRN',
] as const

export const ROLES = [
  'sender',
  'sender-admin',
  'intermediate-admin',
  'recipient',
  'recipient-admin',
  'developer',
] as const

/**
 * standard: the list of RFC 5321 as updated by RFC 7504. extension: named by another IETF document.
 * obsolete: kept for history. nonstandard: met in the wild, defined by no IETF document.
 */
export const STANDINGS = ['standard', 'extension', 'obsolete', 'nonstandard'] as const

export const NEXT_STEPS = [
  'continue',
  'send-more',
  'close',
  'wait-for-mail',
  'retry-later',
  'try-again-later',
  'fix-first',
  'start-tls-first',
  'sign-in-first',
  'sign-in-differently',
  'give-up',
  'read-the-log',
] as const

export const BOUNCES = ['hard', 'soft', 'block', 'depends', 'none'] as const

const commandReply = v.strictObject({
  command: v.picklist(COMMANDS),
  /**
   * listed: RFC 5321 §4.3.2 or the extension's own list. any-command: the 421/500/501 rule of §4.3.2.
   * by-analogy: our inference. seen: met in software or bounce samples only.
   */
  basis: v.picklist(['listed', 'any-command', 'by-analogy', 'seen']),
  sources,
  case: v.nullable(id),
})

const officialText = v.strictObject({ text: v.string(), note: v.nullable(v.string()), source })

const codeRecord = v.strictObject({
  code,
  standing: v.picklist(STANDINGS),
  experimental: v.boolean(),
  verified: v.boolean(),
  definedIn: v.array(source),
  firstDefinedIn: v.nullable(source),
  updatedBy: v.array(source),
  evidence: v.array(source),
  officialTexts: v.array(officialText),
  commands: v.array(commandReply),
  nextStep: v.picklist(NEXT_STEPS),
  actors: v.array(v.picklist(ROLES)),
  closesConnection: v.picklist(['yes', 'may', 'no', 'unknown', 'not-applicable']),
  bounce: v.picklist(BOUNCES),
  enhancedCodes: v.array(
    v.strictObject({ code: enhancedCode, listedBy: v.array(v.picklist(['iana', 'rfc'])) }),
  ),
  scenarios: v.array(id),
  remedies: v.array(id),
  confusedWith: v.array(code),
  /** The enhanced code this number is when its dots were lost; `basis` says whether that was seen or concluded. */
  dotless: v.nullable(v.strictObject({ code: enhancedCode, basis: v.picklist(['seen', 'inferred']) })),
  instead: v.array(code),
  neverOnWire: v.boolean(),
  companionOnly: v.boolean(),
})

const enhancedClass = v.picklist(['2', '4', '5'])
const number = v.pipe(v.string(), v.regex(/^(?:0|[1-9]\d{0,2})$/, 'a number of at most three digits'))

/** IANA's registry of enhanced status codes (RFC 5248), the shape of enhanced-codes.json. */
export const enhancedSchema = v.strictObject({
  classes: v.array(v.strictObject({ class: enhancedClass, title: v.string(), sources })),
  subjects: v.array(
    v.strictObject({ subject: number, actors: v.array(v.picklist(ROLES)), title: v.string(), sources }),
  ),
  codes: v.array(
    v.strictObject({
      /** Subject and detail, "7.26": the class is the sender's to choose. */
      detail: v.pipe(v.string(), v.regex(/^\d{1,3}\.\d{1,3}$/, 'subject.detail')),
      standing: v.picklist(['registered', 'deprecated']),
      /** The classes its description limits it to; empty where the registry names no limit. */
      classes: v.array(enhancedClass),
      /** The "Associated basic status code" column; by RFC 5248 §2.1 it rules out no other. */
      replies: v.array(code),
      replyRule: v.picklist(['none', 'listed', 'listed-or-any-failure', 'any-5yz', 'any']),
      /** What of the catalogue's lists is true of it whatever its class; empty where nothing fits it exactly. */
      scenarios: v.array(id),
      remedies: v.array(id),
      title: v.nullable(v.string()),
      description: v.string(),
      sources,
    }),
  ),
})

/** The shape of smtp-codes.json, and beside it the registry, which has a file of its own. */
export const catalogSchema = v.strictObject({
  codes: v.array(codeRecord),
  scenarios: v.array(v.strictObject({ id, sources })),
  remedies: v.array(v.strictObject({ id, role: v.picklist(ROLES), sources })),
  quirks: v.array(v.strictObject({ id, codes: v.array(code), sources })),
  mistakes: v.array(v.strictObject({ id, codes: v.array(code), sources })),
  pairs: v.array(v.strictObject({ codes: v.tuple([code, code]), third: v.array(code), sources })),
  enhanced: enhancedSchema,
})

/** The shape of provider-replies.json: what mail providers, servers and filters have been seen or are documented to send. */
export const providerSchema = v.strictObject({
  providers: v.array(
    v.strictObject({ id, name: v.string(), kind: v.picklist(['mailbox', 'server', 'filter']) }),
  ),
  replies: v.array(
    v.strictObject({
      id,
      provider: id,
      reply: v.nullable(code),
      enhanced: v.nullable(enhancedCode),
      /** A distinctive part of the text, verbatim. */
      phrase: v.string(),
      /** Meaning, cause and fix, which replies of several providers can share. */
      reason: id,
      /** A sentence more on what to do. */
      detail: v.optional(id),
      /** usual: the source gives the text without a reply code. */
      replyBasis: v.picklist(['stated', 'usual']),
      source: v.string(),
      evidence: v.picklist(['official', 'source-code', 'observed', 'catalogue', 'third-party']),
      /** Only an excerpt of the source was read. */
      excerpt: v.optional(v.literal(true)),
      verified: v.boolean(),
    }),
  ),
})

export type ProviderReplies = v.InferOutput<typeof providerSchema>
export type ProviderReply = ProviderReplies['replies'][number]
export type Catalog = v.InferOutput<typeof catalogSchema>
export type Command = (typeof COMMANDS)[number]
export type Role = (typeof ROLES)[number]
export type NextStep = (typeof NEXT_STEPS)[number]
export type CommandReply = v.InferOutput<typeof commandReply>
export type OfficialText = v.InferOutput<typeof officialText>
export type PairNote = Catalog['pairs'][number]

export type EnhancedEntry = Catalog['enhanced']['codes'][number]

/** An enhanced code by its three parts (RFC 3463 §2); where the registry has no such detail, `entry` is null. */
export interface EnhancedCode {
  code: string
  digit: '2' | '4' | '5'
  subject: string
  detail: string
  entry: EnhancedEntry | null
}

/**
 * A record of the catalogue, or one made by `findCode`: for a number that no document defines, for an enhanced code
 * ("5.7.1") and for a whole reply ("550 5.7.1").
 */
export type CodeRecord = Omit<v.InferOutput<typeof codeRecord>, 'standing'> & {
  standing: (typeof STANDINGS)[number] | 'undefined'
  /** The enhanced code that the reply has, or that stands alone. */
  enhanced?: EnhancedCode
}
