import { createDecipherer } from '@runnel/decipher'
import { encodingOf } from '@runnel/decipher/encodings'

/** A text without its encodings, and their names. */
export interface Decoded {
  text: string
  /** Empty where nothing was taken off. */
  encoding: string
}

/** Makes what takes off whatever encodings a text turns out to be in, by sessions that change nothing else. */
export const createDecoder = (): ((given: string) => Decoded) => {
  const decipherer = createDecipherer({ cipher: 'caesar', key: '0', encoding: encodingOf('auto') })
  return (given: string): Decoded => {
    const session = decipherer.createSession()
    const events = [...session.push(given), ...session.flush()]
    session.free()
    const text = events.map((event) => (event.type === 'final' ? event.text : '')).join('')
    const done = events.find((event) => event.type === 'done')
    return { text, encoding: done?.encoding ?? '' }
  }
}
