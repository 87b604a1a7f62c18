/** Names of the highlights that the style sheet knows. */
export type HighlightName = 'waiting' | 'early' | 'chosen'

/** Sets which ranges of the document carry a highlight; does nothing where the browser has none. */
export const highlight = (name: HighlightName, ranges: readonly Range[]): void => {
  if (!CSS.highlights) return
  if (ranges.length === 0) CSS.highlights.delete(name)
  else CSS.highlights.set(name, new Highlight(...ranges))
}
