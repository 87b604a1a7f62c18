import type { Frame, Started } from '../frame.ts'
import { type Recording, record } from '../recording/recording.ts'
import type { OpenReader } from './open-reader.ts'

/** Reads a text a letter at a time, as it would be typed, and records it. */
export const recordText = async (reader: OpenReader, text: string): Promise<Recording> => {
  const begin = reader.told.length
  await reader.receive({ type: 'start', reading: 1, options: { cipher: 'auto' } })
  for (const letter of text) {
    await reader.receive({ type: 'append', text: letter })
    reader.run()
  }
  await reader.receive({ type: 'flush' })
  reader.run()
  const told = reader.told.slice(begin)
  const started = told.find((message): message is { type: 'started' } & Started => message.type === 'started')
  const frames = told.filter((message): message is { type: 'frame' } & Frame => message.type === 'frame')
  return record(text, started ?? { keys: 0, left: 0 }, frames)
}
