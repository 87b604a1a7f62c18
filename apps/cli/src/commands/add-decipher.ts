import { liveDefaults, watchModes } from '@runnel/decipher'
import { cipherNames } from '@runnel/decipher/ciphers'
import { languages } from '@runnel/models/languages'
import { type Command, Option } from 'commander'
import { alphabetHelp } from '../alphabet-help.ts'
import type { ConsoleStreams } from '../console-streams.ts'
import { formats } from '../deciphering/decipher-options.ts'
import { nearWord } from '../near-word.ts'
import { number, whole } from '../option-values.ts'
import { areFiles, INPUT } from '../text-or-files.ts'
import { decipher } from './decipher.ts'

const EXAMPLES = `
Examples:
  runnel decipher 'Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl.'
  runnel decipher --encoding 'base64 > hex' message.txt
  runnel decipher --cipher caesar --key rot13 letter.txt
  runnel decipher --cipher vigenere --key LEMON 'Lxfopv ef rnhr!'
  runnel decipher --language auto 'Inj Jlplxv itmf'
  runnel decipher --alphabet es --cipher caesar --key 3 'hñ ñlfr'
  runnel decipher --top 5 --format json < message.txt

Cipher, key and belief are named on standard error. The status is 0 when the work is done, 1 when it failed, 2 for wrong
usage, and with --fail-unknown 3 when no key that was weighed explains the text.`

/** Adds `runnel decipher`. */
export const addDecipher = (program: Command, streams: ConsoleStreams): void => {
  const { commit, keyChange, watch } = liveDefaults
  const command = program
    .command('decipher', { isDefault: true })
    .description(
      'decipher text, files or standard input as it arrives; this is done where no command is named',
    )
    .argument('[text or file...]', INPUT)
    .addOption(new Option('-c, --cipher <name>', 'cipher').choices(cipherNames()).default('auto'))
    .option('-k, --key <key>', 'key, when it is known; needs --cipher')
    .option('-a, --alphabet <code or letters>', alphabetHelp())
    .addOption(
      new Option(
        '--known <letters>',
        'with --cipher substitution, letters of the ciphertext that are known, such as X=e,Q=u; with one whose key repeats, ' +
          'letters of the plaintext by where they stand, such as 0=d,7=e',
      ).conflicts('key'),
    )
    .addOption(
      new Option(
        '--crib <words>',
        'with --cipher substitution or enigma, words that are likely to occur in the plaintext, such as BREAD,RIVER',
      ).conflicts('key'),
    )
    .addOption(
      new Option(
        '--wheels <order>',
        'with --cipher enigma and no key, its wheels such as I-II-III (the default), or any of sixty orders; a reflector before ' +
          'them (B), rings after them (AAA, or AA? where the right one is not known)',
      ).conflicts('key'),
    )
    .option(
      '--flag-format <beginning>',
      "beginnings of flags besides well-known ones, such as 'picoCTF{'; commas between, or none (without --cipher and --key)",
    )
    .option(
      '-e, --encoding <names>',
      "encodings around it: 'base64 > hex' for one inside the other; auto for whichever there are, none (default: auto " +
        'where no cipher, key or other model is named)',
    )
    .option(
      '--model <name>',
      'net that reads the ciphertext: a name from `runnel models`, or a path',
      'english',
    )
    .addOption(
      new Option(
        '-l, --language <codes>',
        `language of the plaintext, or several with commas between: ${Object.keys(languages).join(', ')}; auto for whichever it is; with a key, the one whose letters it moves (default: that of the alphabet, or en)`,
      ).conflicts('model'),
    )
    .addOption(
      new Option(
        '--format <format>',
        'what to write: the text as it arrives, an event a line, or one object at the end',
      )
        .choices(formats)
        .default('text'),
    )
    .addOption(new Option('--json', 'one object at the end: --format json').conflicts('format'))
    .option('--top <count>', 'also tell the most probable keys, 1 to 20 (default: none)', whole)
    .option(
      '--respace',
      'put spaces where words end, in text that has none or groups of letters (default: as it is)',
    )
    .option('--confidences', 'with --format json, how probable each character was (default: left out)')
    .addOption(
      new Option('--quiet', 'name nothing on standard error but what --top asks for').conflicts('verbose'),
    )
    .option('--verbose', 'also tell where the text was taken from')
    .option('--fail-unknown', 'end with status 3 when nothing fits (default: with 0)')
    .option(
      '--commit <probability>',
      'probability from which a letter is final, above 0.5',
      number,
      commit.probability,
    )
    .option(
      '--max-delay <letters>',
      'letters after which a letter is final in any case',
      number,
      commit.maxDelay,
    )
    .addOption(
      new Option('--watch <mode>', 'how to watch for a change of key').choices(watchModes).default(watch),
    )
    .option(
      '--key-change <rate>',
      'probability that the key changes at a letter, 0 to 0.5',
      number,
      keyChange.rate,
    )
    .addOption(new Option('--one-key', 'the key never changes: --key-change 0').conflicts('keyChange'))
    .addHelpText('after', EXAMPLES)
  command.action((words: string[], { json, ...options }) => {
    refuseSlips(program, words)
    // Somebody who types the program's name alone wants to know what it does.
    if (words.length === 0 && program.args.length === 0 && isTerminal(streams.stdin)) return program.help()
    if (options.respace && (json || options.format !== 'text')) {
      program.error('error: --respace is for text: it goes with no other --format')
    }
    return decipher(words, { ...options, ...(json && { format: 'json' }) }, streams)
  })
}

const isTerminal = (stdin: NodeJS.ReadableStream): boolean => (stdin as { isTTY?: boolean }).isTTY === true

/** Refuses one word that is no command, and is very like one, which was left to be deciphered. */
const refuseSlips = (program: Command, words: readonly string[]): void => {
  const [word, ...more] = words
  if (program.args[0] !== word || more.length > 0 || areFiles(words)) return
  const meant = nearWord(
    word,
    program.commands.map((command) => command.name()),
  )
  if (meant !== undefined) program.error(`error: unknown command '${word}'\n(Did you mean ${meant}?)`)
}
