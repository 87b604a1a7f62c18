import { type KindsEvent, loadIdentifier } from '@runnel/decipher/identify'
import { identify as weights } from '@runnel/models/identify'
import { createLogUpdate } from 'log-update'
import { type ConsoleStreams, write } from '../console-streams.ts'
import { kindsTable } from '../identifying/kinds-table.ts'
import { tellInput } from '../tell-input.ts'
import { readTextOrFiles } from '../text-or-files.ts'

/** Options of `runnel identify`. */
export interface IdentifyOptions {
  json?: boolean
  /** Kinds that the table has at the most. */
  top: number
}

/** Tells what text, files or standard input are; at a terminal the table is redrawn while the text arrives. */
export const identify = async (
  words: readonly string[],
  { json = false, top }: IdentifyOptions,
  { stdin, stdout, stderr }: ConsoleStreams,
): Promise<void> => {
  const isLive = stdout.isTTY && !json
  const session = (await loadIdentifier(weights, { live: isLive })).createSession()
  const redraw = isLive ? createLogUpdate(stdout) : undefined
  const show = (events: readonly KindsEvent[]): void => {
    const latest = events.at(-1)
    if (latest) redraw?.(kindsTable(latest, top).join('\n'))
  }
  if (!json) tellInput(words, stderr)
  for await (const chunk of readTextOrFiles(words, stdin)) show(session.push(chunk))
  const events = session.flush()
  show(events)
  redraw?.done()
  const [{ type: _, whole: __, ...answer }] = events.slice(-1)
  if (json) await write(stdout, `${JSON.stringify(answer)}\n`)
  else if (!redraw) await write(stdout, `${kindsTable(events[events.length - 1], top).join('\n')}\n`)
}
