import type { Catalog, CodeRecord, CommandReply, EnhancedEntry, Role } from '#src/catalog/catalog-schema.ts'
import { FORMAT_VERSION, PUBLIC_SCHEMA_FILE } from './public-catalog.ts'

/** As much of JSON Schema (draft 2020-12) as the catalogue needs. */
export interface JsonSchema {
  $schema?: string
  $id?: string
  title?: string
  description: string
  type: JsonType | [JsonType, 'null']
  const?: string | number
  enum?: string[]
  pattern?: string
  minLength?: number
  properties?: Record<string, JsonSchema>
  required?: string[]
  patternProperties?: Record<string, JsonSchema>
  additionalProperties?: false
  minProperties?: number
  maxProperties?: number
  items?: JsonSchema
  minItems?: number
  maxItems?: number
  uniqueItems?: true
}
type JsonType = 'object' | 'array' | 'string' | 'integer' | 'boolean' | 'null'

const CODE = '^[0-9]{3}$'
const ENHANCED_CODE = '^[245]\\.[0-9]{1,3}\\.[0-9]{1,3}$'
const ID = '^[a-z0-9]+(?:[.-][a-z0-9]+)*$'

/**
 * The JSON Schema of what `publicCatalog` gives, a description on every property. Keys it does not name are allowed, so that
 * files of a later release still satisfy a copy of today's schema.
 */
export function publicCatalogSchema(site: string): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: site + PUBLIC_SCHEMA_FILE,
    title: 'The SMTP reply codes of Replydiff',
    ...object(
      'SMTP reply codes, and pairs of them that people mix up, explained in one language. Only words differ between ' +
        'languages: codes, ids, sources and order are equal. A key that is listed here is always present; null or an ' +
        'empty list means that nothing is known or nothing applies. Words may set off with `backticks` what is typed ' +
        'literally. Ignore keys that you do not know: new ones may come without a new version.',
      {
        $schema: text('Address of this schema.'),
        version: {
          description:
            'Version of the format. A higher one means that a key went away or changed what it means.',
          type: 'integer',
          const: FORMAT_VERSION,
        },
        language: text('Language of the words, as a BCP 47 tag.', '^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$'),
        license: {
          description:
            'License of the file, as an SPDX identifier. Official texts are quoted from the documents they name.',
          type: 'string',
          const: 'MIT',
        },
        copyright: text('Who holds the copyright, for the notice that the license asks for.'),
        codes: list('Reply codes in ascending order.', codeSchema()),
        enhancedCodes: list('Enhanced status codes, by subject and detail.', enhancedSchema()),
        pairs: list('Pairs that people mix up, in ascending order.', pairSchema()),
        quirks: list(
          'Surprising things that are true of some codes.',
          object('One surprising thing.', {
            id: id('Name of the entry, equal in every language.'),
            title: text('The point in a few words.'),
            text: text('The explanation.'),
            codes: codes('Codes it is about. Empty when it is about replies in general.', 0),
            sources: sources(),
          }),
        ),
        mistakes: list(
          'Claims found in lists and articles that are wrong.',
          object('One wrong claim.', {
            id: id('Name of the entry, equal in every language.'),
            claim: text('What the lists say.'),
            truth: text('What is true instead.'),
            codes: codes('Codes it is about.'),
            sources: sources(),
          }),
        ),
      },
    ),
  }
}

