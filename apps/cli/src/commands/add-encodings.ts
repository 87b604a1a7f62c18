import type { Command } from 'commander'
import type { ConsoleStreams } from '../console-streams.ts'
import { encodingHelp } from '../encoding-help.ts'
import { endOfWords } from '../end-of-words.ts'
import { INPUT } from '../text-or-files.ts'
import { decode } from './decode.ts'
import { encode } from './encode.ts'

/** Adds `runnel encode` and `runnel decode`. */
export const addEncodings = (program: Command, streams: ConsoleStreams): void => {
  program
    .command('encode')
    .description('write text, files or standard input in other signs, such as base64 or Morse, as it arrives')
    .argument('<kind>', "encoding; of several one inside the other, outermost first, as 'base64 > hex'")
    .argument('[text or file...]', INPUT)
    .addHelpText('after', () => `\nExample:\n  runnel encode morse 'attack at dawn'\n\n${kinds()}`)
    .action((kind, words) => encode(kind, words, streams).then(() => endOfWords(words, streams)))
  program
    .command('decode')
    .description('read text, files or standard input that is written in other signs, as it arrives')
    .argument('<kind>', "encoding; of several one inside the other, outermost first, as 'base64 > hex'")
    .argument('[text or file...]', INPUT)
    .addHelpText('after', () => `\nExample:\n  runnel decode base64 aGVsbG8=\n\n${kinds()}`)
    .action((kind, words) => decode(kind, words, streams).then(() => endOfWords(words, streams)))
}

/** The encodings, a line each. */
const kinds = (): string => {
  const all = Object.entries(encodingHelp)
  const width = Math.max(...all.map(([name]) => name.length))
  return ['Kinds:', ...all.map(([name, about]) => `  ${name.padEnd(width)}  ${about}`)].join('\n')
}
