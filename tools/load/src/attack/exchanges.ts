import { openCanaries } from '../fuzz/canaries.ts'
import { type Answer, type Attack, exchange } from '../fuzz/exchange.ts'
import { isOfPlatform, isRuleBroken, judge } from '../fuzz/judge.ts'
import { openTarget, type Target } from '../fuzz/targets.ts'
import type { Conditions, PartFindings } from './part.ts'

/** Attacks that go on at the same time, and after which the attacker opens a session anew. */
const [AT_ONCE, RENEW] = [24, 48]

/** Attacks to be made, one after the other. */
export interface Attacks {
  count: number
  /** Makes one, for a session of the attacker's. */
  make(number: number, session: Target): Attack & { name: string }
}

/** Sends attacks over sockets of their own, judges the answers, and looks after the sessions of another client. */
export const exchangeAll = async (
  { workerd, stop }: Conditions,
  { count, make }: Attacks,
  advance: (done: number) => void,
): Promise<PartFindings> => {
  const { url } = workerd
  const saidBefore = workerd.said.length
  const canaries = await openCanaries(url, 3)
  const faults: string[] = []
  const answers = new Map<number, number>()
  let [session, done] = [await openTarget(url, 'gdwd'), 0]
  const send = async (number: number): Promise<void> => {
    const attack = make(number, session)
    const answer = await exchange(url, attack, number)
    answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1)
    const fault = faultOf(attack, answer)
    if (fault) faults.push(`${attack.name}: ${fault} → ${answer.body.slice(0, 200)}`)
  }
  while (done < count && !stop.aborted) {
    const some = Math.min(AT_ONCE, count - done)
    await Promise.all(Array.from({ length: some }, (_, i) => send(done + i)))
    done += some
    advance(done)
    if (done % RENEW === 0) session = await openTarget(url, 'gdwd')
  }
  if (!stop.aborted) {
    faults.push(...(await canaries.check()), ...(await canaries.finish()))
    if (!workerd.isSame()) faults.push('workerd ended, and was started again')
    const said = new Set(workerd.said.slice(saidBefore).filter((line) => !isRuleBroken(line)))
    faults.push(...Array.from(said, (line) => `workerd said ${line}`))
  }
  const counted = [...answers].sort(([, a], [, b]) => b - a)
  const notes = `answered with ${counted.map(([status, times]) => `${status || 'nothing'} ${times.toLocaleString('en')}`).join(', ')}`
  return { done, faults, notes }
}

const faultOf = (attack: Attack, answer: Answer): string | undefined =>
  isOfPlatform(attack, answer) ? undefined : judge(attack, answer)
