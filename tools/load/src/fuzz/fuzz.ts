import { createRandom, type Random } from '@runnel/core'
import type { Workerd } from '../start-workerd.ts'
import { openCanaries } from './canaries.ts'
import { type Attack, exchange } from './exchange.ts'
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
  milliseconds: number
}

const AT_ONCE = 24
/** Attacks between two looks at the canaries, and after which the attacker opens a session anew. */
const LOOK = 2000
const RENEW = 100

/** Attacks a service, and looks whether it still does what it should for others. */
export const fuzz = async (
  workerd: Workerd,
  { requests, seed }: FuzzOptions,
  stop: AbortSignal,
  advance: (done: number) => void = () => {},
): Promise<FuzzFindings> => {
  const { url } = workerd
  const canaries = await openCanaries(url, 3)
  const targets: Targets = { own: [], foreign: canaries.targets }
  while (targets.own.length < 8) targets.own.push(await openTarget(url, 'gdwd'))
  const findings: FuzzFindings = {
    sent: new Map(),
    answers: new Map(),
    faults: [],
    bits: Math.min(countBits(targets), requests),
    byPlatform: 0,
    milliseconds: 0,
  }
  const attack = async (number: number): Promise<void> => {
    const random = createRandom(seed * 1_000_003 + number)
    const made = number < findings.bits ? bitAttack(random, targets, number) : randomAttack(random, targets)
    const answer = await exchange(url, made, number)
    count(findings.sent, made.kind)
    count(findings.answers, answer.status)
    if (isOfPlatform(made, answer)) findings.byPlatform++
    const fault = judge(made, answer)
    if (fault === undefined) return
    const [line] = made.bytes.toString('latin1').split('\r\n')
    findings.faults.push(`attack ${number}: ${fault}: ${line?.slice(0, 200)} → ${answer.body.slice(0, 200)}`)
  }
  const look = async (): Promise<void> => {
    findings.faults.push(...(await canaries.check()))
    if (!workerd.isSame()) findings.faults.push('workerd ended, and was started again')
  }
  const start = performance.now()
  const attackAll = async (): Promise<void> => {
    for (let number = 0; number < requests && !stop.aborted; number += AT_ONCE) {
      const some = Math.min(AT_ONCE, requests - number)
      await Promise.all(Array.from({ length: some }, (_, i) => attack(number + i)))
      advance(number + some)
      if (passes(RENEW, { number, some })) {
        targets.own.shift()
        targets.own.push(await openTarget(url, 'gdwd'))
      }
      if (passes(LOOK, { number, some })) await look()
    }
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

const randomAttack = (random: Random, targets: Targets): Attack => {
  if (once(random, 5)) return socketAttack(random, targets)
  if (once(random, 6)) return tokenAttack(random, targets)
  if (once(random, 20)) return watcherAttack(random, targets)
  if (once(random, 12)) return rawAttack(random)
  return httpAttack(random, targets)
}

/** Tells whether `some` attacks from `number` on pass a multiple of `step`. */
const passes = (step: number, { number, some }: { number: number; some: number }): boolean =>
  Math.floor(number / step) !== Math.floor((number + some) / step)

const count = <K>(counts: Map<K, number>, key: K): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
