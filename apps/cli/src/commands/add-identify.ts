import type { Command } from 'commander'
import type { ConsoleStreams } from '../console-streams.ts'
import { whole } from '../option-values.ts'
import { INPUT } from '../text-or-files.ts'

/** Adds `runnel identify`. */
export const addIdentify = (program: Command, streams: ConsoleStreams): void => {
  program
    .command('identify')
    .description(
      'tell what text, files or standard input are: plain, under which kind of cipher, in which encoding',
    )
    .argument('[text or file...]', INPUT)
    .option('--top <count>', 'kinds that the table has at the most', whole, 5)
    .option('--json', 'all of them as one object')
    .addHelpText('after', "\nExample:\n  runnel identify 'LXFOP VEFRN HR'")
    .action(async (words, options) => (await import('./identify.ts')).identify(words, options, streams))
}
