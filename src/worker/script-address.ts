// oxlint-disable-next-line import/default -- Vite makes the default export: the address of the built script
import recognizerAddress from './recognizer.ts?worker&url'

const KEEPER = `${import.meta.env.BASE_URL}worker.js`

/** The scripts of this site that run beside its pages. */
const SCRIPTS = { keeper: KEEPER, recognizer: recognizerAddress } as const

let policy: Policy | null = null

/** The policy named in the headers, which lets these scripts be workers and nothing else be anything. */
export function scriptAddress(name: keyof typeof SCRIPTS): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
  const address = SCRIPTS[name]
  if (!types) return address
  policy ??= types.createPolicy('replydiff-worker', {
    createScriptURL: (asked) => {
      if (!Object.values(SCRIPTS).includes(asked))
        throw new TypeError(`${asked} is no worker; expected one of ${Object.values(SCRIPTS).join(', ')}`)
      return asked
    },
  })
  return policy.createScriptURL(address)
}

interface Policy {
  /** A TrustedScriptURL, which TypeScript does not know yet and everything takes for a string. */
  createScriptURL: (asked: string) => string
}

interface TrustedTypes {
  createPolicy: (name: string, rules: { createScriptURL: (asked: string) => string }) => Policy
}
