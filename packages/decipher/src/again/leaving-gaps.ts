import type { Decipherer } from '../decipherer.ts'
import type { DecipherEvent } from '../session/events.ts'

/**
 * Has a decipherer read letters as if nothing stood between them. The space that does stands in what comes out, once the text has
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
        told.push(...session.push(String(chunk).replace(/\s/g, '')))
        return []
      },
      flush() {
        told.push(...session.flush())
        const letters = told.map((event) => (event.type === 'final' ? event.text : '')).join('')
        let at = 0
        const text = given.replace(/\S/g, () => letters[at++] ?? '')
        return [
          ...told.filter(({ type }) => type === 'key'),
          { type: 'final', start: 0, text },
          ...told.flatMap((event) => (event.type === 'done' ? [{ ...event, start: text.length }] : [])),
        ]
      },
    }
  },
})
