import type { Decipherer } from '../decipherer.ts'
import { GAPS } from '../input/is-in-groups.ts'
import type { DecipherEvent } from '../session/events.ts'

/** Stands where a gap was, so that letters keep their places, and is read by no language: the combining grapheme joiner. */
const UNREAD = '\u034f'

/**
 * Has a decipherer read letters as if nothing stood between them. The gaps between them stand in what comes out, once the text has
 * ended: for texts that are read as a whole.
 */
export const leavingGaps = (decipherer: Decipherer): Decipherer => ({
  createSession(snapshot, watch) {
    const session = decipherer.createSession(snapshot, watch)
    let given = ''
    const told: DecipherEvent[] = []
    return {
      ...session,
      push(chunk) {
        given += chunk
        told.push(...session.push(String(chunk).replace(GAPS, UNREAD)))
        return []
      },
      flush() {
        told.push(...session.flush())
        const read = told.map((event) => (event.type === 'final' ? event.text : '')).join('')
        const text = read.replaceAll(UNREAD, (_, at: number) => given[at])
        return [
          ...told.filter(({ type }) => type === 'key'),
          { type: 'final', start: 0, text },
          ...told.filter(({ type }) => type === 'done'),
        ]
      },
    }
  },
})
