/** Shares of the kinds of characters of a text, and how it is laid out. */
export interface Layout {
  /** UTF-16 units. */
  readonly units: number
  readonly lower: number
  readonly upper: number
  readonly digits: number
  readonly spaces: number
  /** Printable ASCII that is none of these. */
  readonly signs: number
  /** All else: control characters, and units beyond ASCII. */
  readonly others: number
  /** Characters of each group, where spaces part the text into at least three groups of one length; else 0. */
  readonly group: number
  /** Different characters, spaces left out. */
  readonly different: number
}

/** Describes the layout of a text. */
export const layoutOf = (text: string): Layout => {
  let [lower, upper, digits, spaces, signs, others] = [0, 0, 0, 0, 0, 0]
  const seen = new Set<number>()
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)) {
      spaces++
      continue
    }
    seen.add(unit)
    if (unit >= 0x61 && unit <= 0x7a) lower++
    else if (unit >= 0x41 && unit <= 0x5a) upper++
    else if (unit >= 0x30 && unit <= 0x39) digits++
    else if (unit > 0x20 && unit < 0x7f) signs++
    else others++
  }
  return {
    units: text.length,
    lower,
    upper,
    digits,
    spaces,
    signs,
    others,
    group: groupOf(text),
    different: seen.size,
  }
}

const groupOf = (text: string): number => {
  const groups = text.trim().split(/\s+/)
  const { length } = groups[0]
  const last = groups[groups.length - 1]
  const areEqual = groups.slice(0, -1).every((group) => group.length === length) && last.length <= length
  return groups.length > 2 && areEqual ? length : 0
}
