import { encodingOf } from '@runnel/decipher/encodings'
import {
  createScriptShelf,
  leavesScriptOpen,
  type OtherScript,
  readingScripts,
  type ScriptShelf,
} from '@runnel/decipher/languages'
import { languagesByScript } from '@runnel/models'
import type { DecipherQuery } from './decipher-query.ts'
import { decodingOf } from './decoding-of.ts'
import { ModelUnavailableError } from './model-shelf.ts'
import type { MeteredDecipherer } from './shared-decipherers.ts'

/** A decipherer for one text, and what has to be told of each chunk before it is read, if anything. */
export interface TextDecipherer extends MeteredDecipherer {
  readonly bringing?: Omit<ScriptShelf, 'of'>
}

/**
 * The decipherer of a text by its options: where they name no language, text in Cyrillic or Greek letters is read by
 * languages that have these, which are loaded when such letters come.
 *
 * @param share gives the decipherer of options
 */
export const inAnyScript = async (
  query: DecipherQuery,
  share: (query: DecipherQuery) => Promise<MeteredDecipherer>,
): Promise<TextDecipherer> => {
  if (query.model !== 'english' || !leavesScriptOpen(query)) return share(query)
  const { encoding, flagFormat: _, ...others } = query
  const { meter, ...latin } = await share({ ...query, encoding: undefined })
  let reads = meter
  const open = async (script: OtherScript) => {
    const language = languagesByScript[script].join()
    const found = await share({ ...others, language }).catch(unlessUnavailable)
    reads = found?.meter ?? meter
    return found
  }
  const { of, ...bringing } = createScriptShelf(
    open,
    encoding === undefined ? undefined : encodingOf(encoding),
  )
  const read = readingScripts(latin, of)
  return {
    ...(encoding === undefined ? read : decodingOf(encoding)(read)),
    bringing,
    meter: {
      get letter() {
        return reads.letter
      },
      steps: () => (reads === meter ? 0 : reads.steps()) + meter.steps(),
    },
  }
}

/** A deployment without the counts of a language reads its text as it would any that it does not know. */
const unlessUnavailable = (error: unknown): undefined => {
  if (error instanceof ModelUnavailableError) return undefined
  throw error
}
