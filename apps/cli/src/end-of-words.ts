import { type ConsoleStreams, write } from './console-streams.ts'
import { areFiles } from './text-or-files.ts'

/** Ends the line on a terminal where the text was words of the command line, which have no line break of their own. */
export const endOfWords = async (words: readonly string[], { stdout }: ConsoleStreams): Promise<void> => {
  if (stdout.isTTY && !areFiles(words)) await write(stdout, '\n')
}
