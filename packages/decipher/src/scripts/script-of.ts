/** Scripts other than the Latin one that languages are read in. */
export const otherScripts = ['cyrillic', 'greek'] as const

/** One of them. */
export type OtherScript = (typeof otherScripts)[number]

const LETTER: Readonly<Record<OtherScript, RegExp>> = {
  cyrillic: /\p{Script=Cyrillic}/u,
  greek: /\p{Script=Greek}/u,
}

/** UTF-16 units of a text among which a heading in Latin letters may stand. */
export const MOST_BEFORE = 128

/** Ends a heading, such as `Hint:`, and a line. */
const HEADING = /[:\n]\P{L}*$/u

/**
 * The script of a text by its first letter, or the one behind a heading that a colon or a line end closes.
 *
 * @returns the script, and where it begins; `latin` for text that is in none of the others; undefined as long as more of it may tell
 */
export const scriptOf = (
  text: string,
): { readonly script: OtherScript; readonly at: number } | 'latin' | undefined => {
  const at = text.slice(0, MOST_BEFORE).search(/[\p{Script=Cyrillic}\p{Script=Greek}]/u)
  if (at !== -1) {
    const before = text.slice(0, at)
    if (/\p{L}/u.test(before) && !HEADING.test(before)) return 'latin'
    return { script: LETTER.greek.test(text[at]) ? 'greek' : 'cyrillic', at }
  }
  return text.length < MOST_BEFORE ? undefined : 'latin'
}
