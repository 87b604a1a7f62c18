const tenth = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const whole = new Intl.NumberFormat('en')

/** A probability in per cent, with spaces that do not break. Nothing is called certain or impossible that only nearly is. */
export const percent = (probability: number): string => {
  if (probability >= 1) return '100\u00a0%'
  if (probability <= 0) return '0\u00a0%'
  if (probability < 0.0005) return '<\u00a00.1\u00a0%'
  return `${tenth.format(Math.min(99.9, probability * 100))}\u00a0%`
}

/** Bits with one decimal. */
export const bits = (value: number): string => tenth.format(value)

/** A count with its thousands set apart. */
export const count = (value: number): string => whole.format(value)

/** A count and its noun: `1 letter`, `1,204 letters`. */
export const counted = (value: number, noun: string): string =>
  `${count(value)} ${noun}${value === 1 ? '' : 's'}`

const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

/** A count at the head of a sentence. */
export const countedWord = (value: number, noun: string): string =>
  `${small[value] ?? count(value)} ${noun}${value === 1 ? '' : 's'}`
