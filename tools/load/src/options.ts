import { statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'

/** Suites there are; without a word it is the first. */
const suites = ['load', 'fuzz', 'fairness', 'burst', 'memory', 'work', 'attack', 'bulk'] as const

/** Choice of the suite, and its sizes. */
export interface LoadOptions {
  suite: (typeof suites)[number]
  sessions: number
  characters: number
  chunk: number
  idle: number
  sockets: number
  rest: number
  body: number
  seconds: number
  requests: number
  from: number
  clients: number
  bodies: number
  rounds: number
  warm: number
  seed: number
  share: number
  messages: number
  kills: number
  /** Folder that workerd stores in, one for temporary files unless given. */
  storage: string
}

/** The help. */
export const usage = `npm run load [-- fuzz | fairness | burst | memory | work | attack | bulk] [options]

Starts the edge service on a workerd of its own and measures it, or attacks it.

  --sessions N    sessions at once (1000; 0 for none)
  --characters N  UTF-16 units that each reads (2000)
  --chunk N       UTF-16 units of a chunk (20)
  --idle N        sessions held open that do nothing (10000; 0 for none)
  --sockets N     those of them that keep their socket; each takes an open file more (4000)
  --rest N        seconds that these rest: they hibernate after about ten (20)
  --body N        characters deciphered over HTTP in one body (1000000; 0 for none)
  --seconds N     ends each part after so long (900)
  --storage PATH  folder that workerd stores in (that for temporary files); on Linux /dev/shm is memory, where a write
                  that is synced takes no time

fuzz sends what no client should, and looks for what it breaks:

  --requests N    how many (100000)
  --from N        number of the first: goes on where a run of the same seed was stopped (0)
  --seed N        which ones (1)

fairness has clients send what nothing explains, and measures how others fare meanwhile:

  --clients N     how many (50)
  --warm N        seconds under attack before anything is measured (15)
  --seconds N     how long (900)
  --seed N        what they send (1)

burst has many bodies begin at once, and measures how others fare until all have an answer:

  --bodies N      how many (300)
  --rounds N      how often, of noise and of English by turns (20)
  --seed N        what they begin with (1)

memory sends requests of one kind after another, each to a workerd of its own, and looks at how its memory grows:

  --requests N    how many of each kind; fewer of those that take long (100000)

work sends 4,000 characters of ten kinds with every option that multiplies work, one after another, and tells the CPU that each took
beside the work that was charged. It ends with status 1 where a step of work takes ten times the median.

attack does what fuzz does and more: damaged snapshots and model files, raw requests, all frames of WebSockets,
sessions through a hostile proxy, kills of workerd. It ends with status 1 when a law falls:

  --share N       percent of it (100)
  --quick         one percent of it
  --seed N        which ones (1)

bulk has a bucket of messages deciphered by examples/bulk-worker, on a workerd of its own that is killed on the way, and
looks for messages lost, doubled or wrong:

  --messages N    how many (100000)
  --kills N       how often it is killed (10; 0 where /proc does not tell which process it is)
  --seed N        which messages, and when it is killed (1)`

const numbers = {
  sessions: 1000,
  characters: 2000,
  chunk: 20,
  idle: 10_000,
  sockets: 4000,
  rest: 20,
  body: 1_000_000,
  seconds: 900,
  requests: 100_000,
  from: 0,
  clients: 50,
  bodies: 300,
  rounds: 20,
  warm: 15,
  seed: 1,
  share: 100,
  messages: 100_000,
  kills: 10,
}

/** Reads the words of the command; nothing when help is asked for. @throws Error that says what is wrong */
export const readOptions = (words: readonly string[]): LoadOptions | undefined => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      storage: { type: 'string', default: tmpdir() },
      ...Object.fromEntries(Object.keys(numbers).map((name) => [name, { type: 'string' as const }])),
    },
  })
  if (values.help) return undefined
  const [word = 'load', ...others] = positionals
  const suite = suites.find((name) => name === word)
  if (!suite || others.length > 0) {
    throw new Error(`expected ${suites.slice(1).join(', ')} or nothing, received ${positionals.join(' ')}`)
  }
  const options: LoadOptions = {
    suite,
    ...numbers,
    ...(values.quick && { share: 1 }),
    storage: values.storage,
  }
  for (const name of Object.keys(numbers) as (keyof typeof numbers)[]) {
    const text = (values as Record<string, unknown>)[name]
    if (typeof text !== 'string') continue
    options[name] = Number(text)
    const least = [
      'chunk',
      'characters',
      'seconds',
      'requests',
      'share',
      'messages',
      'bodies',
      'rounds',
    ].includes(name)
      ? 1
      : 0
    if (!/^\d+$/.test(text) || options[name] < least) {
      throw new Error(`--${name}: expected a whole number, ${least} or more, received ${text}`)
    }
  }
  if (!statSync(options.storage, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`--storage: expected a folder, received ${options.storage}`)
  }
  if (options.share > 100) throw new Error(`--share: expected 100 or less, received ${options.share}`)
  return options
}
