import { decipherBodies } from './body.ts'
import { holdIdle } from './idle.ts'
import { createMessages } from './messages.ts'
import type { LoadOptions } from './options.ts'
import { withProgress } from './progress.ts'
import { type Findings, markdown } from './report.ts'
import { loadSessions } from './sessions.ts'
import type { Workerd } from './start-workerd.ts'
import { untilTime } from './until-time.ts'

/** Different messages that sessions read, by turns. */
const MESSAGES = 20
const ROUNDS = 7

/** Measures, part by part; each is given up after its time, and all of it when the signal says so. */
export const load = async (workerd: Workerd, options: LoadOptions, stop: AbortSignal) => {
  const { sessions, characters, chunk, idle, sockets, rest, body, seconds } = options
  const makeMessage = await createMessages()
  const findings: Findings = {}
  const faults: string[] = []
  let ended = false
  const part = async (count: number, run: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    if (count === 0 || stop.aborted) return
    const signal = untilTime(seconds * 1000, stop)
    await run(signal).catch((error: unknown) => {
      // What was found before is reported all the same.
      if (!signal.aborted)
        faults.push(
          error instanceof Error ? `${error.message} (${error.cause ?? 'no cause'})` : String(error),
        )
    })
    ended ||= signal.aborted
  }
  const { url } = workerd
  await part(sessions, async (signal) => {
    const messages = Array.from({ length: Math.min(MESSAGES, sessions) }, (_, i) =>
      makeMessage(i, characters),
    )
    const chunks = Math.ceil(characters / chunk) * sessions
    findings.sessions = await withProgress(`${sessions} sessions`, 'chunks', chunks, (onProgress) =>
      loadSessions({ workerd, sessions, chunk, messages, signal, onProgress }),
    )
  })
  await part(idle, async (signal) => {
    findings.idle = await withProgress(`${idle} idle sessions`, 'sessions', idle, (onProgress) =>
      holdIdle({ workerd, count: idle, sockets, rest: rest * 1000, signal, onProgress }),
    )
  })
  await part(body, async (signal) => {
    const { ciphertext } = makeMessage(1, body)
    findings.body = await withProgress('one long body', 'rounds', ROUNDS, (onProgress) =>
      decipherBodies({ url, ciphertext, rounds: ROUNDS, signal, onProgress }),
    )
  })
  const text = [markdown(findings), ...faults.map((fault) => `A part failed: ${fault}.\n`)].join('\n')
  return { text, passed: !ended && faults.length === 0 && isSound(findings) && workerd.isSame() }
}

/** No error, and no character lost. How fast it was is not for a test to say. */
const isSound = ({ sessions, idle, body }: Findings): boolean =>
  (!sessions || (sessions.errors.size === 0 && sessions.wrong === 0)) &&
  (!idle || (idle.held === idle.asked && idle.woken === idle.tried)) &&
  (!body || body.same)
