import type { Decipherer } from '../decipherer.ts'
import { plainSession } from '../session/stepped-session.ts'
import { type OfScript, ScriptSession } from './script-session.ts'

/**
 * Has text whose first letter is Cyrillic or Greek read by another decipherer, from that letter on: also one behind a heading
 * such as `Hint:`. Text whose first letter is Latin is read as it would be without, and nothing of it waits.
 *
 * @param ofScript finds the decipherer of a script when such a text comes; where it finds none, the text is read as if Latin
 * @example
 * import { createDecipherer, loadCounts } from '@runnel/decipher'
 * import { inLanguages, readingScripts } from '@runnel/decipher/languages'
 * import { findLanguage } from '@runnel/models/languages'
 * import type { RnnModel } from '@runnel/rnn-model'
 * const make = async (model: RnnModel) => {
 *   const counts = await loadCounts(await findLanguage('el').counts())
 *   const greek = createDecipherer(inLanguages([{ code: 'el', counts, letters: findLanguage('el').letters }], 'auto'))
 *   return readingScripts(createDecipherer({ model }), (script) => (script === 'greek' ? greek : undefined))
 * }
 */
export const readingScripts = (latin: Decipherer, ofScript: OfScript): Decipherer =>
  Object.freeze({
    createSession(...[snapshot, watch]: Parameters<Decipherer['createSession']>) {
      return plainSession(new ScriptSession(latin, ofScript, snapshot, watch))
    },
  } satisfies Decipherer)
