import { execFileSync } from 'node:child_process'
import { PassThrough, Readable } from 'node:stream'
import { run } from '@runnel/cli'
import { describe, expect, test } from 'vitest'
import { fenced, root } from './documents.ts'

/** Commands that are checked elsewhere, since they take long, serve, publish or are what runs this test. */
const elsewhere: Record<string, string> = {
  'npm start': 'tools/tasks/src/service.test.ts starts it, deciphers, and ends it',
  'npm test': 'this is part of it',
  'npm run format': 'npm test runs the same check without writing',
  'npm run changeset': 'asks questions',
  'npm run build': 'npm test builds in the same way',
  'npm run portable -- node-20': 'npm test runs the same tests in Node 24',
  'npm run fuzz': 'runs until it fails; tools/tasks/src/fuzz.test.ts does one round',
  'npm run adopters': 'tools/pack-check/src/packages.test.ts tries much of it',
  'npm run site': 'tools/site/src/site.test.ts makes it',
  'npm run -s corpus':
    'fetches from Debian; tools/corpus/src/english-corpus.test.ts cleans and joins in the same way',
  'npm run train -- caesar-3': 'apps/cli/src/commands/train.test.ts trains with the same command',
  'npm run train -- english': 'apps/cli/src/commands/train-resumed.test.ts trains with the same command',
  'npm run evaluate -- english': 'tools/evaluate/src/english/english.test.ts measures in the same way',
  'npm run evaluate -- live': 'tools/evaluate/src/live has tests of its measures',
  'npm run evaluate -- caesar-3': 'tools/evaluate/src/caesar-3.test.ts measures on part of the same text',
  ...Object.fromEntries(
    [
      'open-world --no-spaces --texts FOLDER --write',
      'passing --texts FOLDER --write',
      'cases --cases FOLDER --list wrong.jsonl --write',
      'noise --write',
      'beyond --texts FOLDER --write',
    ].map((words) => [
      `npm run evaluate -- ${words}`,
      `tools/evaluate/src/${words.split(' ')[0]} has tests of its measures`,
    ]),
  ),
  ...Object.fromEntries(
    ['vanishing', 'gates', 'truncation', 'caesar'].map((question) => [
      `runnel lab ${question} --check docs/lab`,
      'packages/lab/src/pages.test.ts compares the quick parts of the page',
    ]),
  ),
  'npm run load': 'tools/load/src/load.test.ts does the same in small',
  'npm run load -- attack --quick': 'tools/load/src/attack/attack.test.ts attacks in small',
  'npm run load -- bulk': 'tools/load/src/bulk/bulk.test.ts does the same in small',
  'npm run load -- fuzz': 'tools/load/src/fuzz/fuzz.test.ts attacks in small',
  'npm run load -- memory': 'tools/load/src/memory/memory.test.ts does the same in small',
  'npm run load -- work': 'tools/load/src/work/work.test.ts does the same in small',
  'node tools/sessions/src/main.ts crash': 'tools/sessions/src/crash.test.ts crashes in the same way',
  'node tools/sessions/src/main.ts slow-readers':
    'apps/edge-worker/src/session-object/slow-reader.test.ts checks the same window',
  'curl -N -X POST -T . http://127.0.0.1:8787/v1/decipher':
    'tools/tasks/src/service-readers.test.ts sends the same request',
  "curl -i --data-binary 'Aol tvyupun dhz jvsk' http://127.0.0.1:8787/v1/decipher":
    'tools/tasks/src/service-ending.test.ts sends the same request',
  'curl -H "content-type: application/json" -d @message.json http://127.0.0.1:8787/v1/decipher':
    'apps/edge-worker/src/routes/decipher-json.test.ts sends such requests',
  'npx wrangler login': 'needs an account',
  'npx wrangler secret put SESSION_SECRET': 'needs an account',
  'npx wrangler deploy': 'needs an account; tools/bench/src/edge/deployment.test.ts does all but the upload',
  'npx wrangler r2 bucket create runnel-models': 'needs an account',
  'npx wrangler r2 object put runnel-models/mine.runnel --file mine.runnel --remote': 'needs an account',
  ...Object.fromEntries(
    [
      'r2 bucket create runnel-bulk',
      'queues create runnel-bulk-parts',
      'queues create runnel-bulk-failed',
      'secret put API_KEYS',
    ].map((words) => [`npx wrangler ${words}`, 'needs an account']),
  ),
  "curl -X PUT 'http://127.0.0.1:8787/v1/bulk/april?input=in/'":
    'tools/load/src/bulk/bulk.test.ts sends such requests',
  'curl http://127.0.0.1:8787/v1/bulk/april': 'tools/load/src/bulk/bulk.test.ts sends such requests',
  'sha256sum mine.runnel': 'a file of your own',
}

