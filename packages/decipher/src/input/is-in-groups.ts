/** Whole groups: fewer may be words. */
const FEWEST_GROUPS = 3

/** Whether a text is letters in groups of one length, the last of which may be shorter. */
export const isInGroups = (text: string): boolean => {
  const groups = text.trim().split(/\s+/)
  const [{ length }] = groups
  const last = groups.pop() ?? ''
  const areAlike = groups.every((group) => group.length === length)
  return (
    areAlike &&
    groups.length >= FEWEST_GROUPS &&
    length > 1 &&
    last.length <= length &&
    !/[^a-z\s]/i.test(text)
  )
}
