/** The text node and offset under a point of the window, where the browser can tell. */
export const placeUnder = (x: number, y: number): { node: Node; offset: number } | undefined => {
  const caret = document.caretPositionFromPoint?.(x, y)
  if (caret) return { node: caret.offsetNode, offset: caret.offset }
  const range = document.caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined
}
