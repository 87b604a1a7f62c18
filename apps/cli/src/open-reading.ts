import { createDecipherer, type Decipherer, type DecipherSession } from '@runnel/decipher'
import { lookingAgain } from '@runnel/decipher/again'
import { encodingOf } from '@runnel/decipher/encodings'
import { flagsAsked, readingHeads } from '@runnel/decipher/flags'
import { createScriptShelf, leavesScriptOpen, readingScripts } from '@runnel/decipher/languages'
import { languagesByScript } from '@runnel/models'
import type { DecipherCommandOptions } from './deciphering/decipher-options.ts'
import { encodingBy } from './encoding-by.ts'
import { repeating } from './open-cipher.ts'
import { openMeans } from './open-means.ts'

/** A session that was opened. */
export interface OpenReading {
  readonly session: DecipherSession
  /** Brings what a chunk needs to be read, before it is. */
  readonly bring?: (chunk: string | Uint8Array) => Promise<void> | undefined
  /** Brings what the end needs to be read. */
  readonly bringLast?: () => Promise<void> | undefined
}

/** Opens a session by the options. Where they name no language, text in Cyrillic or Greek letters is read by languages that have these. */
export const openReading = async (options: DecipherCommandOptions): Promise<OpenReading> => {
  const decipherer = await openDecipherer(options)
  const isOpen = options.model === 'english' && leavesScriptOpen(options, [...repeating, 'substitution'])
  if (!isOpen) return { session: decipherer.createSession() }
  const { flagFormat: _, ...others } = options
  const encoding = encodingBy(options)
  const { of, ...bringing } = createScriptShelf(
    (script) => openDecipherer({ ...others, language: languagesByScript[script].join() }),
    encoding === 'none' ? undefined : encodingOf(encoding),
  )
  return { session: readingScripts(decipherer, of).createSession(), ...bringing }
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
