import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import type { CatalogWords, CodeWords, PairWords } from '#src/i18n/load-words.ts'
import { CATALOG_RULES, ENGLISH_RULES, WORDS_RULES } from '#tests/data/rules/all-rules.ts'
import { INTERFACE_KEYS } from '#tests/data/rules/interface-has-values.ts'
import { repeatedKeys } from '#tests/data/rules/repeated-keys.ts'
import type { LintInput } from '#tests/data/rules/rule.ts'
import { buildCatalog, buildCatalogCode as buildCode } from '#tests/setup/build-code.ts'

interface Specimen {
  why: string
  input: LintInput
}

interface Specimens {
  /** What each problem says, in the order told: the culprit, and enough to know that it is the right fault. */
  bad: (Specimen & { says: (string | RegExp)[] })[]
  good: Specimen[]
}

/** Where, what was found, what was expected, how to mend it. */
const WHOLE_PROBLEM =
  /^(?:src\/catalog\/(?:(?:smtp|enhanced)-codes|provider-replies)|locales\/[a-z]+\/(?:codes|enhanced|providers|ui))\.json\b.*: found .+; expected .+\. To fix: .+\.$/s

const INTERFACE = Object.fromEntries(INTERFACE_KEYS.map((key) => [key, 'Words']))

const RULES = [...CATALOG_RULES, ...WORDS_RULES, ...ENGLISH_RULES]

