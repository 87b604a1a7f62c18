import { findCounts, findModel } from '@runnel/models'
import { bytesOf } from '@runnel/rnn-model'
import type { Command, Inspected } from '../command.ts'
import type { EngineMessage } from '../frame.ts'
import { Reader } from '../worker/reader.ts'

/** A message of the reader's. */
export type Told = EngineMessage | Inspected

/** A reader with the English model, whose slices a test lets come. */
export interface OpenReader {
  readonly told: Told[]
  receive(command: Command): Promise<void>
  /** Lets all slices come that are due, until nothing is left. */
  run(): void
  /** Lets one slice come. */
  slice(): void
}

/**
 * Opens a reader on this thread.
 *
 * @param now the clock; the real one unless given
 * @param before done before the model is handed over
 */
export const openReader = async (
  now: () => number = () => performance.now(),
  before?: (receive: OpenReader['receive']) => Promise<void>,
): Promise<OpenReader> => {
  const told: Told[] = []
  const due: (() => void)[] = []
  const reader = new Reader({ post: (message) => told.push(message), now, defer: (call) => due.push(call) })
  const bytes = async (file: Parameters<typeof bytesOf>[0]): Promise<ArrayBuffer> =>
    (await bytesOf(file)).slice().buffer as ArrayBuffer
  await before?.((command) => reader.receive(command))
  await reader.receive({
    type: 'load',
    model: await bytes(await findModel('english')),
    counts: await bytes(await findCounts('english')),
  })
  const slice = (): void => due.shift()?.()
  return {
    told,
    receive: (command) => reader.receive(command),
    slice,
    run() {
      while (due.length > 0) slice()
    },
  }
}

/** The frames among messages. */
export const framesOf = (told: readonly Told[]): Extract<Told, { type: 'frame' }>[] =>
  told.filter((message) => message.type === 'frame')
