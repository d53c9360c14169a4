import { PROVIDERS_FILE, providersFile, quote, repeated, tell, type Rule } from './rule.ts'

export const providersWhole: Rule = {
  name: 'providers-whole',
  about:
    'each reply of a provider has an id of its own, a provider that is listed and a reason with words; nothing is unused',
  check: ({ tag, providers: { providers, replies }, providerWords }) => {
    const { reasons, details } = providerWords
    const listed = providers.map(({ id }) => id)
    const usedReasons = new Set(replies.map(({ reason }) => reason))
    const usedDetails = new Set(replies.flatMap(({ detail }) => detail ?? []))
    const missing = (where: string, found: string, expected: string, fix: string) =>
      tell({ where, found, expected, fix })
    return [
      ...repeated(replies.map(({ id }) => id)).map((id) =>
        missing(
          `${PROVIDERS_FILE} replies`,
          `${quote(id)} twice`,
          'an id for each reply',
          'give one another id',
        ),
      ),
      ...replies
        .filter(({ provider }) => !listed.includes(provider))
        .map(({ id, provider }) =>
          missing(
            `${PROVIDERS_FILE} replies ${id}`,
            `the provider ${quote(provider)}`,
            'one that is listed',
            'list it, or correct the name',
          ),
        ),
      ...listed
        .filter((provider) => !replies.some((reply) => reply.provider === provider))
        .map((provider) =>
          missing(
            `${PROVIDERS_FILE} providers`,
            `${quote(provider)} without a reply`,
            'at least one',
            'delete it',
          ),
        ),
      ...[...usedReasons].flatMap((reason) =>
        (['name', 'meaning', 'cause', 'fix'] as const)
          .filter((field) => !reasons[reason]?.[field]?.trim())
          .map((field) =>
            missing(
              `${providersFile({ tag })} reasons ${reason} ${field}`,
              'no words',
              'some, because a reply has this reason',
              'write them',
            ),
          ),
      ),
      ...[...usedDetails]
        .filter((detail) => !details[detail]?.trim())
        .map((detail) =>
          missing(
            `${providersFile({ tag })} details ${detail}`,
            'no words',
            'some, because a reply has this detail',
            'write them',
          ),
        ),
      ...[
        ...Object.keys(reasons).filter((reason) => !usedReasons.has(reason)),
        ...Object.keys(details).filter((detail) => !usedDetails.has(detail)),
      ].map((id) =>
        missing(
          providersFile({ tag }),
          `words for ${quote(id)}`,
          'only words that a reply uses',
          'delete them',
        ),
      ),
    ]
  },
}