const SPECIMENS: Record<string, Specimens> = {
  'codes-ascend': {
    bad: [
      {
        why: 'a code after a higher one',
        input: codes({ code: '551' }, { code: '250' }),
        says: [/codes: found 250 after 551/],
      },
      {
        why: 'a code twice',
        input: codes({ code: '250' }, { code: '250' }),
        says: [/found 250 twice.*two records of 250 one/],
      },
    ],
    good: [{ why: 'ascending codes', input: codes({ code: '250' }, { code: '551' }) }],
  },

  'registry-in-order': {
    bad: [
      {
        why: 'a detail after a higher one',
        input: registry(['7.10', '7.9']),
        says: [/enhanced-codes\.json codes: found "7\.9" after "7\.10"/],
      },
      { why: 'a detail twice', input: registry(['7.1', '7.1']), says: [/found "7\.1" twice/] },
      {
        why: 'a detail of a subject that is not there',
        input: registry(['7.1', '8.0']),
        says: [/"8\.0" under a subject that is not listed/],
      },
    ],
    good: [{ why: 'details by number, not by letter', input: registry(['7.2', '7.10']) }],
  },

  'providers-whole': {
    bad: [
      { why: 'an id twice', input: sent([{}, {}]), says: [/replies: found "gmail-452-full" twice/] },
      {
        why: 'a provider that is not listed',
        input: sent([{}, { id: 'other', provider: 'hotmail' }]),
        says: [/replies other: found the provider "hotmail"/],
      },
      {
        why: 'a provider without replies, and words without use',
        input: sent([]),
        says: [/"gmail" without a reply/, /words for "mailbox-full"/],
      },
      {
        why: 'a reason without words',
        input: sent([{ reason: 'greylisting' }], { reasons: {} }),
        says: [/greylisting name/, /greylisting meaning/, /greylisting cause/, /greylisting fix/],
      },
      {
        why: 'a detail without words',
        input: sent([{ detail: 'wait-an-hour' }]),
        says: [/details wait-an-hour: found no words/],
      },
    ],
    good: [
      { why: 'all of it', input: sent([{ detail: 'wait' }], { details: { wait: 'Wait an hour.' } }) },
      { why: 'two replies for one reason', input: sent([{}, { id: 'gmail-552-full', reply: '552' }]) },
    ],
  },

  'registry-has-words': {
    bad: [
      {
        why: 'a detail without words',
        input: registry(['7.1', '7.2'], buildEnhancedWords({ details: ['7.1'] })),
        says: [/codes 7\.2 name: found no words/, /codes 7\.2 meaning: found no words/],
      },
      {
        why: 'words of a detail that is gone',
        input: registry(['7.1'], buildEnhancedWords({ details: ['7.1', '7.99'] })),
        says: [/codes: found words for "7\.99"/],
      },
    ],
    good: [{ why: 'words for each', input: registry(['7.1']) }],
  },

  'ids-alphabetical': {
    bad: [
      {
        why: 'a scenario out of order',
        input: catalog({ scenarios: [buildScenario('mailbox-full'), buildScenario('greylisting')] }),
        says: [/scenarios: found "greylisting" after "mailbox-full"/],
      },
      {
        why: 'a remedy twice',
        input: catalog({ remedies: [buildRemedy('wait'), buildRemedy('wait')] }),
        says: [/remedies: found "wait" twice/],
      },
      {
        why: 'a quirk out of order',
        input: catalog({ quirks: [buildNote('no-registry'), buildNote('252')] }),
        says: [/quirks: found "252" after "no-registry"/],
      },
      {
        why: 'a mistake out of order',
        input: catalog({ mistakes: [buildNote('http-classes'), buildNote('errno-as-reply')] }),
        says: [/mistakes: found "errno-as-reply" after "http-classes"/],
      },
    ],
    good: [
      {
        why: 'digits before letters',
        input: catalog({ quirks: [buildNote('252'), buildNote('521-greeting'), buildNote('after-dot')] }),
      },
    ],
  },

  'pairs-ascend': {
    bad: [
      {
        why: 'the higher code first',
        input: catalog({ pairs: [buildPair(['551', '250'])] }),
        says: [/pairs 551-250: found 551 before 250.*write 250 before 551/],
      },
      {
        why: 'one code on both sides',
        input: catalog({ pairs: [buildPair(['250', '250'])] }),
        says: [/pairs 250-250: found 250 on both sides/],
      },
      {
        why: 'a third code that is one of the two',
        input: catalog({ pairs: [buildPair(['250', '551'], { third: ['251', '551'] })] }),
        says: [/pairs 250-551: found 551 as third code/],
      },
      {
        why: 'a pair after a higher one',
        input: catalog({ pairs: [buildPair(['250', '551']), buildPair(['250', '251'])] }),
        says: [/pairs: found 250-251 after 250-551/],
      },
      {
        why: 'a pair twice',
        input: catalog({ pairs: [buildPair(['250', '551']), buildPair(['250', '551'])] }),
        says: [/pairs: found 250-551 twice/],
      },
    ],
    good: [
      {
        why: 'ascending pairs',
        input: catalog({
          pairs: [buildPair(['250', '251'], { third: ['551'] }), buildPair(['250', '551'])],
        }),
      },
    ],
  },

  'commands-in-order': {
    bad: [
      {
        why: 'a command before an earlier stage',
        input: codes({ code: '251', commands: [buildReply('VRFY'), buildReply('RCPT')] }),
        says: [/codes 251 commands: found RCPT after VRFY/],
      },
      {
        why: 'a command twice in one case',
        input: codes({
          code: '554',
          commands: [
            buildReply('DATA', { case: 'no-recipient' }),
            buildReply('DATA', { case: 'no-recipient' }),
          ],
        }),
        says: [/codes 554 commands: found "DATA, case no-recipient" twice/],
      },
    ],
    good: [
      {
        why: 'the order of a session, with a command in two cases',
        input: codes({
          commands: [
            buildReply('MAIL', { case: 'tls-too-weak' }),
            buildReply('MAIL', { case: 'policy-refusal' }),
            buildReply('RCPT'),
          ],
        }),
      },
    ],
  },

  'lists-in-order': {
    bad: [
      {
        why: 'a scenario twice',
        input: codes({ code: '450', scenarios: ['greylisting', 'mailbox-busy', 'greylisting'] }),
        says: [/codes 450 scenarios: found greylisting twice/],
      },
      {
        why: 'a remedy twice',
        input: codes({ code: '450', remedies: ['wait', 'wait'] }),
        says: [/codes 450 remedies: found wait twice/],
      },
      {
        why: 'a scenario of an enhanced code twice',
        input: registry(['7.1'], undefined, { scenarios: ['greylisting', 'greylisting'] }),
        says: [/enhanced X\.7\.1 scenarios: found greylisting twice/],
      },
      {
        why: 'a code meant twice',
        input: codes({ code: '200', instead: ['250', '250'] }),
        says: [/codes 200 instead: found 250 twice/],
      },
      {
        why: 'confusions out of order',
        input: codes({ code: '250', confusedWith: ['551', '251'] }),
        says: [/codes 250 confusedWith: found 251 after 551/],
      },
      {
        why: 'enhanced codes ordered as text',
        input: codes({ code: '550', enhancedCodes: [buildEnhanced('5.7.15'), buildEnhanced('5.7.2')] }),
        says: [/codes 550 enhancedCodes: found 5\.7\.2 after 5\.7\.15/],
      },
      {
        why: 'roles out of order',
        input: codes({ code: '550', actors: ['developer', 'sender'] }),
        says: [/codes 550 actors: found sender after developer/],
      },
      {
        why: 'codes of a quirk, a mistake and a third out of order',
        input: catalog({
          quirks: [buildNote('too-many', { codes: ['552', '452'] })],
          mistakes: [buildNote('relay-denied', { codes: ['551', '550'] })],
          pairs: [buildPair(['251', '551'], { third: ['550', '250'] })],
        }),
        says: [
          /quirks too-many codes: found 452 after 552/,
          /mistakes relay-denied codes: found 550 after 551/,
          /pairs 251-551 third: found 250 after 550/,
        ],
      },
    ],
    good: [
      {
        why: 'lists in order, and lists where the first matters most',
        input: codes({
          scenarios: ['unknown-user', 'relay-refused'],
          instead: ['250', '211'],
          confusedWith: ['251', '551'],
          enhancedCodes: [buildEnhanced('5.1.1'), buildEnhanced('5.7.2'), buildEnhanced('5.7.15')],
          actors: ['sender', 'developer'],
        }),
      },
    ],
  },

  'standing-is-grounded': {
    bad: [
      {
        why: 'a standard code without a document',
        input: codes({ code: '250', definedIn: [], commands: [buildReply('RCPT')] }),
        says: [/codes 250: found definedIn \[\]; expected an RFC.*standard/],
      },
      {
        why: 'an extension that is a mere draft',
        input: codes({
          code: '353',
          standing: 'extension',
          definedIn: ['draft-hall-prdr-00'],
          commands: [buildReply('DATA_END')],
        }),
        says: [/codes 353: found definedIn \["draft-hall-prdr-00"\]/],
      },
      {
        why: 'an obsolete code without a command',
        input: codes({ code: '538', standing: 'obsolete' }),
        says: [/codes 538: found no command.*obsolete/],
      },
      {
        why: 'a nonstandard code from nowhere',
        input: codes({ code: '571', standing: 'nonstandard', definedIn: [], evidence: [] }),
        says: [/codes 571: found neither definedIn nor evidence/],
      },
      {
        why: 'a standard code that nobody verified',
        input: codes({ code: '250', verified: false, commands: [buildReply('RCPT')] }),
        says: [/codes 250: found verified false with standing standard/],
      },
    ],
    good: [
      { why: 'a standard code', input: codes({ commands: [buildReply('RCPT')] }) },
      {
        why: 'nonstandard codes with evidence, a draft, or unverified',
        input: codes(
          { code: '353', standing: 'nonstandard', definedIn: ['draft-hall-prdr-00'] },
          { code: '420', standing: 'nonstandard', definedIn: [], evidence: ['Postfix'], verified: false },
        ),
      },
    ],
  },

  'ids-exist': {
    bad: [
      {
        why: 'a scenario and a remedy that are gone',
        input: codes({ code: '550', scenarios: ['unknown-user'], remedies: ['wait'] }),
        says: [/codes 550 scenarios: found "unknown-user"/, /codes 550 remedies: found "wait"/],
      },
      {
        why: 'the same of an enhanced code',
        input: registry(['7.1'], undefined, { scenarios: ['unknown-user'], remedies: ['wait'] }),
        says: [/enhanced X\.7\.1 scenarios: found "unknown-user"/, /X\.7\.1 remedies: found "wait"/],
      },
      {
        why: 'codes that have no record',
        input: codes({ code: '550', confusedWith: ['558'], instead: ['559'] }),
        says: [/codes 550 confusedWith: found "558"/, /codes 550 instead: found "559"/],
      },
      {
        why: 'codes of notes that have no record',
        input: catalog({
          quirks: [buildNote('252', { codes: ['252'] })],
          mistakes: [buildNote('relay-denied', { codes: ['551'] })],
        }),
        says: [/quirks 252 codes: found "252"/, /mistakes relay-denied codes: found "551"/],
      },
      {
        why: 'a pair of which one code has no record, and its third neither',
        input: catalog({
          codes: [buildCode({ code: '250' })],
          pairs: [buildPair(['250', '551'], { third: ['251'] })],
        }),
        says: [/pairs 250-551 codes: found "551"/, /pairs 250-551 third: found "251"/],
      },
    ],
    good: [
      {
        why: 'references to what is there',
        input: catalog({
          codes: [
            buildCode({ code: '250', confusedWith: ['551'] }),
            buildCode({ code: '551', scenarios: ['moved'], remedies: ['wait'], instead: ['250'] }),
          ],
          scenarios: [buildScenario('moved')],
          remedies: [buildRemedy('wait')],
          quirks: [buildNote('no-registry', { codes: [] })],
          pairs: [buildPair(['250', '551'])],
        }),
      },
    ],
  },

  'nothing-unused': {
    bad: [
      {
        why: 'a scenario and a remedy of no code',
        input: catalog({ scenarios: [buildScenario('greylisting')], remedies: [buildRemedy('wait')] }),
        says: [/scenarios: found "greylisting", which no code names/, /remedies: found "wait"/],
      },
    ],
    good: [
      {
        why: 'a scenario and a remedy in use',
        input: catalog({
          codes: [buildCode({ scenarios: ['greylisting'], remedies: ['wait'] })],
          scenarios: [buildScenario('greylisting')],
          remedies: [buildRemedy('wait')],
        }),
      },
    ],
  },

  'confusions-mutual': {
    bad: [
      {
        why: 'a confusion that the other code does not know',
        input: codes({ code: '250', confusedWith: ['551'] }, { code: '551' }),
        says: [/codes 551 confusedWith: found no 250.*add 250 here/],
      },
      {
        why: 'a code confused with itself',
        input: codes({ code: '250', confusedWith: ['250'] }),
        says: [/codes 250 confusedWith: found the code itself/],
      },
    ],
    good: [
      {
        why: 'a mutual confusion',
        input: codes({ code: '250', confusedWith: ['551'] }, { code: '551', confusedWith: ['250'] }),
      },
    ],
  },

  'sources-well-formed': {
    bad: [
      {
        why: 'a statement without source',
        input: catalog({ scenarios: [buildScenario('greylisting', { sources: [] })] }),
        says: [/scenarios greylisting: found no source/],
      },
      {
        why: 'a source twice',
        input: catalog({ remedies: [buildRemedy('wait', { sources: ['Postfix', 'Postfix'] })] }),
        says: [/remedies wait: found "Postfix" twice/],
      },
      ...[
        'RFC5321 §4.2',
        'rfc 5321',
        'RFC 5321 4.2',
        'RFC 5321 §4.2-4.3',
        'RFC 5321 §4.2, §4.3',
        'RFC 5321 §4.2.',
        'IANA 5.7.1',
        'Draft-hall-prdr-00',
        'draft-hall-prdr',
        '§4.2',
        'https://example.com/',
        'Postfix; Exim',
        'quoted in RFC 876',
      ].map((source) => ({
        why: `the source "${source}"`,
        input: catalog({ quirks: [buildNote('252', { sources: [source] })] }),
        says: [`quirks 252: found "${source}"`],
      })),
      {
        why: 'a source spelled two ways',
        input: catalog({
          mistakes: [buildNote('relay-denied', { sources: ['sisimai test data'] })],
          pairs: [buildPair(['250', '551'], { sources: ['sisimai/test-data'] })],
        }),
        says: [
          /mistakes relay-denied: found "sisimai test data", and elsewhere "sisimai\/test-data".*250-551/,
        ],
      },
      {
        why: 'bad sources all over a code',
        input: codes({
          code: '250',
          definedIn: ['RFC 1,'],
          firstDefinedIn: 'RFC 2,',
          updatedBy: ['RFC 3,'],
          evidence: ['RFC 4,'],
          officialTexts: [{ text: 'OK', note: null, source: 'RFC 5,' }],
          commands: [buildReply('RCPT', { sources: [] })],
        }),
        says: [
          /codes 250 definedIn: found "RFC 1,"/,
          /codes 250 firstDefinedIn: found "RFC 2,"/,
          /codes 250 updatedBy: found "RFC 3,"/,
          /codes 250 evidence: found "RFC 4,"/,
          /codes 250 officialTexts "OK": found "RFC 5,"/,
          /codes 250 commands RCPT: found no source/,
        ],
      },
    ],
    good: [
      {
        why: 'sources of every kind',
        input: codes({
          definedIn: ['RFC 5321 §4.2.2', 'RFC 876', 'RFC 7208 Appendix D.2', 'RFC 3464 Appendix E'],
          updatedBy: ['draft-hall-prdr-00', 'draft-ietf-emailcore-rfc5321bis-43'],
          evidence: ['IANA X.7.1', 'IANA smtp registry', 'dig(1)', 'Exim src/smtp_in.c', 'dmarcpal.com'],
        }),
      },
      {
        why: 'sections that differ by a dot',
        input: codes({ definedIn: ['RFC 5321 §4.1.1', 'RFC 5321 §4.11'] }),
      },
    ],
  },

  'enhanced-codes-agree': {
    bad: [
      {
        why: 'a 5 behind a 4',
        input: codes({ code: '450', enhancedCodes: [buildEnhanced('4.2.1'), buildEnhanced('5.7.1')] }),
        says: [/codes 450 enhancedCodes: found 5\.7\.1; expected one that begins with 4/],
      },
      {
        why: 'an enhanced code in class 3',
        input: codes({ code: '354', enhancedCodes: [buildEnhanced('2.0.0')] }),
        says: [/codes 354 enhancedCodes: found 2\.0\.0; expected none/],
      },
    ],
    good: [
      { why: 'a 5 behind a 5', input: codes({ code: '550', enhancedCodes: [buildEnhanced('5.7.1')] }) },
      { why: 'none in class 3', input: codes({ code: '354' }) },
    ],
  },

  'dotless-has-same-digits': {
    bad: [
      {
        why: 'another enhanced code',
        input: codes({ code: '571', dotless: { code: '5.1.7', basis: 'inferred' } }),
        says: [/codes 571 dotless: found 5\.1\.7; expected 5\.7\.1/],
      },
    ],
    good: [
      {
        why: 'the same digits, or no dots lost',
        input: codes({ code: '571', dotless: { code: '5.7.1', basis: 'seen' } }, { code: '550' }),
      },
    ],
  },

  'commands-legal': {
    bad: [
      {
        why: 'a reply that the list of RFC 5321 does not have',
        input: codes({ code: '211', commands: [buildReply('HELP'), buildReply('NOOP')] }),
        says: [/codes 211 commands NOOP: found 211 as listed by RFC 5321 §4\.3\.2; expected one of 250/],
      },
      {
        why: 'a command that the list of RFC 5321 does not have',
        input: codes({ code: '221', commands: [buildReply('STARTTLS'), buildReply('QUIT')] }),
        says: [/codes 221 commands STARTTLS: found 221.*expected no row for STARTTLS/],
      },
      {
        why: 'a reply of RFC 7504 under the name of RFC 5321',
        input: codes({ code: '556', commands: [buildReply('RCPT')] }),
        says: [
          /codes 556 commands RCPT: found 556 as listed by RFC 5321/,
          /codes 556 commands: found no entry RCPT listed by RFC 7504 §5\.1/,
        ],
      },
      {
        why: "a reply that an extension's own list does not have",
        input: codes({ code: '533', commands: [buildReply('AUTH', { sources: ['RFC 4954 §6'] })] }),
        says: [/codes 533 commands AUTH: found 533 as listed by RFC 4954/],
      },
      {
        why: 'a reply listed by no RFC',
        input: codes({ code: '525', commands: [buildReply('AUTH', { sources: ['IANA X.7.13'] })] }),
        says: [/codes 525 commands AUTH: found basis listed with "IANA X\.7\.13"; expected the RFC/],
      },
      {
        why: 'a reply that is listed and missing',
        input: codes({ code: '214' }),
        says: [/codes 214 commands: found no entry HELP listed by RFC 5321 §4\.3\.2/],
      },
      {
        why: 'a listed reply called an analogy',
        input: codes({ code: '214', commands: [buildReply('HELP', { basis: 'by-analogy' })] }),
        says: [/codes 214 commands: found no entry HELP listed/],
      },
      {
        why: 'any command for a code that may not answer any',
        input: codes({ code: '557', commands: [buildReply('RCPT', { basis: 'any-command' })] }),
        says: [
          /codes 557 commands RCPT: found basis any-command for 557; expected it only for 421, 500, 501/,
        ],
      },
      {
        why: 'any command where there is no command',
        input: codes({
          code: '501',
          commands: [
            buildReply('CONNECT', { basis: 'any-command' }),
            buildReply('STARTTLS', { sources: ['RFC 3207 §4'] }),
            buildReply('AUTH', { sources: ['RFC 4954 §4'] }),
            buildReply('ETRN', { sources: ['RFC 1985 §5.1'] }),
          ],
        }),
        says: [/codes 501 commands CONNECT: found basis any-command for 501/],
      },
    ],
    good: [
      {
        why: 'a reply where RFC 5321 and RFC 1985 list it',
        input: codes({
          code: '251',
          commands: [
            buildReply('RCPT'),
            buildReply('VRFY'),
            buildReply('ETRN', { sources: ['RFC 1985 §5.1'] }),
          ],
        }),
      },
      {
        why: 'another section or document that names a reply to this command',
        input: codes({
          code: '221',
          commands: [
            buildReply('EHLO', { sources: ['RFC 5321 §3.1'] }),
            buildReply('MAIL', { sources: ['RFC 4954 §6'] }),
            buildReply('QUIT'),
          ],
        }),
      },
      {
        why: 'what is only seen or concluded',
        input: codes({
          code: '571',
          commands: [
            buildReply('RCPT', { basis: 'seen', sources: ['sisimai'] }),
            buildReply('BDAT', { basis: 'by-analogy', sources: ['RFC 3030 §2'] }),
          ],
        }),
      },
      {
        why: '421, with or without a command',
        input: codes({
          code: '421',
          commands: [
            buildReply('CONNECT', { basis: 'any-command', sources: ['RFC 5321 §3.8'] }),
            buildReply('RCPT', { basis: 'any-command' }),
          ],
        }),
      },
    ],
  },

  'catalog-has-words': {
    bad: [
      {
        why: 'a code without words',
        input: codes({ code: '250' }),
        says: ['name', 'gist', 'meaning', 'next', 'send'].map(
          (field) => `codes.json codes 250 ${field}: found no words`,
        ),
      },
      {
        why: 'a field that is blank',
        input: {
          ...codes({ code: '250' }),
          words: buildWords({ codes: { 250: buildCodeWords({ send: ' ' }) } }),
        },
        says: [/codes 250 send: found no words/],
      },
      {
        why: 'a nonstandard number that is not explained',
        input: {
          ...codes({ code: '571', standing: 'nonstandard' }),
          words: buildWords({ codes: { 571: buildCodeWords() } }),
        },
        says: [/codes 571 truth: found no words/],
      },
      {
        why: 'ids without words',
        input: catalog({
          scenarios: [buildScenario('greylisting')],
          remedies: [buildRemedy('wait')],
          quirks: [buildNote('252')],
          mistakes: [buildNote('relay-denied')],
          pairs: [buildPair(['250', '551'])],
        }),
        says: [
          /scenarios greylisting: found/,
          /remedies wait: found/,
          /quirks 252 title: found/,
          /quirks 252 text: found/,
          /mistakes relay-denied claim: found/,
          /mistakes relay-denied truth: found/,
          /pairs 250-551 answer: found/,
          /pairs 250-551 apart: found/,
          /pairs 250-551 server: found/,
        ],
      },
      {
        why: 'a case without words, told once for two commands',
        input: {
          ...codes({
            code: '250',
            commands: [buildReply('RCPT', { case: 'moved' }), buildReply('VRFY', { case: 'moved' })],
          }),
          words: buildWords({ codes: { 250: buildCodeWords() } }),
        },
        says: [/cases moved: found no words/],
      },
    ],
    good: [
      {
        why: 'words for everything',
        input: {
          ...catalog({
            codes: [buildCode({ code: '250', commands: [buildReply('RCPT', { case: 'moved' })] })],
            scenarios: [buildScenario('greylisting')],
            quirks: [buildNote('252')],
            pairs: [buildPair(['250', '551'])],
          }),
          words: buildWords({
            codes: { 250: buildCodeWords() },
            scenarios: { greylisting: 'A first try is put off.' },
            cases: { moved: 'The user has moved.' },
            quirks: { 252: { title: 'Cannot tell', text: 'It cannot tell.' } },
            pairs: buildPairNotes({ '250-551': {} }),
          }),
        },
      },
      {
        why: 'a nonstandard number that is explained',
        input: {
          ...codes({ code: '571', standing: 'nonstandard' }),
          words: buildWords({ codes: { 571: buildCodeWords({ truth: 'It is 5.7.1.' }) } }),
        },
      },
    ],
  },

  'words-have-use': {
    bad: [
      {
        why: 'words of what the catalogue does not have',
        input: words({
          codes: { 558: buildCodeWords() },
          scenarios: { gone: 'It is gone.' },
          remedies: { gone: 'It is gone.' },
          cases: { gone: 'It is gone.' },
          quirks: { gone: { title: 'Gone', text: 'It is gone.' } },
          mistakes: { gone: { claim: 'It is here.', truth: 'It is gone.' } },
          pairs: buildPairNotes({ '250-558': {} }),
        }),
        says: [
          /codes 558: found words that belong to nothing/,
          /scenarios gone: found/,
          /remedies gone: found/,
          /cases gone: found/,
          /quirks gone: found/,
          /mistakes gone: found/,
          /pairs 250-558: found/,
        ],
      },
      {
        why: 'a pair with the higher code first',
        input: {
          ...catalog({ pairs: [buildPair(['250', '551'])] }),
          words: buildWords({ pairs: buildPairNotes({ '551-250': {} }) }),
        },
        says: [/pairs 551-250: found/],
      },
      {
        why: 'a field that is shown nowhere',
        input: {
          ...codes({ code: '250' }),
          words: buildWords({ codes: { 250: Object.assign(buildCodeWords(), { menaing: 'Done.' }) } }),
        },
        says: [/codes 250: found a field "menaing"/],
      },
      {
        why: 'a table that is shown nowhere',
        input: words(Object.assign(buildWords(), { scenarioes: {} })),
        says: [/found a table "scenarioes"/],
      },
    ],
    good: [
      {
        why: 'words in use',
        input: {
          ...catalog({
            codes: [buildCode({ code: '250', commands: [buildReply('RCPT', { case: 'moved' })] })],
            pairs: [buildPair(['250', '551'])],
          }),
          words: buildWords({
            codes: { 250: buildCodeWords({ truth: 'It is done.' }) },
            cases: { moved: 'The user has moved.' },
            pairs: buildPairNotes({ '250-551': { thirdHint: 'See 251.' } }),
          }),
        },
      },
    ],
  },

  'pair-words-fit': {
    bad: [
      {
        why: 'advice for one of the two',
        input: pairNote(['250', '551'], [], { do: { 250: 'Go on.' } }),
        says: [/pairs 250-551 do: found advice for 250; expected advice for 250 and 551/],
      },
      {
        why: 'advice for a code of another pair',
        input: pairNote(['250', '551'], [], { do: { 250: 'Go on.', 251: 'Go on.', 551: 'Stop.' } }),
        says: [/pairs 250-551 do: found advice for 250, 251, 551/],
      },
      {
        why: 'blank advice',
        input: pairNote(['250', '551'], [], { do: { 250: 'Go on.', 551: '' } }),
        says: [/pairs 250-551 do: found advice for 250;/],
      },
      {
        why: 'a third code without a hint',
        input: pairNote(['250', '551'], ['251']),
        says: [/pairs 250-551 thirdHint: found no hint.*names 251/],
      },
      {
        why: 'a hint without a third code',
        input: pairNote(['250', '551'], [], { thirdHint: 'See 251.' }),
        says: [/pairs 250-551 thirdHint: found a hint/],
      },
      {
        why: 'a hint at another code',
        input: pairNote(['250', '551'], ['251'], { thirdHint: 'See 252.' }),
        says: [/pairs 250-551 thirdHint: found no word of 251/],
      },
    ],
    good: [
      { why: 'no third code and no hint', input: pairNote(['250', '551'], []) },
      {
        why: 'two third codes, both in the hint',
        input: pairNote(['250', '551'], ['251', '550'], { thirdHint: 'See 251 and 550.' }),
      },
    ],
  },

  'interface-has-values': {
    bad: [
      ...[
        'value.next-step.give-up',
        'value.bounce.hard',
        'value.standing.undefined',
        'value.category-short.5',
        'facet.meaning',
        'none.remedies',
        'role.developer',
        'undefined.gist-4',
        'command.DATA_END',
      ].map((key) => ({
        why: `no words for ${key}`,
        input: ui({ ...INTERFACE, [key]: '' }),
        says: [`ui.json: found no words for "${key}"`],
      })),
      ...[
        'value.bounce.bouncy',
        'value.connection.unknown',
        'facet.colour',
        'none.bounce',
        'role.postmaster',
      ].map((key) => ({
        why: `words for ${key}, which does not exist`,
        input: ui({ ...INTERFACE, [key]: 'Words' }),
        says: [`ui.json: found "${key}"`],
      })),
    ],
    good: [
      {
        why: 'words for all, and other words beside them',
        input: ui({ ...INTERFACE, 'compare.both': 'Both', 'command.case': '{{command}}: {{text}}' }),
      },
    ],
  },

  'names-distinct': {
    bad: [
      {
        why: 'one name in small letters and in capitals',
        input: words({
          codes: {
            550: buildCodeWords({ name: 'Mailbox unavailable' }),
            551: buildCodeWords({ name: 'Mailbox Unavailable' }),
          },
        }),
        says: [/codes 551 name: found "Mailbox Unavailable", which is the name of 550/],
      },
    ],
    good: [
      {
        why: 'two names',
        input: words({
          codes: { 550: buildCodeWords({ name: 'Refused' }), 551: buildCodeWords({ name: 'Moved' }) },
        }),
      },
    ],
  },

  'gists-own-their-code': {
    bad: [
      {
        why: 'a gist that opens with another code',
        input: words({ codes: { 550: buildCodeWords({ gist: '551 refuses the mailbox.' }) } }),
        says: [
          /codes 550 gist: found "551 refuses the mailbox\."; expected a sentence that opens with "550 "/,
        ],
      },
      {
        why: 'a gist that only its number sets apart',
        input: words({
          codes: {
            450: buildCodeWords({ gist: '450 refuses the mailbox.' }),
            550: buildCodeWords({ gist: '550 refuses the mailbox.' }),
          },
        }),
        says: [/codes 550 gist: found the words of 450, "550 refuses the mailbox\."/],
      },
    ],
    good: [
      {
        why: 'gists of their own',
        input: words({
          codes: {
            450: buildCodeWords({ gist: '450 refuses the mailbox for now.' }),
            550: buildCodeWords({ gist: '550 refuses the mailbox for good.' }),
          },
        }),
      },
    ],
  },

  'text-limits': {
    bad: [
      {
        why: 'a name of seven words',
        input: words({ codes: { 550: buildCodeWords({ name: 'One two three four five six seven' }) } }),
        says: [/codes 550 name: found 7 words, "One two.*at most 6/],
      },
      {
        why: 'a name with a stop',
        input: words({ codes: { 550: buildCodeWords({ name: 'Refused.' }) } }),
        says: [/codes 550 name: found "Refused\."; expected no stop/],
      },
      {
        why: 'a gist of seventeen words',
        input: words({ codes: { 550: buildCodeWords({ gist: `550 ${'word '.repeat(15)}end.` }) } }),
        says: [/codes 550 gist: found 17 words.*at most 16/],
      },
      {
        why: 'a gist of two sentences',
        input: words({ codes: { 550: buildCodeWords({ gist: '550 refuses. 551 has moved.' }) } }),
        says: [/codes 550 gist: found 2 sentences, "550 refuses\. 551 has moved\."/],
      },
      {
        why: 'a meaning of forty-six words',
        input: words({ codes: { 550: buildCodeWords({ meaning: `${'Word '.repeat(45)}end.` }) } }),
        says: [/codes 550 meaning: found 46 words.*at most 45/],
      },
    ],
    good: [
      {
        why: 'texts just within the limits',
        input: words({
          codes: {
            550: buildCodeWords({
              name: 'One two three – four five six',
              gist: `550 is 5.7.1 ${'word '.repeat(12)}end.`,
              meaning: `${'Word '.repeat(44)}end.`,
            }),
          },
        }),
      },
    ],
  },

  'backticks-paired': {
    bad: [
      {
        why: 'an odd backtick',
        input: words({ remedies: { wait: 'Run `mailq and wait.' } }),
        says: [/remedies wait: found 1 in "Run `mailq and wait\."/],
      },
      {
        why: 'backticks around nothing',
        input: words({ scenarios: { empty: 'The answer is ``.' } }),
        says: [/scenarios empty: found two backticks around nothing/],
      },
      ...(['name', 'gist', 'meaning'] as const).map((field) => ({
        why: `backticks in a ${field}`,
        input: words({ codes: { 550: buildCodeWords({ [field]: 'The `mailbox`' }) } }),
        says: [`codes 550 ${field}: found a backtick in`],
      })),
      {
        why: 'backticks in an answer',
        input: words({ pairs: buildPairNotes({ '250-551': { answer: 'Both say `user`.' } }) }),
        says: [/pairs 250-551 answer: found a backtick in "Both say `user`\."/],
      },
      {
        why: 'backticks in the title of a quirk',
        input: words({ quirks: { 252: { title: 'About `VRFY`', text: 'It cannot tell.' } } }),
        says: [/quirks 252 title: found a backtick/],
      },
      {
        why: 'backticks in the interface',
        input: ui({ 'site.tagline': 'Two `replies`' }),
        says: [/ui\.json site\.tagline: found a backtick/],
      },
    ],
    good: [
      {
        why: 'pairs of backticks, even under an id that is called like a plain field',
        input: words({
          remedies: { name: 'Run `mailq`, then `postqueue -p`.' },
          pairs: buildPairNotes({ '250-551': { apart: 'Only 551 says `try`.' } }),
        }),
      },
      {
        why: 'what is typed literally, in the interface text that is shown as rich text',
        input: ui({ 'start.keys': 'The key `/` picks.' }),
      },
    ],
  },

  'clean-typography': {
    bad: [
      {
        why: 'letters in pieces',
        input: words({ scenarios: { cafe: 'A cafe\u0301.' } }),
        says: [/scenarios cafe: found letters in pieces/],
      },
      {
        why: 'three dots',
        input: words({ scenarios: { waiting: 'It waits...' } }),
        says: [/scenarios waiting: found dots in a row in "It waits\.\.\."/],
      },
      {
        why: 'two blanks',
        input: words({ remedies: { wait: 'Wait.  Then retry.' } }),
        says: [/remedies wait: found two blanks/],
      },
      {
        why: 'a line break',
        input: words({ remedies: { wait: 'Wait.\nThen retry.' } }),
        says: [/remedies wait: found two blanks in a row, a tab or a line break/],
      },
      {
        why: 'a blank at the end',
        input: words({ codes: { 550: buildCodeWords({ name: 'Refused ' }) } }),
        says: [/codes 550 name: found blanks at the edge.*"Refused "/],
      },
      {
        why: 'nothing at all in the interface',
        input: ui({ 'compare.both': '' }),
        says: [/ui\.json compare\.both: found blanks at the edge or nothing else/],
      },
    ],
    good: [
      {
        why: 'letters in one piece, and … for what is left out',
        input: words({ scenarios: { cafe: 'A caf\u00e9 sends 5.7.1 … and waits.' } }),
      },
      {
        why: 'the blank that a spoken mark brings with it',
        input: ui({ 'compare.changed': 'changed: ', 'compare.changed-end': ' (end of change)' }),
      },
    ],
  },

  'no-cut-text': {
    bad: [
      {
        why: 'a text that ends in the middle',
        input: words({ scenarios: { greylisting: 'A first try is put off, a second' } }),
        says: [/scenarios greylisting: found ".*off, a second" at the end/],
      },
      {
        why: 'a text that ends with …',
        input: words({ codes: { 550: buildCodeWords({ send: 'Send 550 …' }) } }),
        says: [/codes 550 send: found "Send 550 …"/],
      },
      {
        why: 'an exclamation',
        input: words({ pairs: buildPairNotes({ '250-551': { do: { 250: 'Go on!' } } }) }),
        says: [/pairs 250-551 do 250: found "Go on!"/],
      },
    ],
    good: [
      {
        why: 'all ways to end',
        input: words({
          scenarios: { stop: 'It ends.', asked: 'Does it end?', quoted: 'It says “end.”', chinese: '結束。' },
          remedies: { run: 'Run `mailq`' },
          quirks: { 252: { title: 'No stop for a title', text: 'It cannot tell.' } },
        }),
      },
    ],
  },

  'placeholders-whole': {
    bad: [
      ...['{{code} wins', '{code} wins', 'code}} wins', '{{co de}} wins', '{{}} wins'].map((text) => ({
        why: text,
        input: ui({ 'title.code': text }),
        says: [`ui.json title.code: found "${text}"`],
      })),
      {
        why: 'a placeholder that nothing fills in',
        input: words({ scenarios: { greylisting: 'It answers {{code}}.' } }),
        says: [/scenarios greylisting: found "It answers \{\{code\}\}\."/],
      },
    ],
    good: [
      {
        why: 'whole placeholders',
        input: ui({ 'title.pair': '{{first}} vs {{second}}: {{firstName}}', 'compare.both': 'Both' }),
      },
      { why: 'a brace of another kind', input: words({ remedies: { run: 'Run `sed {p}`.' } }) },
    ],
  },

  'plurals-complete': {
    bad: [
      {
        why: 'a plural without its singular',
        input: ui({ 'enhanced.more_other': 'and {{count}} more' }),
        says: [/ui\.json "enhanced\.more": found other; expected the forms one, other/],
      },
      {
        why: 'a form that English has not',
        input: ui({ rows_one: 'One row', rows_few: 'Few rows', rows_other: 'Many rows' }),
        says: [/ui\.json "rows": found one, few, other/],
      },
      {
        why: 'Arabic with the forms of English',
        input: { ...ui({ rows_one: 'صف', rows_other: 'صفوف' }), tag: 'ar' },
        says: [/locales\/ar\/ui\.json "rows": found one, other; expected.*zero/],
      },
    ],
    good: [
      { why: 'both forms', input: ui({ rows_one: 'One row', rows_other: '{{count}} rows', row: 'Row' }) },
      {
        why: 'six forms in Arabic',
        input: {
          ...ui(
            Object.fromEntries(
              ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => [`rows_${form}`, 'صفوف']),
            ),
          ),
          tag: 'ar',
        },
      },
    ],
  },

  'no-leftovers': {
    bad: [
      ...[
        'TODO say more.',
        'It is [[this]].',
        'It is this??',
        'A provisional text.',
        'Lorem ipsum dolor.',
      ].map((text) => ({
        why: text,
        input: words({ scenarios: { greylisting: text } }),
        says: [/scenarios greylisting: found "(?:TODO|\[\[|\?\?|provisional|Lorem ipsum)" in "/],
      })),
      {
        why: 'a mark in the interface',
        input: ui({ 'compare.both': 'FIXME' }),
        says: [/ui\.json compare\.both: found "FIXME"/],
      },
    ],
    good: [
      { why: 'finished words', input: words({ scenarios: { asked: 'Is it done?' } }) },
      { why: 'a word that ends like a mark', input: words({ scenarios: { known: 'Tanınan bir sunucu.' } }) },
    ],
  },

  'no-doubled-word': {
    bad: [
      {
        why: 'a word twice',
        input: words({ remedies: { wait: 'Wait when when it is busy.' } }),
        says: [/remedies wait: found "when when"/],
      },
      {
        why: 'a word twice, once with a capital',
        input: words({ remedies: { wait: 'The the server waits.' } }),
        says: [/remedies wait: found "The the"/],
      },
      {
        why: 'a word twice in the interface',
        input: ui({ 'compare.both': 'Both of of them' }),
        says: [/ui\.json compare\.both: found "of of"/],
      },
    ],
    good: [
      {
        why: 'words that only look doubled',
        input: words({
          remedies: {
            wait: 'Wait, wait again: the then-new server is in information. It is `mx mx`, or `a` a code.',
          },
        }),
      },
    ],
  },

  'no-repeated-sentence': {
    bad: [
      {
        why: 'a sentence in two notes',
        input: words({
          pairs: buildPairNotes({
            '250-251': { apart: 'Read the text. Both accept.' },
            '250-551': { server: 'Send 551. Read the text.' },
          }),
        }),
        says: [/pairs 250-551 server: found "Read the text\.", which stands already in 250-251 apart/],
      },
      {
        why: 'a sentence twice in one note',
        input: words({ pairs: buildPairNotes({ '250-551': { do: { 250: 'Go on.', 551: 'Go on.' } } }) }),
        says: [/pairs 250-551 do 551: found "Go on\."/],
      },
    ],
    good: [
      {
        why: 'sentences that differ by a code, and one that stands in another table too',
        input: words({
          scenarios: { refused: 'Read the text.' },
          pairs: buildPairNotes({
            '250-251': { apart: 'Read the text.', thirdHint: 'See 551.' },
            '250-551': { thirdHint: 'See 251.' },
          }),
        }),
      },
    ],
  },
}

describe('rules', () => {
  test('each is a file of its own, with specimens, and stands in all-rules.ts', () => {
    const names = RULES.map(({ name }) => name)
    const others = ['all-rules', 'prose', 'real-input', 'repeated-keys', 'rule']
    const files = readdirSync('tests/data/rules').map((file) => file.replace(/\.ts$/, ''))
    expect([...names, ...others].toSorted()).toEqual(files.toSorted())
    expect(Object.keys(SPECIMENS).toSorted()).toEqual(names.toSorted())
  })

  describe.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (name, { check }) => {
    const { bad = [], good = [] } = SPECIMENS[name] ?? {}

    test('has specimens of both kinds', () => {
      expect([bad.length > 0, good.length > 0]).toEqual([true, true])
    })

    for (const { why, input, says } of bad) {
      test(`tells of ${why}`, () => {
        const problems = check(input)
        expect(problems).toEqual(says.map((said) => expect.stringMatching(pattern(said))))
        for (const problem of problems) expect(problem).toMatch(WHOLE_PROBLEM)
      })
    }

    for (const { why, input } of good) {
      test(`is content with ${why}`, () => {
        expect(check(input)).toEqual([])
      })
    }
  })
})

