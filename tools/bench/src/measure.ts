import type { Run } from './contenders/contender.ts'
import { contenders } from './contenders/index.ts'
import { nativeRates, nativeWidths } from './contenders/native.ts'
import { netOf } from './nets.ts'
import { type Rate, summarise } from './statistics.ts'

/** Ways of feeding, by their column. */
export const ways = ['1 a call', '256 a call', '26 streams', '64 streams'] as const

/** Characters a second of one net, by contender and way. */
export type Rates = Map<string, Map<string, Rate>>

/** Length of each run in milliseconds, and number of rounds in which each has its turn. */
export interface Turns {
  milliseconds: number
  rounds: number
}

/** Speeds of one net under every contender, and the bytes that a session takes. */
export interface NetFindings {
  rates: Rates
  /** By contender. */
  sessionBytes: Map<string, number>
}

/** Measures one net: in each round, every contender, or the `only` one, has its turn with every way. */
export const measureNet = async (
  cell: string,
  units: number,
  turns: Turns,
  only?: string,
): Promise<NetFindings> => {
  const net = netOf(cell, units)
  const runs: { contender: string; way: string; rate: () => Promise<number> }[] = []
  const disposals: (() => void)[] = []
  const sessionBytes = new Map<string, number>()
  for (const contender of contenders) {
    if (only !== undefined && contender.name !== only) continue
    const prepared = await contender.prepare(net)
    if (!prepared) continue
    const { single, chunk, batch, dispose } = prepared
    if (prepared.sessionBytes) sessionBytes.set(contender.name, await prepared.sessionBytes())
    const all: (Run | undefined)[] = [single, chunk, await batch?.(26), await batch?.(64)]
    for (const [index, run] of all.entries()) {
      if (!run) continue
      await run()
      const rate = () => rateOf(run, turns.milliseconds)
      runs.push({ contender: contender.name, way: ways[index], rate })
    }
    if (dispose) disposals.push(dispose)
  }
  for (const width of only === undefined ? nativeWidths : []) {
    const native = await nativeRates(width, cell, units, 28)
    if (!native) continue
    const rate = () => native.rate(turns.milliseconds)
    runs.push({ contender: `C, vectors of ${32 * width} bits`, way: ways[1], rate })
    disposals.push(native.stop)
  }
  const rates = runs.map(() => [] as number[])
  for (let round = 0; round < turns.rounds; round++) {
    for (const [index, run] of runs.entries()) rates[index].push(await run.rate())
  }
  for (const dispose of disposals) dispose()
  const result: Rates = new Map()
  for (const [index, { contender, way }] of runs.entries()) {
    const row = result.get(contender) ?? new Map<string, Rate>()
    result.set(contender, row.set(way, summarise(rates[index])))
  }
  return { rates: result, sessionBytes }
}

/** Runs for that long, at least once. */
const rateOf = async (run: Run, milliseconds: number): Promise<number> => {
  const started = performance.now()
  let characters = 0
  let passed = 0
  do {
    // waiting for what is no promise would cost a turn of the event loop each time
    const read = run()
    characters += typeof read === 'number' ? read : await read
    passed = performance.now() - started
  } while (passed < milliseconds)
  return (characters / passed) * 1000
}
