import path from 'node:path'
import { SingleBar } from 'cli-progress'
import type { Advance } from './advance.ts'
import { again } from './again/again.ts'
import { beyond } from './beyond/beyond.ts'
import { blocks } from './blocks/blocks.ts'
import { caesar3 } from './caesar-3.ts'
import { cases } from './cases/cases.ts'
import { cryptograms } from './cryptograms/cryptograms.ts'
import { encodingsFound } from './encodings/encodings.ts'
import { english } from './english/english.ts'
import { enigma } from './enigma/enigma.ts'
import { flags } from './flags/flags.ts'
import { groups } from './groups/groups.ts'
import { heads } from './heads/heads.ts'
import { homophonic } from './homophonic/homophonic.ts'
import { identifyTexts } from './identify/identify.ts'
import { alphabetsFound } from './languages/alphabets.ts'
import { languagesForetold } from './languages/bits.ts'
import { languageCases } from './languages/cases.ts'
import { languageKeys } from './languages/keys.ts'
import { languagesByNet, languagesFound } from './languages/languages.ts'
import { languagesSought } from './languages/sought.ts'
import { languagesSteady } from './languages/steady.ts'
import { live } from './live/live.ts'
import { liveSpeed } from './live/speed.ts'
import { liveThresholds } from './live/thresholds.ts'
import { noise } from './noise/noise.ts'
import { openWorld } from './open-world/open-world.ts'
import { passing } from './passing/passing.ts'
import { peers } from './peers/peers.ts'
import { periodic } from './periodic/periodic.ts'
import { periodicPlots } from './periodic/plots.ts'
import { periodicSpeed } from './periodic/speed.ts'
import { markdown, type Report, writeReport } from './report.ts'
import { shiftAny } from './shift-any/shift-any.ts'
import { signs } from './signs/signs.ts'
import { slips } from './slips/slips.ts'
import { substitution } from './substitution/substitution.ts'
import { transpositions } from './transpositions/transpositions.ts'

/*
 * npm run evaluate -- NAME [options of NAME]
 *
 * Prints a table of accuracy on text that was never trained, validated or tuned on, and puts it into
 * docs/evaluation.md, or the page it belongs to: where no option was given, or `--write` among them.
 */
