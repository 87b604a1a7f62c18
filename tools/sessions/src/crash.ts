import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { createRandom } from '@runnel/core'
import { createSeededStreams } from '@runnel/edge-worker/testing'
import type { Service } from '@runnel/tasks/service'
import { startOnFreePort } from '@runnel/tasks/start-on-free-port'
import { CrashingClient } from './crashing-client.ts'

/** Outcome of one crash: how far the sessions were, and the faults after it. */
export interface Crash {
  /** Chunks accepted by all sessions when the service was killed. */
  acceptedBefore: number
  /** Events received by then. */
  receivedBefore: number
  /** Faults, one for each session where anything went wrong. */
  faults: string[]
}

const SESSIONS = 4
const CHUNKS = 40

/**
 * Kills workerd with SIGKILL in the middle of four sessions, starts it again on the same storage, and lets them go on.
 * When it is killed, and what is sent, follow from the seed.
 */
export const crash = async (seed: number): Promise<Crash> => {
  const state = await mkdtemp(path.join(tmpdir(), 'runnel-crash-'))
  let service: Service | undefined
  try {
    const make = await createSeededStreams()
    const random = createRandom(seed)
    const streams = Array.from({ length: SESSIONS }, () => make.text(random.integer(2 ** 31), CHUNKS))
    const last = 1 + random.integer(SESSIONS * CHUNKS - 1)

    const first = await startOnFreePort({ state })
    service = first
    const clients = await Promise.all(streams.map(({ chunks }) => CrashingClient.open(first.url, chunks)))
    let accepted = 0
    const delay = random.integer(20)
    let killed: Promise<void> | undefined
    await Promise.all(
      clients.map((client) =>
        client.run(first.url, () => {
          if (++accepted === last) killed = setTimeout(delay).then(first.kill)
        }),
      ),
    )
    await killed
    const receivedBefore = clients.reduce((sum, { received }) => sum + received.length, 0)

    const second = await startOnFreePort({ state })
    service = second
    await Promise.all(clients.map((client) => client.done || client.run(second.url, () => {})))
    const faults = clients.flatMap((client, i) => faultsOf(client, streams[i]?.events))
    return { acceptedBefore: last, receivedBefore, faults }
  } finally {
    await service?.stop()
    await rm(state, { recursive: true, force: true })
  }
}

const faultsOf = ({ done, received }: CrashingClient, expected: unknown): string[] => {
  if (!done) return ['not done']
  const offsets = received.map(({ id }) => Number(id.split('-')[1]))
  if (offsets.some((offset, i) => offset !== i + 1)) return [`offsets ${offsets.join(' ')}`]
  const events = received.map(({ id: _, ...event }) => event)
  return isDeepStrictEqual(events, expected) ? [] : [`events differ: ${JSON.stringify(events)}`]
}
