export type { Encoding } from './likely-encoding.ts'
export { looksInWords } from './looks-in-words.ts'
export { countText, createTextCounts, type TextCounts } from './text-counts.ts'
export { describeText, type Family, type TextLooks } from './text-looks.ts'
