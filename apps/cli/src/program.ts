import { readFileSync } from 'node:fs'
import { InvalidOptionError } from '@runnel/core'
import { everyCipher } from '@runnel/core/ciphers'
import { questions } from '@runnel/lab/questions'
import { Argument, Command, Option } from 'commander'
import { alphabetHelp } from './alphabet-help.ts'
import { addDecipher } from './commands/add-decipher.ts'
import { addEncodings } from './commands/add-encodings.ts'
import { addIdentify } from './commands/add-identify.ts'
import { encipher } from './commands/encipher.ts'
import type { ConsoleStreams } from './console-streams.ts'
import { endOfWords } from './end-of-words.ts'
import { complaintInWords } from './error-in-words.ts'
import { NothingFitsError } from './nothing-fits-error.ts'
import { number, pair, whole } from './option-values.ts'
import { INPUT } from './text-or-files.ts'

/**
 * Builds the command line; its actions read and write through `streams`. What needs much that others do not is loaded when
 * it is asked for.
 */
export const createProgram = (streams: ConsoleStreams): Command => {
  const program = new Command('runnel')
    .description('Enciphers and deciphers text while it streams.')
    .version(version(), '-V, --version', 'the version of this program')
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
      outputError: (text, write) => write(complaintInWords(text)),
    })
    .showHelpAfterError("(runnel --help lists what is possible; runnel COMMAND --help a command's options)")
    .exitOverride()
  addTextCommands(program, streams)
  addTrain(program, streams)
  addLab(program, streams)
  program
    .command('models')
    .description('list the models that ship, and the languages that are read by counts')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  runnel models --json')
    .action(async (options) => (await import('./commands/models.ts')).models(options, streams))
  return program
}

const addTextCommands = (program: Command, streams: ConsoleStreams): void => {
  program
    .command('encipher')
    .description('encipher text, files or standard input as it arrives')
    .argument('[text or file...]', INPUT)
    .addOption(
      new Option('-c, --cipher <name>', 'cipher').choices(Object.keys(everyCipher)).makeOptionMandatory(),
    )
    .option(
      '-k, --key <key>',
      'key, such as 3 for caesar, LEMON for vigenere, zebras for substitution; atbash and rot47 have none',
    )
    .option('-a, --alphabet <code or letters>', alphabetHelp())
    .addHelpText('after', "\nExample:\n  echo 'I Like Apples' | runnel encipher --cipher caesar --key 3")
    .action((words, options) => encipher(words, options, streams).then(() => endOfWords(words, streams)))

  addDecipher(program, streams)
  addIdentify(program, streams)
  addEncodings(program, streams)
}

const addTrain = (program: Command, streams: ConsoleStreams): void => {
  program
    .command('train')
    .description(
      'train a model from its recipe; ^C stops and keeps the best so far, and the next run goes on',
    )
    .argument('<model>', 'name of the recipe')
    .option('--corpus <path...>', 'plain text to train on: files, folders of files, - for stdin (needed)')
    .option('--validation <path...>', 'plain text from another source, to pick the best epoch')
    .option('--out <folder>', 'where to write; a folder named after the model when not given')
    .option('--seed <integer>', "seed in place of the recipe's", whole)
    .option('--epochs <count>', "epochs in place of the recipe's", whole)
    .option('--steps <count>', "steps of an epoch in place of the recipe's", whole)
    .option('--threads <count>', 'threads; as many as there are processors when not given', whole)
    .option('--restart', 'start anew, although there is a checkpoint of an unfinished run')
    .addHelpText('after', '\nExample:\n  runnel train caesar-3 --corpus books/ --epochs 2')
    .action(async (name, options, command) => {
      const { findRecipe, train } = await import('./commands/train.ts')
      // A name that none has is told before what is not needed for it.
      findRecipe(name, options)
      const { corpus } = options
      if (corpus === undefined)
        return command.error("error: required option '--corpus <path...>' not specified")
      await train(name, { ...options, corpus }, streams)
    })
}

const addLab = (program: Command, streams: ConsoleStreams): void => {
  program
    .command('lab')
    .description('answer a question about recurrent nets by measuring; without one, list them; ^C stops')
    .addArgument(new Argument('[question]', 'what to answer').choices(questions.map(({ name }) => name)))
    .option('--seed <integer>', 'decides every random number', whole, 1)
    .option('--out <folder>', 'where page and plot are written', 'lab')
    .option('--check <folder>', 'write nothing: compare with the page in this folder')
    .option('--text <path...>', 'English to learn from, in place of what the model english writes')
    .option('--wh <number>', 'graph: W_h', number)
    .option('--wx <number>', 'graph: W_x', number)
    .option('--wy <number>', 'graph: W_y', number)
    .option('--h0 <number>', 'graph: h_0', number)
    .option('--x <pair>', 'graph: x_1,x_2', pair)
    .option('--y <pair>', 'graph: y_1,y_2', pair)
    .addHelpText('after', '\nExample:\n  runnel lab graph --wh 0.5')
    .action(async (question, options) => (await import('./commands/lab.ts')).lab(question, options, streams))
}

/** Status a failed command ends with: 3 when nothing fits, 2 for wrong usage, 1 when the work failed. */
export const exitCode = (error: unknown): number => {
  if (NothingFitsError.isInstance(error)) return 3
  return InvalidOptionError.isInstance(error) ? 2 : 1
}

/** The version of the package that this file is part of, as source and as packed. */
const version = (): string =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version
