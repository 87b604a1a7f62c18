import { type Client, type ClientSession, createClient } from '@runnel/client'
import type { Workerd } from './start-workerd.ts'

/** Sessions that are held open and do nothing. */
export interface IdleOptions {
  workerd: Workerd
  count: number
  /** Of these, how many keep their socket; the clients of the others have left. */
  sockets: number
  /** Milliseconds to wait before memory is measured: objects hibernate after about ten seconds. */
  rest: number
  signal: AbortSignal
  onProgress(open: number): void
}

/** Memory that idle sessions cost, and of some of them, whether they went on. */
export interface IdleFindings {
  asked: number
  held: number
  sockets: number
  /** Reason that no more could be opened. */
  failure: string | undefined
  /** Bytes of workerd before, when the last was open, and after the rest; nothing where /proc does not tell. */
  before: number | undefined
  open: number | undefined
  rested: number | undefined
  /** Of the sessions woken at the end, each a hundredth, those that went on as they should. */
  woken: number
  tried: number
}

/** Opens sessions that have read half a message, lets them rest, and wakes some. */
export const holdIdle = async (options: IdleOptions): Promise<IdleFindings> => {
  const { workerd, count, sockets, rest, signal } = options
  const client = createClient({ url: workerd.url })
  const before = workerd.residentBytes()
  const sessions: ClientSession[] = []
  try {
    const failure = await openAll(client, sessions, options)
    const open = workerd.residentBytes()
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, rest))
    const rested = workerd.residentBytes()
    const held = sessions.length
    return {
      asked: count,
      held,
      sockets: Math.min(sockets, held),
      failure,
      before,
      open,
      rested,
      ...(await wakeSome(client, sessions, sockets)),
    }
  } finally {
    for (const session of sessions) session.close()
  }
}

/** Opens sessions, twenty at once, and closes the sockets of those that are to keep none. Adds to `sessions`. */
const openAll = async (
  client: Client,
  sessions: ClientSession[],
  { count, sockets, signal, onProgress }: IdleOptions,
): Promise<IdleFindings['failure']> => {
  const openOne = async () => {
    const session = await client.openSession({ model: 'caesar-3' })
    await session.push('L Olnh ')
    await session.stored()
    return session
  }
  let failure: string | undefined
  while (sessions.length < count && !signal.aborted && failure === undefined) {
    const some = Math.min(20, count - sessions.length)
    for (const result of await Promise.allSettled(Array.from({ length: some }, openOne))) {
      if (result.status === 'fulfilled') {
        if (sessions.length >= sockets) result.value.close()
        sessions.push(result.value)
      }
      // A limit of the machine, such as that of open files: what is open is measured all the same.
      else failure = String(result.reason)
    }
    onProgress(sessions.length)
  }
  return failure
}

/** Sends the rest of the message to each hundredth session, and counts those that give all of it. */
const wakeSome = async (
  client: Client,
  sessions: readonly ClientSession[],
  sockets: number,
): Promise<Pick<IdleFindings, 'woken' | 'tried'>> => {
  const tried = sessions
    .map((session, i) => ({ session, isClosed: i >= sockets }))
    .filter((_, i) => i % 100 === 0)
  let woken = 0
  for (const { session: one, isClosed } of tried) {
    const session = isClosed ? client.resumeSession(one.position()) : one
    void session.push('Dssohv').then(() => session.end())
    let text = ''
    for await (const event of session.events) if (event.type === 'final') text += event.text
    if (text === 'I Like Apples') woken++
  }
  return { woken, tried: tried.length }
}