const isInstall = (command: string): boolean => /^npm install( --global)? @runnel\//.test(command)

const commands = [
  ...new Set(
    fenced('sh')
      .flatMap(({ code }) => code.split('\n'))
      .map((line) => line.replace(/\s+#.*$/, '').trim())
      .filter((line) => line !== '' && !isInstall(line)),
  ),
]

const inWorkspace = 'npm run -s runnel -- '

/**
 * READMEs of packages are for those who installed them: here the same program is in the workspace, and needs no npm to be
 * started. What documents have in both forms is run as one types it here.
 */
const localOf = (command: string): string => {
  const typed = command.replace(/(^|\| )runnel /, `$1${inWorkspace}`)
  return commands.includes(typed) ? typed : typed.replace(inWorkspace, 'node apps/cli/src/main.ts ')
}

/** Commands that are run here, each once. */
const local = new Set(commands.filter((command) => !(command in elsewhere)).map(localOf))

/** Words that start the program. */
const starts = [inWorkspace, 'node apps/cli/src/main.ts ']

/** The same of the program alone, but for the first that starts it so: what npm and Node do for one they do for all. */
const inProcess = new Set(
  starts.flatMap((start) => [...local].filter((command) => command.includes(start)).slice(1)),
)

const inBash = (command: string): string =>
  execFileSync('bash', ['-c', `set -o pipefail; ${command}`], { cwd: root, encoding: 'utf8', input: '' })

/** Has bash take a command apart. @returns the words that the program is given, and its input */
const takeApart = (command: string): { words: string[]; input: string } => {
  const told = `program() { printf '%s\\0' $# "$@"; cat; }`
  const [count, ...rest] = inBash(
    `${told}; ${starts.reduce((all, start) => all.replace(start, 'program '), command)}`,
  ).split('\0')
  return { words: rest.slice(0, Number(count)), input: rest.slice(Number(count)).join('\0') }
}

/** Runs the program in this process. @returns what it says on standard output */
const outputOf = async (command: string): Promise<string> => {
  const { words, input } = takeApart(command)
  let output = ''
  const stdout = new PassThrough().setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const stream = (from: PassThrough) => Object.assign(from, { isTTY: false }) as unknown as NodeJS.WriteStream
  const status = await run(words, {
    stdin: Readable.from([Buffer.from(input)]),
    stdout: stream(stdout),
    stderr: stream(new PassThrough().resume()),
    signal: new AbortController().signal,
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(status).toBe(0)
  return output
}

describe('commands in documents', () => {
  test.each([...local])('%s', async (command) => {
    const output = inProcess.has(command) ? await outputOf(command) : inBash(command)
    expect(output.trim()).not.toBe('')
  })

  test('what is checked elsewhere is still in a document', () => {
    expect(Object.keys(elsewhere).filter((command) => !commands.includes(command))).toEqual([])
  })
})

test.each(['npm start', 'npm test'])('the README names %s', (command) => {
  expect(commands).toContain(command)
})
