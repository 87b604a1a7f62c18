import { existsSync } from 'node:fs'
import { readInput } from './input.ts'

/** Words of help on what a command reads. */
export const INPUT: string =
  'the text itself, or files to read: where a word names a file that exists, all words are files, and - is standard ' +
  'input; else they are the text. Standard input when there are none'

/**
 * The text that words of a command line stand for. Where one of them names a file, or is -, all are files; otherwise they
 * are the text itself, with a space between. Standard input when there are none.
 *
 * @throws UnreadableFileError
 */
export const readTextOrFiles = async function* (
  words: readonly string[],
  stdin: NodeJS.ReadableStream,
): AsyncGenerator<string | Uint8Array> {
  if (areFiles(words)) yield* readInput(words, stdin)
  else yield words.join(' ')
}

/** Whether words of a command line name files, or stand for standard input. */
export const areFiles = (words: readonly string[]): boolean =>
  words.length === 0 || words.some((word) => word === '-' || existsSync(word))
