export type RowsShown = 'everything' | 'differences'
