import type { CandidateKey, KeySpace } from './key-space.ts'

/**
 * Key spaces side by side, each as likely as its weight says. Keys that read every symbol alike are one: under
 * the name that came first, with their priors added.
 *
 * Letters are those of the first space.
 */
export const joinKeySpaces = (name: string, spaces: readonly (readonly [KeySpace, number])[]): KeySpace => {
  const symbols = [...new Set(spaces.flatMap(([space]) => [...space.symbols]))].join('')
  const merged = new Map<string, CandidateKey>()
  for (const [space, weight] of spaces) {
    const total = space.keys.reduce((sum, { prior }) => sum + prior, 0)
    const places = Array.from(symbols, (symbol) => space.symbols.indexOf(symbol))
    for (const candidate of space.keys) {
      const plaintext = places.map((at, i) => (at === -1 ? symbols[i] : candidate.plaintext[at])).join('')
      const prior = (weight * candidate.prior) / total
      const known = merged.get(plaintext)
      merged.set(
        plaintext,
        known ? { ...known, prior: known.prior + prior } : { ...candidate, plaintext, prior },
      )
    }
  }
  return { name, alphabet: spaces[0][0].alphabet, symbols, keys: [...merged.values()] }
}