interface Suite {
  run(advance: Advance, words: readonly string[]): Promise<Report | Report[]>
  /** Sentence of what is measured, and its options. */
  about: string
}
const suites: Record<string, Suite> = {
  'caesar-3': { run: caesar3, about: 'The nets of the assignment.' },
  english: { run: english, about: '--model FILE… measures models that do not ship, beside those that do.' },
  'shift-any': { run: shiftAny, about: '--model FILE measures another net.' },
  live: {
    run: live,
    about: 'The key inferred while the text arrives; --model FILE, --count N, --no-ngrams.',
  },
  'live-speed': { run: liveSpeed, about: 'What a letter of that costs.' },
  'live-thresholds': {
    run: liveThresholds,
    about: 'What its thresholds cost, on the text they are chosen by.',
  },
  groups: { run: groups, about: 'Text in groups; --text moby-dick, --count N, --model FILE.' },
  'open-world': {
    run: openWorld,
    about:
      'None of the keys known; --texts FOLDER with novels, --text moby-dick, --count N, --no-spaces, --model FILE.',
  },
  beyond: {
    run: beyond,
    about:
      'Keys sought where listed ones fail; --texts FOLDER, --text moby-dick, --count N, --letters N, --only NAME,….',
  },
  cases: {
    run: cases,
    about: 'What people needed read; --cases FOLDER, --list FILE for what came out wrong, --model FILE.',
  },
  peers: {
    run: peers,
    about:
      'The same beside other tools, which are installed first; --cases FOLDER, --every N, --only NAME, --list FILE.',
  },
  encodings: {
    run: encodingsFound,
    about: 'Text that is taken for an encoding, and encodings that are found.',
  },
  identify: {
    run: identifyTexts,
    about: 'Texts of every kind, told what they are; --text moby-dick, --count N.',
  },
  noise: {
    run: noise,
    about: 'Wrong letters, and changes of key among them; --text moby-dick, --count N, --model FILE.',
  },
  passing: {
    run: passing,
    about:
      'What should come out as it went in; --size N, --texts FOLDER, --tuning, --only NAME,…, --model FILE.',
  },
  substitution: {
    run: substitution,
    about:
      'A substitution of unknown key, beside solvers of whole texts; --text moby-dick, --count N, --width N, --words.',
  },
  homophonic: {
    run: homophonic,
    about:
      'More symbols than letters: Zodiac 408, and random ciphers; --text moby-dick, --count N, --seeds N.',
  },
  cryptograms: { run: cryptograms, about: 'Twenty puzzles as people print them; --list.' },
  periodic: {
    run: periodic,
    about:
      'Keys that repeat; --text moby-dick, --count N, --only TEXT, --no-others, --texts FOLDER, --rows FILE, --model FILE.',
  },
  'periodic-plots': { run: periodicPlots, about: 'Draws the plots of its table anew.' },
  'periodic-speed': { run: periodicSpeed, about: 'What a search for them costs; --count N.' },
  slips: {
    run: slips,
    about: 'Letters lost or doubled under keys that repeat; --text moby-dick, --count N.',
  },
  enigma: { run: enigma, about: 'Starts of an Enigma; --text moby-dick, --count N, --only TEXT.' },
  languages: {
    run: languagesFound,
    about: 'Thirteen languages by their counts; --texts FOLDER with novels, --count N.',
  },
  'languages-net': {
    run: languagesByNet,
    about: 'The same by one net that reads all of them; --texts FOLDER with novels, --count N.',
  },
  'languages-bits': {
    run: languagesForetold,
    about:
      'One net for thirteen languages; --texts FOLDER, --model FILE, --characters N, --on validation, --in CODES.',
  },
  'languages-alphabets': {
    run: alphabetsFound,
    about: 'Alphabets of more letters, and of other scripts; --texts FOLDER with novels, --count N.',
  },
  'languages-keys': {
    run: languageKeys,
    about:
      "Keys that repeat and substitution by languages' counts; --texts FOLDER, --count N, --on validation, --only NAME, --in CODES.",
  },
  'languages-sought': {
    run: languagesSought,
    about:
      'Keys that repeat and substitutions, no cipher named, the language named or not; --texts FOLDER, --count N, --on validation, --in CODES.',
  },
  'languages-cases': {
    run: languageCases,
    about: 'Ciphertexts in other languages; --cases FOLDER, --list FILE.',
  },
  'languages-steady': {
    run: languagesSteady,
    about:
      'Calibration, noise, changes of key, English beside its net; --texts FOLDER, --count N, --on validation.',
  },
  transpositions: {
    run: transpositions,
    about: 'Letters in other places; --text moby-dick, --count N, --only TEXT, --model FILE.',
  },
  blocks: { run: blocks, about: 'Letters in blocks; --text moby-dick, --count N, --only NAME.' },
  again: {
    run: again,
    about:
      'What the second look makes of texts that nothing reads; --count N, --only TEXT, --list, --text moby-dick.',
  },
  flags: {
    run: flags,
    about: 'Answers to security puzzles; --flags FILE, --text moby-dick, --count N, --list.',
  },
  signs: { run: signs, about: 'Signs counted: what the shares of tokens are made of.' },
  heads: { run: heads, about: 'Trains eight nets first.' },
}

const [name = '', ...given] = process.argv.slice(2)
const words = given.filter((word) => word !== '--write')
const listed = Object.entries(suites).map(([known, { about }]) => `  ${known.padEnd(20)} ${about}`)
const usage = ['npm run evaluate -- NAME [options of NAME] [--write]', '', ...listed].join('\n')
if (name === '--help' || words.includes('--help')) {
  console.log(Object.hasOwn(suites, name) ? `${name}: ${suites[name].about}` : usage)
  process.exit(0)
}
if (!Object.hasOwn(suites, name)) {
  console.error(`${usage}\n\nexpected one of these names, received "${name}"`)
  process.exit(2)
}
const bar = new SingleBar({
  stream: process.stderr,
  format: `${name} [{bar}] {percentage} % · {rate}{eta_formatted} left`,
})
bar.start(1, 0, { rate: '' })
const advance: Advance = (done, rate) => bar.update(done, rate === undefined ? {} : { rate: `${rate} · ` })
const refuse = (error: Error & { code?: string }): never => {
  if (!error.code?.startsWith('ERR_PARSE_ARGS')) throw error
  console.error(`${error.message}\n${name}: ${suites[name].about}`)
  process.exit(2)
}
const reports = [
  await suites[name]
    .run(advance, words)
    .finally(() => bar.stop())
    .catch(refuse),
].flat()
// A table tells how it was made, not where files lay on the machine.
const placeless = (word: string): string => (path.extname(word) === '' ? 'FOLDER' : 'FILE')
const command = [name, ...words.map((word) => (/[\\/]/.test(word) ? placeless(word) : word))].join(' ')
const text = reports.map((report) => markdown(command, report)).join('\n')
console.log(text)
const [first] = reports
if (first && (words.length === 0 || given.length > words.length)) writeReport(name, text, first.page)
