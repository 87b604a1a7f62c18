/** A whole number, its thousands parted. One that has none does without tables of languages, which take 20 ms to load. */
export const numberInWords = (value: number): string =>
  value < 1000 ? String(value) : value.toLocaleString('en')
