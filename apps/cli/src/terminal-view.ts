import type { DecipherEvent, DoneEvent, KeyEvent } from '@runnel/decipher'
import { createLogUpdate } from 'log-update'
import colors from 'picocolors'

/**
 * Shows events on a terminal: settled text stays, interim text (dim) is redrawn behind it, and a status
 * line on standard error tells cipher, key and belief.
 */
export const createTerminalView = (
  stdout: NodeJS.WriteStream,
  stderr: NodeJS.WriteStream,
): ((events: readonly DecipherEvent[]) => void) => {
  const live = createLogUpdate(stderr)
  /** Settled text of the line that the cursor is on. */
  let line = ''
  let interim = ''
  let status = ''

  const settle = (text: string): void => {
    line += text
    const end = line.lastIndexOf('\n') + 1
    const full = Math.floor((line.length - end) / stdout.columns) * stdout.columns
    if (end + full === 0) return
    stdout.write(line.slice(0, end + full) + (full > 0 ? '\n' : ''))
    line = line.slice(end + full)
  }

  return (events) => {
    live.clear()
    for (const event of events) {
      if (event.type === 'final') {
        settle(event.text)
        interim = ''
      } else if (event.type === 'interim') interim = event.text
      else if (event.type !== 'candidates') status = describe(event)
      if (event.type === 'done') {
        stdout.write(line ? `${line}\n` : '')
        live(colors.dim(status))
        live.done()
        return
      }
    }
    live(`${line}${colors.dim(interim)}\n${colors.dim(status)}`)
  }
}

const describe = ({ cipher, key, probability, ...event }: KeyEvent | DoneEvent): string => {
  const belief = `${cipher} · ${Object.entries(key).flat().join(' ')} · belief ${(100 * probability).toFixed(2)} %`
  return 'letters' in event ? `${belief} · ${event.letters.toLocaleString('en')} letters` : belief
}
