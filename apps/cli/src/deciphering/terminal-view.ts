import type { DecipherEvent } from '@runnel/decipher'
import { createLogUpdate } from 'log-update'
import colors from 'picocolors'
import { beliefInWords } from './belief-in-words.ts'

/** The terminal that text is shown on. */
export interface Terminal {
  stdout: NodeJS.WriteStream
  stderr: NodeJS.WriteStream
  /** Whether the status line is left out. */
  quiet: boolean
}

/** Characters that would move the cursor or change colours, were a wrong key to read them. */
const CONTROLS = /[^\P{Cc}\n\t]/gu

/**
 * Shows events on a terminal: settled text stays, interim text (dim) is redrawn behind it, and until the end a status line
 * on standard error tells cipher, key and belief.
 */
export const createTerminalView = ({
  stdout,
  stderr,
  quiet,
}: Terminal): ((events: readonly DecipherEvent[]) => void) => {
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
      } else if (event.type === 'interim') interim = event.text.replace(CONTROLS, '·')
      else if (event.type === 'key') status = beliefInWords(event)
      else if (event.type === 'done') {
        stdout.write(line ? `${line}\n` : '')
        live.done()
        return
      }
    }
    live(`${line}${colors.dim(interim)}${quiet ? '' : `\n${colors.dim(status)}`}`)
  }
}
