import { clueForm } from '@runnel/decipher/flags'

/** A line that gives letters of a cryptogram away, as newspapers print it above or below the text. */
export interface Clue {
  /** Letters of the ciphertext and what they stand for, as `--known` takes them, such as `Q=t`. */
  readonly known: string
  /** The line in the text, in UTF-16 units, with the space that parts them. */
  readonly from: number
  readonly to: number
}

/**
 * The clue of a whole text: its first line or its last, such as `Today's Cryptoquip clue: Q equals T`.
 *
 * @returns undefined where there is none, or a letter would stand for two
 */
export const clueIn = (text: string): Clue | undefined => {
  const found =
    new RegExp(`^\\s*${clueForm}\\r?\\n\\s*`).exec(text) ??
    new RegExp(`\\s*\\n\\s*${clueForm}\\s*$`).exec(text)
  if (!found) return undefined
  const pairs = [...found[0].matchAll(/\b([A-Z])\b[^,A-Z]+([A-Z])\b/g)].map(([, cipher, plain]) => [
    cipher,
    plain,
  ])
  const isSound = [0, 1].every((side) => new Set(pairs.map((pair) => pair[side])).size === pairs.length)
  if (!isSound) return undefined
  const known = pairs.map(([cipher, plain]) => `${cipher}=${plain.toLowerCase()}`).join()
  return { known, from: found.index, to: found.index + found[0].length }
}
