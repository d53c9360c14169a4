/** The digest of bytes as `integrity` attributes and requests want it: "sha256-" and base64. */
export async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return `sha256-${btoa(String.fromCharCode(...hash))}`
}

/** What an address ends with that asks for the file with this digest, where its name alone does not say of which release. */
export const releaseMark = (digest: string) => `?${digest.slice('sha256-'.length).slice(0, 8)}`
