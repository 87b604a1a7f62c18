import { isSpace } from '../tokenizer.ts'

/** The groups that spaces part a text into. */
export interface GroupCounts {
  number: number
  /** Characters of the first group, and of the latest. */
  first: number
  latest: number
  /** Whether the latest group may still go on. */
  isOpen: boolean
  /** Whether all groups but the latest are as long as the first, and the latest no longer. */
  areEqual: boolean
}

/** The runs of decimal digits of a text, read as numbers. */
export interface NumberCounts {
  number: number
  current: number
  largest: number
  /** Whether the character before was a digit. */
  isOpen: boolean
}

/** Counts of a text that has been read so far. Their size does not depend on its length. */
export interface TextCounts {
  /** Of each ASCII character, by its code. */
  readonly ascii: Float64Array
  /** Of UTF-16 units beyond ASCII that are no spaces. */
  beyond: number
  readonly groups: GroupCounts
  readonly numbers: NumberCounts
}

/** Makes the counts of no text. */
export const createTextCounts = (): TextCounts => ({
  ascii: new Float64Array(128),
  beyond: 0,
  groups: { number: 0, first: 0, latest: 0, isOpen: false, areEqual: true },
  numbers: { number: 0, current: 0, largest: 0, isOpen: false },
})

/** Counts more of a text, cut anywhere. Mutates `counts`. */
export const countText = (counts: TextCounts, text: string): void => {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 128) counts.ascii[unit]++
    else if (!isSpace(unit)) counts.beyond++
    countGroup(counts.groups, isSpace(unit))
    countNumber(counts.numbers, unit - 0x30)
  }
}

const countGroup = (groups: GroupCounts, isBetween: boolean): void => {
  if (!isBetween && !groups.isOpen) {
    // A group that is shorter than the first may only be the last.
    if (groups.latest < groups.first) groups.areEqual = false
    groups.number++
    groups.latest = 0
  }
  groups.isOpen = !isBetween
  if (isBetween) return
  groups.latest++
  if (groups.number === 1) groups.first = groups.latest
  else if (groups.latest > groups.first) groups.areEqual = false
}

/** Larger numbers are told as this one. */
const MOST = 1e9

const countNumber = (numbers: NumberCounts, digit: number): void => {
  const isDigit = digit >= 0 && digit <= 9
  if (isDigit) {
    if (!numbers.isOpen) numbers.number++
    numbers.current = Math.min(MOST, (numbers.isOpen ? numbers.current * 10 : 0) + digit)
    numbers.largest = Math.max(numbers.largest, numbers.current)
  }
  numbers.isOpen = isDigit
}