describe('keys that stand twice', () => {
  test.each([
    ['{"a": 1, "b": 2, "a": 3}', ['a']],
    ['{"codes": {"550": {"name": "x", "gist": "y", "name": "z"}}}', ['codes > 550 > name']],
    ['{"pairs": [{"codes": []}, {"codes": [], "codes": []}]}', ['pairs > codes']],
    ['{"a": "\\"b\\": 1", "b": {"b": ["b", "b"]}, "c": {"b": "a"}}', []],
  ])('%s', (json, keys) => {
    expect(repeatedKeys(json)).toEqual(keys)
  })
})

function pattern(said: string | RegExp): RegExp {
  return typeof said === 'string' ? new RegExp(said.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')) : said
}

function buildInput(varied: Partial<LintInput> = {}): LintInput {
  return {
    tag: 'en',
    catalog: buildCatalog(),
    words: buildWords(),
    enhanced: buildEnhancedWords(),
    providers: { providers: [], replies: [] },
    providerWords: { reasons: {}, details: {} },
    ui: {},
    ...varied,
  }
}

function catalog(varied: Partial<Catalog>): LintInput {
  return buildInput({ catalog: buildCatalog(varied) })
}

function codes(...records: Parameters<typeof buildCode>[0][]): LintInput {
  return catalog({ codes: records.map((record) => buildCode(record)) })
}

function words(varied: Partial<CatalogWords>): LintInput {
  return buildInput({ words: buildWords(varied) })
}

function ui(keys: Record<string, string>): LintInput {
  return buildInput({ ui: keys })
}

function pairNote(pair: [string, string], third: string[], varied: Partial<PairWords> = {}): LintInput {
  return {
    ...catalog({ pairs: [buildPair(pair, { third })] }),
    words: buildWords({ pairs: buildPairNotes({ [pair.join('-')]: varied }) }),
  }
}

function buildReply(
  command: Catalog['codes'][number]['commands'][number]['command'],
  varied: Partial<Catalog['codes'][number]['commands'][number]> = {},
): Catalog['codes'][number]['commands'][number] {
  return { command, basis: 'listed', sources: ['RFC 5321 §4.3.2'], case: null, ...varied }
}

function buildEnhanced(code: string): Catalog['codes'][number]['enhancedCodes'][number] {
  return { code, listedBy: ['iana'] }
}

function buildScenario(
  id: string,
  varied: Partial<Catalog['scenarios'][number]> = {},
): Catalog['scenarios'][number] {
  return { id, sources: ['RFC 5321 §3.3'], ...varied }
}

function buildRemedy(
  id: string,
  varied: Partial<Catalog['remedies'][number]> = {},
): Catalog['remedies'][number] {
  return { id, role: 'sender', sources: ['RFC 5321 §3.3'], ...varied }
}

/** A quirk or a mistake. */
function buildNote(id: string, varied: Partial<Catalog['quirks'][number]> = {}): Catalog['quirks'][number] {
  return { id, codes: [], sources: ['RFC 5321 §3.3'], ...varied }
}

function buildPair(
  pair: [string, string],
  varied: Partial<Catalog['pairs'][number]> = {},
): Catalog['pairs'][number] {
  return { codes: pair, third: [], sources: ['RFC 5321 §3.3'], ...varied }
}

type SentReply = LintInput['providers']['replies'][number]

/** An input with Gmail and some replies, and words for the reason "mailbox-full" unless others are given. */
function sent(replies: Partial<SentReply>[], own: Partial<LintInput['providerWords']> = {}): LintInput {
  const reason = { name: 'Mailbox full', meaning: 'It is full.', cause: 'No room.', fix: 'Make room.' }
  return buildInput({
    providers: {
      providers: [{ id: 'gmail', name: 'Gmail', kind: 'mailbox' }],
      replies: replies.map((varied) => ({
        id: 'gmail-452-full',
        provider: 'gmail',
        reply: '452',
        enhanced: '4.2.2',
        phrase: 'over quota',
        reason: 'mailbox-full',
        replyBasis: 'stated',
        source: 'https://support.google.com/a/answer/3726730',
        evidence: 'official',
        verified: true,
        ...varied,
      })),
    },
    providerWords: { reasons: { 'mailbox-full': reason }, details: {}, ...own },
  })
}

/** An input whose registry has one subject and the details named, each with words unless others are given. */
function registry(
  details: string[],
  enhanced = buildEnhancedWords({ details }),
  own: { scenarios?: string[]; remedies?: string[] } = {},
): LintInput {
  return {
    ...catalog({
      enhanced: {
        classes: [],
        subjects: [{ subject: '7', actors: [], title: 'Security', sources: ['RFC 3463 §3.8'] }],
        codes: details.map((detail) => ({
          detail,
          standing: 'registered',
          classes: [],
          replies: [],
          replyRule: 'none',
          scenarios: own.scenarios ?? [],
          remedies: own.remedies ?? [],
          title: 'Title',
          description: 'Description',
          sources: ['RFC 3463 §3.8'],
        })),
      },
    }),
    enhanced,
  }
}

function buildEnhancedWords({ details = [] }: { details?: string[] } = {}): LintInput['enhanced'] {
  const entry = { name: 'Name', meaning: 'The meaning.' }
  return {
    classes: {},
    subjects: details.length > 0 ? { 7: entry } : {},
    codes: Object.fromEntries(details.map((detail) => [detail, entry])),
  }
}

function buildWords(varied: Partial<CatalogWords> = {}): CatalogWords {
  return { codes: {}, scenarios: {}, remedies: {}, cases: {}, quirks: {}, mistakes: {}, pairs: {}, ...varied }
}

function buildCodeWords(varied: Partial<CodeWords> = {}): CodeWords {
  return {
    name: 'Refused',
    gist: '550 refuses the mailbox.',
    meaning: 'The server refuses the mailbox.',
    next: 'The client gives up.',
    send: 'Send it to refuse.',
    ...varied,
  }
}

/** Notes in which no sentence stands twice. */
function buildPairNotes(varied: Record<string, Partial<PairWords>>): CatalogWords['pairs'] {
  return Object.fromEntries(
    Object.entries(varied).map(([pair, fields]) => [
      pair,
      {
        answer: `The answer of ${pair}.`,
        apart: `The difference of ${pair}.`,
        server: `The choice of ${pair}.`,
        do: Object.fromEntries(pair.split('-').map((code) => [code, `Act on ${code} of ${pair}.`])),
        ...fields,
      },
    ]),
  )
}
