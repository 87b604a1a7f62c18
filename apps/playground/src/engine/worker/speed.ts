import { SPEED_SPAN } from './constants.ts'

/** Counts letters a second, of reading alone. */
export class Speed {
  #units = 0
  #time = 0
  /** Of the last whole span; 0 before the first. */
  perSecond = 0

  add(units: number, time: number): void {
    this.#units += units
    this.#time += time
    if (this.#time < SPEED_SPAN) return
    this.perSecond = Math.round((1000 * this.#units) / this.#time)
    this.#units = 0
    this.#time = 0
  }
}
