/** Where the manifest of a language stands, below the base. */
export function manifestFile(tag: string): string {
  return `manifest-${tag}.webmanifest`
}
