import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

/*
 * npm run fuzz: the property tests in Node with a fresh seed, again and again until one fails; `npm test` tries one seed
 * alone. ^C ends it.
 */
const usage = `npm run fuzz -- [--rounds N] [--seed S] [WORDS]
  --rounds N  end after N rounds (until ^C)
  --seed S    one round with this seed, as a failure names it
  WORDS       only test files whose path has one of them`

const whole = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  console.error(`--${name}: expected a whole number from 1, received "${text}"\n${usage}`)
  process.exit(2)
}

const read = () => {
  try {
    return parseArgs({
      options: {
        rounds: { type: 'string' },
        seed: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    })
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`)
    process.exit(2)
  }
}

const { values, positionals } = read()
if (values.help) {
  console.log(usage)
  process.exit()
}
const given = whole('seed', values.seed)
const rounds = given === undefined ? (whole('rounds', values.rounds) ?? Number.POSITIVE_INFINITY) : 1
const files = globSync('{packages,tools,examples}/*/src/**/*.test.ts')
  .filter((file) => positionals.length === 0 || positionals.some((word) => file.includes(word)))
  .filter((file) => /fast-check|Laws/.test(readFileSync(file, 'utf8')))
if (files.length === 0) {
  console.error(`No file of property tests has ${positionals.join(' or ')} in its path.`)
  process.exit(2)
}
for (let round = 1; round <= rounds; round++) {
  const seed = given ?? randomInt(1, 2 ** 31)
  const began = performance.now()
  const { status, signal, stdout, stderr } = spawnSync(
    'vitest',
    ['run', '--project', 'node*', '--reporter=dot', ...files],
    { encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, RUNNEL_SEED: String(seed) } },
  )
  if (signal) process.exit(130)
  if (status !== 0) {
    console.error(
      `${stdout}${stderr}\nRound ${round} fell. Again: npm run fuzz -- --seed ${seed} ${positionals.join(' ')}`,
    )
    process.exit(1)
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(`round ${round}: ${files.length} files hold with seed ${seed}, ${seconds} s`)
}
