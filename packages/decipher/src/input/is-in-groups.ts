/** White space and hyphens, between groups. */
export const GAPS: RegExp = /[\s\u002d\u2010\u2011]/g

/** Whole groups: fewer may be words, and of one letter each initials. */
const FEWEST = { groups: 3, letters: 8 } as const

/** Signs that a text ends with, behind its last letter. */
const END = /(?<=[a-z])[.!?\s]+$/i

/** Whether a text is letters in groups of one length, the last of which may be shorter. */
export const isInGroups = (text: string): boolean => {
  const groups = text.replace(END, '').replace(GAPS, ' ').trim().split(/ +/)
  const [{ length }] = groups
  const last = groups.pop() ?? ''
  return (
    groups.length >= (length === 1 ? FEWEST.letters : FEWEST.groups) &&
    last.length <= length &&
    groups.every((group) => group.length === length && isOfLetters(group)) &&
    isOfLetters(last)
  )
}

const isOfLetters = (group: string): boolean => /^[a-z]+$/i.test(group)
