import { createDecipherer, type DecipherEvent, finalText, type WatchMode } from '@runnel/decipher'
import { type ConsoleStreams, write } from '../console-streams.ts'
import { readInput } from '../input.ts'
import { openCounts } from '../open-counts.ts'
import { openModel } from '../open-model.ts'
import { createTerminalView } from '../terminal-view.ts'

/** Options of `runnel decipher`. */
export interface DecipherCommandOptions {
  cipher: string
  key?: string
  model: string
  format: 'text' | 'ndjson'
  commit?: number
  maxDelay?: number
  watch?: WatchMode
}

/** Deciphers files or standard input to standard output, as it arrives. */
export const decipher = async (
  files: readonly string[],
  { cipher, key, model, format, commit, maxDelay, watch }: DecipherCommandOptions,
  streams: ConsoleStreams,
): Promise<void> => {
  const session = createDecipherer({
    cipher,
    key,
    model: key === undefined ? await openModel(model) : undefined,
    counts: key === undefined ? await openCounts(model) : undefined,
    commit: { probability: commit, maxDelay },
    watch,
  }).createSession()
  const show = format === 'text' && streams.stdout.isTTY ? terminal(streams) : writer(format, streams)
  for await (const chunk of readInput(files, streams.stdin)) await show(session.push(chunk))
  await show(session.flush())
}

type Show = (events: readonly DecipherEvent[]) => Promise<void>

const writer = (format: 'text' | 'ndjson', { stdout }: ConsoleStreams): Show => {
  const lines = (events: readonly DecipherEvent[]): string =>
    events.map((event) => `${JSON.stringify(event)}\n`).join('')
  return async (events) => {
    const text = format === 'text' ? finalText(events) : lines(events)
    if (text) await write(stdout, text)
  }
}

const terminal = ({ stdout, stderr }: ConsoleStreams): Show => {
  const view = createTerminalView(stdout, stderr)
  return async (events) => view(events)
}
