import { createClient } from '@runnel/client'
import type { Workerd } from './start-workerd.ts'

/** Sessions that are held open and do nothing. */
export interface IdleOptions {
  workerd: Workerd
  count: number
  /** Milliseconds to wait before memory is measured: objects hibernate after about ten seconds. */
  rest: number
  signal: AbortSignal
  onProgress(open: number): void
}

/** What they cost. */
export interface IdleFindings {
  count: number
  /** Bytes of workerd before, when the last was open, and after the rest; nothing where /proc does not tell. */
  before: number | undefined
  open: number | undefined
  rested: number | undefined
  /** Of the sessions woken at the end, each a hundredth, those that went on as they should. */
  woken: number
  asked: number
}

/** Opens sessions, each with a socket and half a message read, lets them rest, and wakes some. */
export const holdIdle = async ({
  workerd,
  count,
  rest,
  signal,
  onProgress,
}: IdleOptions): Promise<IdleFindings> => {
  const client = createClient({ url: workerd.url })
  const before = workerd.residentBytes()
  const openOne = async () => {
    const session = await client.openSession({ signal, model: 'caesar-3' })
    await session.push('L Olnh ')
    await session.stored()
    return session
  }
  const sessions: Awaited<ReturnType<typeof openOne>>[] = []
  try {
    while (sessions.length < count) {
      const some = Math.min(20, count - sessions.length)
      sessions.push(...(await Promise.all(Array.from({ length: some }, openOne))))
      onProgress(sessions.length)
    }
    const open = workerd.residentBytes()
    await new Promise((resolve) => setTimeout(resolve, rest))
    const rested = workerd.residentBytes()
    const asked = sessions.filter((_, i) => i % 100 === 0)
    let woken = 0
    for (const session of asked) {
      void session.push('Dssohv').then(() => session.end())
      let text = ''
      for await (const event of session.events) if (event.type === 'final') text += event.text
      if (text === 'I Like Apples') woken++
    }
    return { count, before, open, rested, woken, asked: asked.length }
  } finally {
    for (const session of sessions) session.close()
  }
}