function codeSchema(): JsonSchema {
  return object('One reply code.', {
    code: text(
      'The reply code, a string of three digits. By RFC 5321 §4.2.1 the first says how it went (2 done, 3 go on, ' +
        '4 failed for now, 5 failed for good) and the second what it is about (0 syntax, 1 information, 2 connection, ' +
        '5 mail system). Numbers outside that grammar are no SMTP replies.',
      CODE,
    ),
    name: text('A name of a few words, ours and not the wording of a document.'),
    gist: text('One sentence that names the code and says what it is.'),
    meaning: text('What the reply says and what it leaves behind.'),
    next: text('What a client does after it.'),
    send: text('When a server should send it, or which code to send instead.'),
    truth: orNull(text('What a number that no document defines really is. Null for defined codes.')),
    standing: choice<CatalogCode['standing']>('How the code is defined.', {
      standard: 'in the list of RFC 5321 as updated by RFC 7504',
      extension: 'named by another IETF document',
      obsolete: 'once defined, kept for history',
      nonstandard: 'met in the wild, defined by no IETF document',
    }),
    verified: flag(
      'False when no trustworthy origin was found: treat what is said of this number as hearsay.',
    ),
    experimental: flag('Whether the document that defines it is an experimental one.'),
    neverOnWire: flag('Whether no server sends it: the number comes from a client, a library or a list.'),
    companionOnly: flag(
      'Whether documents name it only beside an enhanced code and none defines the number itself.',
    ),
    definedIn: sources(
      'Where it is defined, by section. For a nonstandard number an old report or an expired draft that names it, or nothing.',
      0,
    ),
    firstDefinedIn: orNull(source('The document that had it first. Null when that is not known.')),
    updatedBy: sources('Documents that also use it or change how it is used.', 0),
    evidence: sources('Where a number that no document defines was met: programs, samples, lists.', 0),
    officialTexts: list(
      'Wording suggested by documents. Servers may send any text.',
      object('One suggested wording.', {
        text: text('The wording, verbatim and in English in every language of this file.'),
        note: orNull(text('What the document adds in brackets, verbatim and in English.')),
        source: source('Where the wording stands.'),
      }),
    ),
    commands: list(
      'What it can answer, in the order of a session.',
      object('One command or moment of the session that it can answer.', {
        command: choice<CommandReply['command']>('The verb, or a moment without one.', {
          CONNECT: 'the greeting of a new connection',
          EHLO: 'the client introduces itself',
          HELO: 'the same in the older way',
          STARTTLS: 'encryption begins (RFC 3207)',
          AUTH: 'login (RFC 4954)',
          MAIL: 'the sender, MAIL FROM',
          RCPT: 'one recipient, RCPT TO',
          DATA: 'the message is announced',
          BDAT: 'a piece of the message (RFC 3030)',
          BURL: 'a message fetched by address (RFC 4468)',
          DATA_END: 'the reply after the final dot',
          QUIT: 'the client leaves',
          RSET: 'the transaction is dropped',
          NOOP: 'nothing is asked',
          HELP: 'help is asked for',
          VRFY: 'a mailbox is checked',
          EXPN: 'a list is expanded',
          ETRN: 'waiting mail is asked for (RFC 1985)',
          ATRN: 'waiting mail is asked for over this connection (RFC 2645)',
        }),
        basis: choice<CommandReply['basis']>('How we know.', {
          listed: 'a document lists it for this command',
          'any-command': 'RFC 5321 §4.3.2 allows it for any command',
          'by-analogy': 'our conclusion; no document says so',
          seen: 'met in software or bounces only',
        }),
        case: orNull(
          object('When it answers this command, if that is narrower than the meaning. Else null.', {
            id: id('Name of the case, equal in every language.'),
            text: text('The case in words.'),
          }),
        ),
        sources: sources(),
      }),
    ),
    nextStep: choice<CodeRecord['nextStep']>('What the client does next.', {
      continue: 'goes on with the next step',
      'send-more': 'sends what the server asked for',
      close: 'closes the connection',
      'wait-for-mail': 'waits for the server to connect and deliver',
      'retry-later': 'keeps the message queued and retries',
      'try-again-later': 'tries the command again later',
      'fix-first': 'has to change the command before repeating it',
      'start-tls-first': 'starts TLS, then signs in again',
      'sign-in-first': 'signs in or starts TLS, then repeats the command',
      'sign-in-differently': 'signs in another way or with other credentials',
      'give-up': 'stops and returns the message to its author',
      'read-the-log': 'nothing: it is no reply, so the log it came from has to tell',
    }),
    actors: list('Who can do something about it.', role('One of those who can.')),
    closesConnection: choice<CodeRecord['closesConnection']>('Whether the server closes the connection.', {
      yes: 'it does',
      may: 'it may',
      no: 'it does not',
      unknown: 'no document says',
      'not-applicable': 'no server is involved',
    }),
    bounce: choice<CodeRecord['bounce']>('What kind of bounce it makes, as mailing programs count them.', {
      hard: 'address or domain is no good',
      soft: 'a later try may pass',
      block: 'refused by policy or reputation',
      depends: 'the reason given decides',
      none: 'not a bounce by itself',
    }),
    enhancedCodes: list(
      'Enhanced status codes that are listed with it (RFC 3463).',
      object('One enhanced status code.', {
        code: text('The enhanced code, class.subject.detail.', ENHANCED_CODE),
        listedBy: list(
          'Who lists the two together.',
          choice<'iana' | 'rfc'>('One of those who do.', {
            iana: 'the IANA registry of enhanced status codes',
            rfc: 'an RFC',
          }),
          1,
        ),
      }),
    ),
    dotless: orNull(
      object('The enhanced code that has the same digits, where the number is that code without dots.', {
        code: text('The enhanced code.', ENHANCED_CODE),
        basis: choice<NonNullable<CodeRecord['dotless']>['basis']>('How we know.', {
          seen: 'met in logs or bounces',
          inferred: 'our conclusion from the digits',
        }),
      }),
    ),
    instead: codes('Defined codes that are meant where this number is met.', 0),
    confusedWith: codes('Codes it is mixed up with.', 0),
    scenarios: scenarios(),
    remedies: remedies(),
  })
}

