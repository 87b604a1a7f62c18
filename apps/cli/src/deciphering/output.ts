import { textAsBytes } from '@runnel/core/ciphers'
import { type DecipherEvent, finalText } from '@runnel/decipher'
import { carriedBy } from '../carried-by.ts'
import { type ConsoleStreams, write } from '../console-streams.ts'
import type { DecipherCommandOptions } from './decipher-options.ts'
import { DecipheredText } from './deciphered-text.ts'

/** Writes events to standard output. */
export type Output = (events: readonly DecipherEvent[]) => Promise<void>

/** Makes the output of a form: text as it arrives, bytes where the cipher is one of bytes, a line of JSON for each event, or one object at the end. */
export const createOutput = async (
  { format, quiet = false, confidences = false, cipher }: DecipherCommandOptions,
  { stdout, stderr }: ConsoleStreams,
): Promise<Output> => {
  if (format === 'text' && stdout.isTTY) {
    const { createTerminalView } = await import('./terminal-view.ts')
    const view = createTerminalView({ stdout, stderr, quiet })
    return async (events) => view(events)
  }
  const whole = new DecipheredText(confidences)
  const forms: Record<typeof format, (events: readonly DecipherEvent[]) => string> = {
    text: finalText,
    ndjson: (events) => events.map((event) => `${JSON.stringify(event)}\n`).join(''),
    json(events) {
      const answer = whole.take(events)
      return answer ? `${JSON.stringify(answer)}\n` : ''
    },
  }
  const isBytes = format === 'text' && carriedBy(cipher) === 'bytes'
  return async (events) => {
    const text = forms[format](events)
    if (text) await write(stdout, isBytes ? textAsBytes(text) : text)
  }
}
