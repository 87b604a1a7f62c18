import { CommanderError } from 'commander'
import type { ConsoleStreams } from './console-streams.ts'
import { errorInWords } from './error-in-words.ts'
import { NothingFitsError } from './nothing-fits-error.ts'
import { createProgram, exitCode } from './program.ts'

/**
 * Runs one command line, without the program's name.
 *
 * @returns the exit status: 0 done, 1 the work failed, 2 wrong usage, 3 nothing fits
 */
export const run = async (words: readonly string[], streams: ConsoleStreams): Promise<number> => {
  try {
    await createProgram(streams).parseAsync(words, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    // The reader of our output has gone (`| head`): nobody is left to tell.
    if (((error as Error).cause as NodeJS.ErrnoException | undefined)?.code === 'EPIPE') return 0
    if (!NothingFitsError.isInstance(error)) streams.stderr.write(`runnel: ${errorInWords(error)}\n`)
    return exitCode(error)
  }
}
