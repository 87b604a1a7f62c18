import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { STRANGE } from './constants.ts'

/** Units of a text, and the probability of each as it was foretold. */
interface ForetoldText {
  readonly units: readonly number[]
  readonly likely: readonly number[]
}

/** A factor: a text is so many times likelier by chance than it was foretold. @param chanceOf 0 for what is no letter */
export const surprise = ({ units, likely }: ForetoldText, chanceOf: (unit: number) => number): number =>
  units.reduce((times, unit, at) => times * (chanceOf(unit) / likely[at] || 1), 1)

/** The latest text that a key reads worse than chance would, if there is any: by a cumulative sum, as a product. */
export class StrangeText {
  #units: number[] = []
  /** Probability of each. */
  #likely: number[] = []
  /** A factor: its letters are so many times likelier by chance. */
  #gain = 1
  /** Symbols for which nothing is strange. */
  #rest = 0

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.#gain = saved.float64()
    this.#rest = saved.int32()
    for (let left = saved.uint16(); left > 0; left--) {
      this.#units.push(saved.uint16())
      this.#likely.push(saved.float64())
    }
    saved.demand(this.#gain >= 1 && this.#gain <= STRANGE.most && this.#units.length <= STRANGE.units)
    saved.demand(
      this.#rest >= 0 && this.#likely.every((likely) => likely > 0 && likely < Number.POSITIVE_INFINITY),
    )
  }

  /** Takes in a unit. @param ratio how many times likelier it is by chance, 1 where it is no letter */
  read(unit: number, likely: number, ratio: number): void {
    this.#rest = Math.max(0, this.#rest - 1)
    this.#gain = Math.min(STRANGE.most, this.#gain * ratio)
    if (this.#gain <= 1) {
      this.forget()
      return
    }
    this.#units.push(unit)
    this.#likely.push(likely)
    if (this.#units.length <= STRANGE.units) return
    this.#units.shift()
    this.#likely.shift()
  }

  /** The units, each with its probability, once there is enough to begin anew with. */
  get found(): ForetoldText | undefined {
    const isStrange = this.#rest === 0 && this.#gain >= STRANGE.gain && this.#units.length >= STRANGE.least
    return isStrange ? { units: this.#units, likely: this.#likely } : undefined
  }

  /** Begins anew. @param rest symbols for which nothing is strange */
  forget(rest: number = this.#rest): void {
    this.#gain = 1
    this.#rest = rest
    this.#units = []
    this.#likely = []
  }

  save(writer: ByteWriter): void {
    writer.float64(this.#gain)
    writer.int32(this.#rest)
    writer.uint16(this.#units.length)
    this.#units.forEach((unit, at) => {
      writer.uint16(unit)
      writer.float64(this.#likely[at])
    })
  }
}
