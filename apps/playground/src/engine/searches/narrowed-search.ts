import { InvalidOptionError } from '@runnel/core'
import type { Started } from '../frame.ts'
import type { Lock } from '../options.ts'
import type { Search } from './search.ts'

/** A search told what is known, or what it could not be told. */
export interface NarrowedSearch extends Omit<Started, 'reading'> {
  readonly choice: Search
}

/** A search told the letters that are locked and a word that is known, as long as they agree and it can use them. */
export const narrowSearch = (
  search: Search,
  { locks, word }: { readonly locks: readonly Lock[]; readonly word: string },
): NarrowedSearch => {
  const takes = { takesLocks: search.knowing !== undefined, takesWord: search.expecting !== undefined }
  const told = { keys: 0, left: 0, ...takes }
  const letters: Record<string, string> = {}
  let choice = search
  if (word !== '' && search.expecting) {
    const expecting = tryTo(() => search.expecting?.(word.split(/\s+/)))
    if (!expecting) return { choice, ...told, contradiction: { word } }
    choice = expecting
  }
  const start = choice
  if (!start.knowing) return { choice, ...told }
  for (const lock of locks) {
    letters[lock.cipher] = lock.plain
    const knowing = tryTo(() => start.knowing?.({ ...letters }))
    if (!knowing) return { choice, ...told, contradiction: lock }
    choice = knowing
  }
  return { choice, ...told }
}

/** The search that comes of it, none where it could not be. */
const tryTo = (make: () => Search | undefined): Search | undefined => {
  try {
    return make()
  } catch (error) {
    if (InvalidOptionError.isInstance(error)) return undefined
    throw error
  }
}
