import { createDecipherer, type Decipherer, type DecipherSession, keyFamilies } from '@runnel/decipher'
import { lookingAgain } from '@runnel/decipher/again'
import { flagsAsked, readingHeads } from '@runnel/decipher/flags'
import { createScriptShelf, readingScripts } from '@runnel/decipher/languages'
import { languagesByScript } from '@runnel/models'
import type { DecipherCommandOptions } from './deciphering/decipher-options.ts'
import { isSoughtInMany } from './open-cipher.ts'
import { openMeans } from './open-means.ts'

/** A session that was opened. */
export interface OpenReading {
  readonly session: DecipherSession
  /** Brings what a chunk needs to be read, before it is. */
  readonly bring?: (chunk: string | Uint8Array) => Promise<void> | undefined
}

/** Opens a session by the options. Where they name no language, text in Cyrillic or Greek letters is read by languages that have these. */
export const openReading = async (options: DecipherCommandOptions): Promise<OpenReading> => {
  const decipherer = await openDecipherer(options)
  if (!mayBeInAnyScript(options)) return { session: decipherer.createSession() }
  const { flagFormat: _, ...others } = options
  const shelf = createScriptShelf((script) =>
    openDecipherer({ ...others, language: languagesByScript[script].join() }),
  )
  return { session: readingScripts(decipherer, shelf.of).createSession(), bring: shelf.bring }
}

const openDecipherer = async (options: DecipherCommandOptions): Promise<Decipherer> => {
  const { means, again, hasHeadings } = await openMeans(options)
  const decipherer = createDecipherer({
    ...means,
    key: options.key,
    commit: { probability: options.commit, maxDelay: options.maxDelay },
    keyChange: { rate: options.oneKey ? 0 : options.keyChange },
    watch: options.watch,
    candidates: options.top,
  })
  const reading = flagsAsked(options, means.counts)?.(decipherer) ?? decipherer
  const looking = again ? lookingAgain(again)(reading) : reading
  return hasHeadings ? readingHeads(looking) : looking
}

/** Whether a text may be in other letters than the Latin ones: nothing is named that says it is not, nor a cipher that has none. */
const mayBeInAnyScript = (options: DecipherCommandOptions): boolean => {
  const { cipher, language, model } = options
  const isListed = Object.hasOwn(keyFamilies, cipher) && cipher !== 'rot47'
  return (
    language === undefined &&
    model === 'english' &&
    isSoughtInMany({ ...options, cipher: isListed ? 'auto' : cipher }) &&
    cipher !== 'substitution'
  )
}
