/** Bytes of a text in UTF-8; a lone surrogate counts as the replacement character that it becomes. */
export const byteLength = (text: string): number => {
  let bytes = text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) continue
    // A pair is 4 bytes for its 2 units; all else from U+0800 on is 3 for 1.
    bytes += unit < 0x800 || isPair(text, i) || isPair(text, i - 1) ? 1 : 2
  }
  return bytes
}

/** Tells whether a high surrogate is at a place, and its low one after it. */
const isPair = (text: string, at: number): boolean =>
  isWithin(text.charCodeAt(at), 0xd800) && isWithin(text.charCodeAt(at + 1), 0xdc00)

/** Tells whether a UTF-16 unit is one of the 1,024 surrogates from one on. */
const isWithin = (unit: number, first: number): boolean => unit >= first && unit < first + 0x400
