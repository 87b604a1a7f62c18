import { type ClientSession, createClient } from '@runnel/client'
import type { Message } from './messages.ts'
import type { Workerd } from './start-workerd.ts'

/** Number of sessions at once, and the messages and chunks of each. */
export interface SessionsOptions {
  workerd: Workerd
  sessions: number
  /** UTF-16 units of a chunk. */
  chunk: number
  /** Messages that the sessions read, each in turn the next. */
  messages: readonly Message[]
  signal: AbortSignal
  /** Called with the number of chunks that are stored. */
  onProgress(chunks: number): void
}

/** Latencies, wrong texts and errors of all the sessions together. */
export interface SessionsFindings {
  sessions: number
  /** Milliseconds from each chunk to its acknowledgement. */
  latencies: number[]
  /** Milliseconds from the first chunk to the last `done`; sessions are opened before. */
  milliseconds: number
  /** Milliseconds of CPU of workerd meanwhile, and of this process, whose clients share the machine with it. */
  work: number
  clientWork: number
  /** Connections that ended before their session did, and were made again. */
  lost: number
  /** Milliseconds that a synced write takes where it stores. */
  writeTime: number
  characters: number
  /** Errors by message, with the number of sessions that met each. */
  errors: Map<string, number>
  /** Sessions whose text was not that of a session that nothing interrupted. */
  wrong: number
}

/** Opens sessions, then feeds all of them at once, each a chunk when the one before is stored. */
export const loadSessions = async (options: SessionsOptions): Promise<SessionsFindings> => {
  const { workerd, sessions, signal, messages } = options
  const client = createClient({ url: workerd.url, WebSocket: watched(() => findings.lost++) })
  const open: ClientSession[] = []
  const findings: SessionsFindings = {
    sessions,
    latencies: [],
    milliseconds: 0,
    work: 0,
    clientWork: 0,
    lost: 0,
    writeTime: workerd.writeTime,
    characters: 0,
    errors: new Map(),
    wrong: 0,
  }
  const run = async (session: ClientSession, message: Message): Promise<void> => {
    try {
      const [finals] = await Promise.all([
        readFinals(session),
        feed(session, message.ciphertext, options, findings),
      ])
      findings.characters += message.ciphertext.length
      if (finals !== message.finals) findings.wrong++
    } catch (error) {
      if (signal.aborted) return
      const said = String(error)
      findings.errors.set(said, (findings.errors.get(said) ?? 0) + 1)
    }
  }
  // Some at a time: opening is not what is measured.
  while (open.length < sessions) {
    const some = Math.min(50, sessions - open.length)
    open.push(...(await Promise.all(Array.from({ length: some }, () => client.openSession({ signal })))))
  }
  const [start, used, own] = [performance.now(), workerd.cpuTime(), process.cpuUsage()]
  await Promise.all(open.map((session, i) => run(session, messages[i % messages.length])))
  findings.milliseconds = performance.now() - start
  findings.work = workerd.cpuTime() - used
  const { user, system } = process.cpuUsage(own)
  findings.clientWork = (user + system) / 1000
  return findings
}

/** The platform's WebSocket, with each that does not end in order told. */
const watched = (onLost: () => void) =>
  class extends WebSocket {
    constructor(url: string) {
      super(url)
      this.addEventListener('close', ({ code }) => {
        if (code !== 1000) onLost()
      })
    }
  }

const feed = async (
  session: ClientSession,
  text: string,
  { chunk, onProgress }: SessionsOptions,
  { latencies }: SessionsFindings,
): Promise<void> => {
  for (let i = 0; i < text.length; i += chunk) {
    const start = performance.now()
    await session.push(text.slice(i, i + chunk))
    await session.stored()
    onProgress(latencies.push(performance.now() - start))
  }
  await session.end()
}

const readFinals = async (session: ClientSession): Promise<string> => {
  let finals = ''
  for await (const event of session.events) if (event.type === 'final') finals += event.text
  return finals
}
