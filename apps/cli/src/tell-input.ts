import { inputInWords } from './input-in-words.ts'

/** Tells on standard error where words that look like the name of a file were read as the text. */
export const tellInput = (words: readonly string[], stderr: NodeJS.WritableStream): void => {
  for (const line of inputInWords(words)) stderr.write(`${line}\n`)
}
