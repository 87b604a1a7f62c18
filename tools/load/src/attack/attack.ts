import { withProgress } from '../progress.ts'
import type { Workerd } from '../start-workerd.ts'
import { damagedFiles } from './damaged-files.ts'
import { kills } from './kills.ts'
import { malformedRequests } from './malformed-requests.ts'
import type { Part, PartFindings } from './part.ts'
import { proxiedSessions } from './proxied-sessions.ts'
import { allFrames, rawShapes } from './shapes.ts'

/** Size of an attack, and the seed that it all follows from. */
export interface AttackOptions {
  /** Part of the whole in percent. */
  share: number
  seed: number
}

/** Findings of all parts, and the milliseconds that each took. */
export type AttackFindings = { part: Part; findings: PartFindings; milliseconds: number }[]

/** All parts of the attack at a part of their size. */
export const attackParts = (share: number): Part[] => {
  const sized = (whole: number) => Math.ceil((whole * share) / 100)
  return [
    damagedFiles(sized(100_000)),
    rawShapes(sized(1000)),
    allFrames(share / 100),
    proxiedSessions(sized(100)),
    malformedRequests(sized(100_000)),
    kills(sized(20)),
  ]
}

/** Attacks the library and a service, part after part, until all is done or the signal says so. */
export const attack = async (
  workerd: Workerd,
  { share, seed }: AttackOptions,
  stop: AbortSignal,
  parts = attackParts(share),
): Promise<AttackFindings> => {
  const all: AttackFindings = []
  for (const part of parts) {
    if (stop.aborted) break
    const start = performance.now()
    const findings = await withProgress(part.title, part.unit, part.count, (advance) =>
      part.run({ workerd, seed, stop }, advance),
    ).catch((error: unknown): PartFindings => {
      // ^C at a terminal ends workerd too.
      const faults = stop.aborted ? [] : [`the part failed: ${String(error)}`]
      return { done: 0, faults, notes: '' }
    })
    all.push({ part, findings, milliseconds: performance.now() - start })
  }
  return all
}
