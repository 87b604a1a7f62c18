import { createRandom, type Random } from '@runnel/core'
import type { Workerd } from '../start-workerd.ts'
import { openCanaries } from './canaries.ts'
import { type Answer, type Attack, exchange } from './exchange.ts'
import { httpAttack } from './http-attack.ts'
import { isOfPlatform, isRuleBroken, judge } from './judge.ts'
import { once } from './random-parts.ts'
import { rawAttack } from './raw-attack.ts'
import { socketAttack } from './socket-attack.ts'
import { openTarget, type Targets } from './targets.ts'
import { bitAttack, countBits, tokenAttack } from './token-attack.ts'
import { watcherAttack } from './watcher-attack.ts'

/** Number of attacks, and the seed that they all follow from. */
export interface FuzzOptions {
  requests: number
  seed: number
  /** Number of the first: those before it were made by an earlier run. */
  from: number
}

/** Attacks sent by kind, answers by status, and the faults found. */
export interface FuzzFindings {
  sent: Map<string, number>
  answers: Map<number, number>
  /** Faults, each with the number of the attack that can be made again by the same seed. */
  faults: string[]
  bits: number
  /** Answers that workerd gave by itself. */
  byPlatform: number
  /** Number of the attack that comes next: where it was stopped, another run goes on there. */
  next: number
  milliseconds: number
}

/** Attacks under way at a time: most of what one takes is waiting, for a socket that may say more or an end that is late. */
const AT_ONCE = 32
/** Attacks between two looks at the canaries, and after which the attacker opens a session anew. */
const LOOK = 2000
const RENEW = 100

/** Attacks a service, and looks whether it still does what it should for others. */
export const fuzz = async (
  workerd: Workerd,
  { requests, seed, from }: FuzzOptions,
  stop: AbortSignal,
  advance: (done: number) => void = () => {},
): Promise<FuzzFindings> => {
  const { url } = workerd
  const canaries = await openCanaries(url, 3)
  const targets: Targets = { own: [], foreign: canaries.targets }
  while (targets.own.length < 8) targets.own.push(await openTarget(url, 'gdwd'))
  const bits = countBits(targets)
  const end = from + requests
  const findings: FuzzFindings = {
    sent: new Map(),
    answers: new Map(),
    faults: [],
    bits: Math.max(0, Math.min(bits, end) - from),
    byPlatform: 0,
    next: from,
    milliseconds: 0,
  }
  const attack = async (number: number): Promise<void> => {
    const random = createRandom(seed * 1_000_003 + number)
    const made = number < bits ? bitAttack(random, targets, number) : randomAttack(random, targets)
    noteAnswer(findings, number, made, await exchange(url, made, number))
  }
  const look = async (): Promise<void> => {
    findings.faults.push(...(await canaries.check()))
    if (!workerd.isSame()) findings.faults.push('workerd ended, and was started again')
  }
  const renew = async (): Promise<void> => {
    targets.own.push(await openTarget(url, 'gdwd'))
    targets.own.shift()
  }
  /** One of those that attack at the same time: when it has done so, it may be its turn to look, or to renew. */
  const worker = async (): Promise<void> => {
    while (findings.next < end && !stop.aborted) {
      const number = findings.next++
      await attack(number)
      advance(findings.next - from)
      if (number % RENEW === RENEW - 1) await renew()
      if (number % LOOK === LOOK - 1) await look()
    }
  }
  const start = performance.now()
  const attackAll = async (): Promise<void> => {
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    await look()
    findings.faults.push(...(await canaries.finish()))
  }
  await attackAll().catch((error: unknown) => {
    // ^C at a terminal ends workerd too.
    if (!stop.aborted) throw error
  })
  findings.milliseconds = performance.now() - start
  const said = [...new Set(workerd.said)].filter((text) => !isRuleBroken(text))
  findings.faults.push(...said.map((text) => `workerd said ${text}`))
  return findings
}

/** Counts an answer, and judges it. */
const noteAnswer = (findings: FuzzFindings, number: number, made: Attack, answer: Answer): void => {
  count(findings.sent, made.kind)
  count(findings.answers, answer.status)
  if (isOfPlatform(made, answer)) findings.byPlatform++
  const fault = judge(made, answer)
  if (fault === undefined) return
  const [line] = made.bytes.toString('latin1').split('\r\n')
  findings.faults.push(`attack ${number}: ${fault}: ${line?.slice(0, 200)} → ${answer.body.slice(0, 200)}`)
}

const randomAttack = (random: Random, targets: Targets): Attack => {
  if (once(random, 5)) return socketAttack(random, targets)
  if (once(random, 6)) return tokenAttack(random, targets)
  if (once(random, 20)) return watcherAttack(random, targets)
  if (once(random, 12)) return rawAttack(random)
  return httpAttack(random, targets)
}

const count = <K>(counts: Map<K, number>, key: K): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