function enhancedSchema(): JsonSchema {
  return object('One enhanced status code of the IANA registry (RFC 3463, RFC 5248).', {
    code: text("X.subject.detail: the class is the sender's to choose.", '^X\\.[0-9]{1,3}\\.[0-9]{1,3}$'),
    name: text('What it says, in a few words.'),
    meaning: text('What it means.'),
    next: orNull(text('What to do about it. Null when nothing needs to be done, or nothing is known.')),
    note: orNull(
      text(
        'Where the registry contradicts itself, or is used otherwise. Null when there is nothing to note.',
      ),
    ),
    standing: choice<EnhancedEntry['standing']>('Its standing in the registry.', {
      registered: 'in force',
      deprecated: 'not to be used any more',
    }),
    classes: list(
      'The classes that its description limits it to. Empty where the registry names no limit.',
      text('A class.', '^[245]$'),
    ),
    replies: codes('Reply codes that the registry lists beside it. The list does not rule out others.', 0),
    replyRule: choice<EnhancedEntry['replyRule']>('What the registry says of replies.', {
      none: 'nothing',
      listed: 'it lists some',
      'listed-or-any-failure': 'it lists some and allows any other that begins with 4 or 5',
      'any-5yz': 'any that begins with 5',
      any: 'any',
    }),
    scenarios: scenarios(),
    remedies: remedies(),
    officialTitle: orNull(
      text('The title in the registry, verbatim and in English. Null where it has none.'),
    ),
    officialDescription: text('The description in the registry, verbatim and in English.'),
    sources: sources(),
  })
}

function scenarios() {
  return list(
    'When one meets it.',
    object('One situation.', {
      id: id('Name of the situation. Codes that share it have the same id.'),
      text: text('What is observed, where and why.'),
      sources: sources(),
    }),
  )
}

function remedies() {
  return list(
    'What to do about it.',
    object('One thing to do.', {
      id: id('Name of the remedy. Codes that share it have the same id.'),
      role: role('Who has to do it.'),
      text: text('The instruction.'),
      sources: sources(),
    }),
  )
}

function pairSchema(): JsonSchema {
  return object('Two codes that people mix up.', {
    codes: { ...codes('The two codes, ascending.', 2), maxItems: 2 },
    answer: text('What tells the two apart, in brief.'),
    apart: text('The difference, explained.'),
    server: text('Which of the two a server should send.'),
    do: {
      description: 'What to do about each of the two, by code.',
      type: 'object',
      patternProperties: { [CODE]: text('What to do about this code.') },
      additionalProperties: false,
      minProperties: 2,
      maxProperties: 2,
    },
    third: codes('Codes that are worth knowing beside the two.', 0),
    thirdHint: orNull(text('Why. Null when there is no third code.')),
    sources: sources(),
  })
}

type CatalogCode = Catalog['codes'][number]

function object(description: string, properties: Record<string, JsonSchema>): JsonSchema {
  return { description, type: 'object', properties, required: Object.keys(properties) }
}

function list(description: string, items: JsonSchema, minItems = 0): JsonSchema {
  return { description, type: 'array', items, ...(minItems > 0 ? { minItems } : {}) }
}

function text(description: string, pattern?: string): JsonSchema {
  return { description, type: 'string', ...(pattern === undefined ? { minLength: 1 } : { pattern }) }
}

function flag(description: string): JsonSchema {
  return { description, type: 'boolean' }
}

/** The meanings are in the description: most programs that show schemas, or write types from them, show that. */
function choice<Value extends string>(description: string, meanings: Record<Value, string>): JsonSchema {
  const values = Object.entries<string>(meanings).map(([value, meaning]) => `${value}: ${meaning}`)
  return {
    description: `${description} ${values.join('; ')}.`,
    type: 'string',
    enum: Object.keys(meanings),
  }
}

function orNull(schema: JsonSchema): JsonSchema {
  return { ...schema, type: [schema.type as JsonType, 'null'] }
}

function id(description: string): JsonSchema {
  return text(description, ID)
}

function codes(description: string, minItems = 1): JsonSchema {
  return { ...list(description, text('A reply code.', CODE), minItems), uniqueItems: true }
}

function source(description: string): JsonSchema {
  return text(`${description} An RFC by section ("RFC 5321 §4.2.2"), the IANA registry, a program or a list.`)
}

function sources(description = 'What says so.', minItems = 1): JsonSchema {
  return list(description, source('One source.'), minItems)
}

function role(description: string): JsonSchema {
  return choice<Role>(description, {
    sender: 'who wrote the message',
    'sender-admin': 'who runs the sending server',
    'intermediate-admin': 'who runs a server on the way',
    recipient: 'who should get it',
    'recipient-admin': 'who runs the receiving server',
    developer: 'who writes the program',
  })
}
