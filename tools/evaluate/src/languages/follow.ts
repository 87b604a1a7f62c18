import { alphabets } from '@runnel/core/alphabets'
import type { Decipherer, KeyEvent } from '@runnel/decipher'
import { isLetter, meaningOf, type Stream } from '../live/streams.ts'

/** Letters of a stream. */
export const LETTERS = 100

/** Letter after which a new key is a false alarm: before, the key is still sought. */
const SETTLED = 20

const PLACES = [4, 6, 10, 20, 40] as const

/** Counts of streams, by what was told of them. */
export interface Figures {
  readonly streams: number
  /** Streams whose best key was right after so many letters. */
  readonly keys: Readonly<Record<number, number>>
  /** Streams whose language was told after so many letters, and was right. */
  readonly named: Readonly<Record<number, number>>
  /** Streams whose language was told after 40 letters, and was wrong. */
  readonly misnamed: number
  /** Keys told after the first 20 letters that were wrong. */
  readonly alarms: number
}

/** Nothing measured yet. */
export const noFigures = (): Figures => ({ streams: 0, keys: {}, named: {}, misnamed: 0, alarms: 0 })

/** The sum of two. */
export const addedUp = (a: Figures, b: Figures): Figures => ({
  streams: a.streams + b.streams,
  keys: summed(a.keys, b.keys),
  named: summed(a.named, b.named),
  misnamed: a.misnamed + b.misnamed,
  alarms: a.alarms + b.alarms,
})

/** A count as a share of the streams. */
export const shareOf = (count: number | undefined, { streams }: Figures): number => (count ?? 0) / streams

/** The language that a stream is in: its code, and the letters that ciphers move, where they are not a to z. */
export interface StreamLanguage {
  readonly code: string
  readonly letters?: string | undefined
  /** The letters that keys move which tell no alphabet, where those may be others. */
  readonly untold?: { readonly letters: string | undefined }
}

/** Follows one stream letter by letter. */
export const follow = (
  decipherer: Decipherer,
  stream: Stream,
  { code, letters: alphabet, untold = { letters: alphabet } }: StreamLanguage,
): Figures => {
  const session = decipherer.createSession()
  const [meaning] = stream.keys
  const isRight = ({ cipher, key }: KeyEvent): boolean => {
    const told = key.alphabet === undefined ? untold : alphabets[key.alphabet]
    return meaningOf(cipher, key, told.letters) === meaning
  }
  let [letters, alarms, misnamed] = [0, 0, 0]
  let latest: KeyEvent | undefined
  const [keys, named]: Record<number, number>[] = [{}, {}]
  for (let i = 0; i < stream.ciphertext.length; i++) {
    for (const event of session.push(stream.ciphertext[i])) {
      if (event.type !== 'key') continue
      latest = event
      if (letters >= SETTLED && !isRight(event)) alarms++
    }
    // By the plaintext: ROT47 writes letters as other signs.
    if (!isLetter(stream.plaintext[i], alphabet)) continue
    letters++
    if (!PLACES.some((place) => place === letters)) continue
    keys[letters] = latest && isRight(latest) ? 1 : 0
    named[letters] = latest?.language === code ? 1 : 0
    if (letters === 40 && latest?.language && latest.language !== code) misnamed = 1
  }
  session.free()
  return { streams: 1, keys, named, misnamed, alarms }
}

const summed = (a: Readonly<Record<number, number>>, b: Readonly<Record<number, number>>) =>
  Object.fromEntries(PLACES.map((place) => [place, (a[place] ?? 0) + (b[place] ?? 0)]))
