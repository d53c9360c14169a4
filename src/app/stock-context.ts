import { createContext } from 'react'
import type { Stock } from './site-data.ts'

interface StockAtHand {
  stock: Stock
  /** Somebody comes near what needs all of it. */
  fetchWhole: () => void
}

/** For what may stand on any page and needs more than the page came with. */
export const StockContext = createContext<StockAtHand>({ stock: 'whole', fetchWhole: () => {} })
