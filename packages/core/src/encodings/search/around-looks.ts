import { ENOUGH_SIGNS, PRIORS } from './constants.ts'
import type { EncodingLook } from './encoding-look.ts'

/** The looks of what only stands around another encoding. @param all the looks of every encoding */
export const aroundLooks = (all: () => readonly EncodingLook[]): readonly EncodingLook[] => [
  {
    name: 'quoted',
    stranger: /(?!)/,
    prior: PRIORS.usual,
    isAround: true,
    mayGoOn: (text) =>
      /^[bru]?$/i.test(text) ||
      isDeclaring(text) ||
      (QUOTED.test(text) && isBegun(text.replace(QUOTED, ''), all)),
    fits: () => true,
  },
  {
    name: 'grouped',
    stranger: /[^\w+/=\s-]/,
    prior: PRIORS.usual,
    isAround: true,
    mayGoOn: isGrouped,
    fits: ({ text }) => /\S\s+\S/.test(text),
  },
  {
    name: 'marked-lines',
    stranger: /(?!)/,
    prior: PRIORS.usual,
    isAround: true,
    mayGoOn: (text) =>
      /^(?:>*|\d{1,3}[.):]?)$/.test(text) ||
      (MARKED.test(text) && isBegun(text.replace(MARKS, '').replace(MARK_BEGUN, ''), all)),
    fits: ({ text }) => MARKED.test(text),
  },
  {
    name: 'rot47',
    stranger: NOT_IN_ROT47,
    prior: PRIORS.short,
    isAround: true,
    // Letters alone are no encoding that has digits.
    fits: ({ text }) => text.length >= ENOUGH_SIGNS && /[^a-z\s]/i.test(text),
  },
  {
    // A sentence from its end: its stop first, and capitals at the ends of words alone.
    name: 'reversed',
    stranger: /(?<!\p{L})\p{Lu}\p{Ll}/u,
    prior: PRIORS.sure,
    mayGoOn: (text) => /^[.!?\u2026]*$|^[.!?\u2026]+["'\u201d)]*\p{Ll}/u.test(text),
    fits: ({ text, isWhole }) =>
      /\p{L}\s+\p{L}/u.test(text) &&
      (isWhole ? /\p{Ll}\p{Lu}[^\p{L}]*$/u : /\p{Ll}\p{Lu}(?!\p{L})/u).test(text),
  },
]

/** A character that no base64, base32 or hex under ROT47 has. */
const NOT_IN_ROT47 = /[^!-+02-KZ\\^-hlp-~]/

/** The mark of a line, of the first one and of all. */
const MARKED = /^(?:>|\d{1,3}[.):])\s/
const MARKS = /^(?:>|\d{1,3}[.):])\s/gm
/** As much of one as may have come. */
const MARK_BEGUN = /\n(?:>|\d{1,3}[.):]?)?$/

/** Groups of 4 to 16 signs, as of base64, and no words of such lengths, which the third group tells. */
const isGrouped = (text: string): boolean => {
  const groups = text.split(/\s+/)
  const [{ length }] = groups
  if (length > 16) return false
  if (groups.length === 1) return true
  const whole = groups.slice(0, -1)
  return (
    length % 4 === 0 &&
    groups[whole.length].length <= length &&
    whole.every((group) => group.length === length) &&
    (whole.length === 1 || whole.some((group) => !/^[A-Za-z]?(?:[a-z]*|[A-Z]*)$/.test(group)))
  )
}

/** Words that a declaration begins with; one as far as it has come, and what is in quotes or brackets, behind one or by itself. */
const TYPES = ['const', 'static', 'unsigned', 'char', 'uint8_t', 'byte', 'int', 'let', 'var']
const DECLARING =
  /^(?:(?:const|static|unsigned|char|uint8_t|byte|int|let|var)\s+)+\*?(?:\w+\s*(?:\[\d*(?:\]\s*)?)?(?:=\s*)?)?$/
const QUOTED =
  /^(?:[bru]?|(?:(?:const|static|unsigned|char|uint8_t|byte|int|let|var)\s+)+\*?\w+\s*(?:\[\d*\]\s*)?=\s*)["'`[({]\s*/i

const isDeclaring = (text: string): boolean =>
  TYPES.some((type) => type.startsWith(text)) || DECLARING.test(text)

/** Whether a text may begin in an encoding, whatever closes it at the end. */
const isBegun = (text: string, all: () => readonly EncodingLook[]): boolean => {
  const inner = text.replace(/\s*["'`\])}];?$/, '')
  return all().some(
    ({ isAround, stranger, mayGoOn }) => !isAround && !stranger.test(inner) && (mayGoOn?.(inner) ?? true),
  )
}
