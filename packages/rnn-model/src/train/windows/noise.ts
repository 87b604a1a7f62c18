import type { Random } from '@runnel/core'
import type { SampledStream } from './pair-maker.ts'
import type { SymbolClasses, TextReader } from './text-reader.ts'

/** Option of streams in which letters are wrong, lost or doubled, as in ciphertext that people have copied. */
export interface Noise {
  /** Probability that a stream which starts afresh has such letters. */
  streams: number
  /** Highest share of them in a stream. Each stream has its own, and low ones are likelier: the square of a uniform number. */
  rate: number
}

/** Shares of letters that are wrong, and of those that are lost, among all that are not right; the rest are doubled. */
const [WRONG, LOST] = [0.5, 0.25]

/** Share of letters that are not right in a stream that starts afresh. Draws nothing where there is no noise. */
export const startNoise = (noise: Noise | undefined, random: Random): number =>
  noise && random.next() < noise.streams ? noise.rate * random.next() ** 2 : 0

/** The next id of a stream as it arrives: now and then another letter, that after it, or one that comes once more. */
export const readNoisy = (
  reader: TextReader,
  { letterOf, letters }: SymbolClasses,
  stream: SampledStream,
  random: Random,
): number => {
  for (;;) {
    const id = reader.read(stream)
    const letter = letterOf[id]
    if (!stream.noise || letter === -1) return id
    const drawn = random.next() / stream.noise
    if (drawn >= 1) return id
    if (drawn < WRONG) return letters[(letter + 1 + random.integer(letters.length - 1)) % letters.length]
    if (drawn < WRONG + LOST) continue
    reader.back(stream)
    return id
  }
}
