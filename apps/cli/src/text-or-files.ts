import { existsSync } from 'node:fs'
import { readInput } from './input.ts'

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
  const areFiles = words.length === 0 || words.some((word) => word === '-' || existsSync(word))
  if (areFiles) yield* readInput(words, stdin)
  else yield words.join(' ')
}
