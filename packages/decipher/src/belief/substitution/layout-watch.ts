import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { GROUPS, LEAST_GROUP, LONG_WORD, SPACELESS_FROM } from './constants.ts'
import type { Layout } from './layout.ts'

/**
 * Tells whether spaces part words: not where there are hardly any, and not where they part groups that are all equally
 * long.
 */
export class LayoutWatch {
  #letters = 0
  /** Letters since the latest space, and of the first group. */
  #run = 0
  #size = 0
  /** Groups that have ended. */
  #groups = 0
  /** Whether a group other than the latest was longer or shorter than the first. */
  #isUneven = false
  #isLatestUneven = false

  constructor(saved?: ByteReader) {
    if (!saved) return
    const [letters, run, size, groups, flags] = Array.from({ length: 5 }, () => saved.float64())
    saved.demand([letters, run, size, groups].every((count) => Number.isSafeInteger(count) && count >= 0))
    this.#letters = letters
    this.#run = run
    this.#size = size
    this.#groups = groups
    this.#isUneven = flags % 2 === 1
    this.#isLatestUneven = flags >= 2
  }

  /** Reads a letter, or a space. */
  read(isLetter: boolean): void {
    if (isLetter) {
      this.#isUneven ||= this.#isLatestUneven
      this.#letters++
      this.#run++
    } else if (this.#run > 0) {
      if (this.#groups === 0) this.#size = this.#run
      this.#isLatestUneven = this.#run !== this.#size
      this.#groups++
      this.#run = 0
    }
  }

  get layout(): Layout {
    const isSpaceless = this.#letters >= SPACELESS_FROM && this.#letters > LONG_WORD * this.#groups
    // The last group of a text may be shorter; a longer one shows before it ends.
    const isEven = !this.#isUneven && this.#run <= this.#size
    const isGrouped = isEven && this.#groups >= GROUPS && this.#size >= LEAST_GROUP
    return isSpaceless || isGrouped ? 'letters' : 'words'
  }

  save(writer: ByteWriter): void {
    const flags = (this.#isUneven ? 1 : 0) + (this.#isLatestUneven ? 2 : 0)
    for (const count of [this.#letters, this.#run, this.#size, this.#groups, flags]) writer.float64(count)
  }
}
