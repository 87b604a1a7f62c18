/** The character that stands at a place, whole where the place is one half of it; undefined beyond the text. */
export const signAt = (text: string, at: number): string | undefined => {
  const code = text.codePointAt(isSecondHalf(text, at) ? at - 1 : at)
  return code === undefined ? undefined : String.fromCodePoint(code)
}

/** Whether a place is the second half of a character, such as an emoji, that takes two UTF-16 units. */
export const isSecondHalf = (text: string, at: number): boolean =>
  at > 0 && (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
