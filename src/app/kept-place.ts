const KEY = 'replydiff.place'

/** What a page knows beyond its address, kept over a loading that it brings about itself. */
export interface KeptPlace {
  address: string
  scroll: number
  /** One code picked and waiting for the other. */
  half: { first: string | null; second: string | null } | null
}

export function keepPlace(half: KeptPlace['half']): void {
  const place: KeptPlace = { address: window.location.href, scroll: window.scrollY, half }
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place))
  } catch {
    // Without storage the address alone has to do.
  }
}

/** The place kept for this address; null when it was another, or none. */
export function readPlace(): KeptPlace | null {
  try {
    const place = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as KeptPlace | null
    return place?.address === window.location.href ? place : null
  } catch {
    return null
  }
}

export function forgetPlace(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Then there was nothing to forget.
  }
}
