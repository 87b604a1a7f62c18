import { type Identifier, loadIdentifier } from '@runnel/decipher/identify'
import { identify } from '@runnel/models/identify'

/** Loads an identifier, whose sessions tell kinds while the text arrives or at its end alone. */
export type IdentifierLoader = (live: boolean) => Promise<Identifier>

/** Loads identifiers, each once: an isolate serves many requests, and nothing of them changes. */
export const createIdentifierLoader = (): IdentifierLoader => {
  const loaded = new Map<boolean, Identifier>()
  return async (live) => {
    const identifier = loaded.get(live) ?? (await loadIdentifier(identify, { live }))
    loaded.set(live, identifier)
    return identifier
  }
}
