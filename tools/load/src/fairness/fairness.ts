import { createMessages } from '../messages.ts'
import type { LoadOptions } from '../options.ts'
import type { Workerd } from '../start-workerd.ts'
import { untilTime } from '../until-time.ts'
import { attack } from './attacker.ts'
import { readEnglish } from './english-session.ts'
import { createNoise } from './noise.ts'
import type { FairnessFindings } from './tally.ts'

/** Milliseconds between two looks at `/health`, and at the memory. */
const [HEALTH_EVERY, MEMORY_EVERY] = [100, 10_000]

/** Looks at the memory of which one is told. */
const MEMORY_TOLD = 6

/** The same between two sessions of English. */
const SESSION_EVERY = 50

/** Milliseconds for which the service is looked at before anybody attacks. */
const QUIET = 3000

const CHUNK = 20

/** Has clients send what nothing explains, and measures how the others fare meanwhile. */
export const measureFairness = async (
  workerd: Workerd,
  { clients, seconds, warm, seed }: Pick<LoadOptions, 'clients' | 'seconds' | 'warm' | 'seed'>,
  stop: AbortSignal,
): Promise<FairnessFindings> => {
  const { url } = workerd
  const [makeMessage, makeNoise] = [await createMessages(), createNoise()]
  const findings: FairnessFindings = {
    quiet: [],
    health: [],
    healthWork: [],
    chunks: [],
    chunksWork: [],
    refusals: [],
    refusalsWork: [],
    answers: new Map(),
    letters: 0,
    faults: [],
    memory: [],
    milliseconds: 0,
    work: 0,
    clientWork: 0,
  }
  const watchHealth = (times: number[], work: number[], signal: AbortSignal) =>
    every(HEALTH_EVERY, { signal, faults: findings.faults }, async () => {
      const [asked, used] = [performance.now(), workerd.cpuTime()]
      const { status } = await fetch(new URL('/health', url))
      times.push(performance.now() - asked)
      work.push(workerd.cpuTime() - used)
      if (status !== 200) findings.faults.push(`/health: ${status}`)
    })
  await watchHealth(findings.quiet, [], untilTime(QUIET, stop))
  const ending = new AbortController()
  const signal = AbortSignal.any([stop, ending.signal])
  const attackers = Array.from({ length: clients }, (_, number) =>
    attack({ workerd, number: seed * clients + number, signal, findings, makeNoise }),
  )
  // Compiling, and the first of each decipherer.
  await pause(warm * 1000)
  findings.refusals.length = 0
  findings.refusalsWork.length = 0
  findings.answers.clear()
  findings.letters = 0
  const [start, used, own] = [performance.now(), workerd.cpuTime(), process.cpuUsage()]
  const measured = untilTime(seconds * 1000, stop)
  const watch = { signal: measured, faults: findings.faults }
  const watches = [
    watchHealth(findings.health, findings.healthWork, measured),
    every(MEMORY_EVERY, watch, async () => {
      const bytes = workerd.residentBytes()
      if (bytes === undefined) return
      const second = (performance.now() - start) / 1000
      findings.memory.push({ second, bytes })
      if (findings.memory.length % MEMORY_TOLD === 1) {
        console.error(`${Math.round(second)} s: ${Math.round(bytes / 2 ** 20)} MiB`)
      }
    }),
    every(SESSION_EVERY, watch, async () => {
      const message = makeMessage(seed + findings.chunks.length, 400)
      await readEnglish({ workerd, message, chunk: CHUNK, findings }, measured)
    }),
  ]
  await Promise.all(watches)
  findings.milliseconds = performance.now() - start
  findings.work = workerd.cpuTime() - used
  const { user, system } = process.cpuUsage(own)
  findings.clientWork = (user + system) / 1000
  ending.abort()
  await Promise.all(attackers)
  if (!workerd.isSame()) findings.faults.push('workerd ended')
  findings.faults.push(...workerd.said.filter((line) => line.startsWith('{"level":"error"')))
  return findings
}

/** Does a thing again and again, a time apart, until the signal; trouble is told, and no end of it. */
const every = async (
  milliseconds: number,
  { signal, faults }: { signal: AbortSignal; faults: string[] },
  act: () => Promise<void>,
): Promise<void> => {
  while (!signal.aborted) {
    await act().catch((error: Error) => faults.push(`${error.message} (${error.cause ?? 'no cause'})`))
    await pause(milliseconds)
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
