import net from 'node:net'
import { createCipher, createRandom, type Random } from '@runnel/core'
import { createNoise } from '../fairness/noise.ts'
import { countOne } from '../fairness/tally.ts'
import type { LoadOptions } from '../options.ts'
import type { Workerd } from '../start-workerd.ts'

/** All that bursts of bodies found out. Times are in milliseconds. */
export interface BurstFindings {
  /** From a request for `/health` to its answer, while bodies that had just begun were not all answered; and CPU meanwhile. */
  health: number[]
  healthWork: number[]
  /** From the first byte of a body to its refusal, and CPU meanwhile. */
  refusals: number[]
  refusalsWork: number[]
  /** From the first byte of a body that was let in to the head of its answer. */
  answers: number[]
  /** Statuses of the bodies. */
  statuses: Map<string, number>
  /** CPU of workerd for a round, of each kind of text. */
  work: Record<keyof TextMakers, number[]>
  faults: string[]
}

/** Letters that a body begins with, milliseconds between two looks at `/health`, and between two rounds. */
const [FIRST, HEALTH_EVERY, PAUSE] = [64, 10, 1000]

/** Milliseconds that a round is waited for. */
const PATIENCE = 30_000

const SENTENCE = 'The morning was cold, and nobody in the village knew who had sent the boat. '

/** Makes texts of the kinds that bodies begin with, by turns. */
const textMakers = () => {
  const [makeNoise, caesar] = [createNoise(), createCipher('caesar')]
  return {
    noise: (random: Random) => makeNoise(FIRST, random.integer(2) === 0 ? 'letters' : 'keys', random),
    English: (random: Random) => caesar.encrypt(SENTENCE.slice(0, FIRST), { shift: 1 + random.integer(25) }),
  }
}

type TextMakers = ReturnType<typeof textMakers>

/**
 * Begins many bodies at once, each of a client of its own, and goes on with none: round after round, noise and English by turns.
 * Looks meanwhile how others fare.
 */
export const measureBursts = async (
  workerd: Workerd,
  { bodies, rounds, seed }: Pick<LoadOptions, 'bodies' | 'rounds' | 'seed'>,
  stop: AbortSignal,
): Promise<BurstFindings> => {
  const random = createRandom(seed)
  const findings: BurstFindings = {
    health: [],
    healthWork: [],
    refusals: [],
    refusalsWork: [],
    answers: [],
    statuses: new Map(),
    work: { noise: [], English: [] },
    faults: [],
  }
  const texts = textMakers()
  await warmUp(workerd, texts)
  for (let round = 0; round < rounds && !stop.aborted; round++) {
    const kind = (['noise', 'English'] as const)[round % 2] as keyof TextMakers
    const sockets = await Promise.all(Array.from({ length: bodies }, () => connect(workerd.url)))
    // Made before: all of this is one thread, and nobody is heard while it is busy.
    const heads = sockets.map((_, number) => headOf(number, texts[kind](random)))
    const before = workerd.cpuTime()
    let open = true
    const looks = watchHealth(workerd, findings, () => open)
    const begun = sockets.map((socket, i) => begin(workerd, { socket, before, head: heads[i] }, findings))
    await Promise.all(begun)
    open = false
    await looks
    findings.work[kind].push(workerd.cpuTime() - before)
    for (const socket of sockets) socket.destroy()
    await pause(PAUSE)
  }
  if (!workerd.isSame()) findings.faults.push('workerd ended')
  findings.faults.push(...workerd.said.filter((line) => line.startsWith('{"level":"error"')))
  return findings
}

/** Has the decipherer made, and what answers compiled. */
const warmUp = async ({ url }: Workerd, texts: TextMakers): Promise<void> => {
  const random = createRandom(1)
  for (let i = 0; i < 20; i++) {
    const body = texts[i % 2 === 0 ? 'noise' : 'English'](random)
    await (await fetch(new URL('/v1/decipher', url), { method: 'POST', body })).text()
    await (await fetch(new URL('/health', url))).text()
  }
}

const watchHealth = async (workerd: Workerd, findings: BurstFindings, isOn: () => boolean) => {
  while (isOn()) {
    const [asked, used] = [performance.now(), workerd.cpuTime()]
    const { status } = await fetch(new URL('/health', workerd.url))
    findings.health.push(performance.now() - asked)
    findings.healthWork.push(workerd.cpuTime() - used)
    if (status !== 200) findings.faults.push(`/health: ${status}`)
    await pause(HEALTH_EVERY)
  }
}

/** Head and first piece of the body of a client that has a number. */
const headOf = (number: number, text: string): string =>
  `POST /v1/decipher HTTP/1.1\r\nhost: a\r\ncf-connecting-ip: 198.51.${100 + (number >> 8)}.${number & 255}\r\n` +
  `transfer-encoding: chunked\r\n\r\n${text.length.toString(16)}\r\n${text}\r\n`

/** Begins a body, and waits until there is the head of an answer; `before` is the CPU of workerd before all of them. */
const begin = async (
  workerd: Workerd,
  { socket, before, head: sent }: { socket: net.Socket; before: number; head: string | undefined },
  findings: BurstFindings,
): Promise<void> => {
  const asked = performance.now()
  socket.write(sent ?? '')
  const head = await firstOf(socket)
  const [taken, worked] = [performance.now() - asked, workerd.cpuTime() - before]
  const status = /^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 'nothing'
  countOne(findings.statuses, status)
  if (status === '200') findings.answers.push(taken)
  else if (/^429|^503/.test(status) && /^retry-after: [1-9]/im.test(head)) {
    findings.refusals.push(taken)
    findings.refusalsWork.push(worked)
  } else findings.faults.push(`a body that began: ${head.slice(0, 200) || 'no answer'}`)
}

const connect = ({ hostname, port }: URL): Promise<net.Socket> =>
  new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname, () => resolve(socket))
    socket.on('error', reject)
  })

/** The first bytes of an answer; none where the connection ends, or none come in time. */
const firstOf = (socket: net.Socket): Promise<string> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE, '')
    const end = (text: string) => {
      clearTimeout(timer)
      resolve(text)
    }
    socket.once('data', (bytes) => end(bytes.toString('latin1')))
    socket.once('close', () => end(''))
  })

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
