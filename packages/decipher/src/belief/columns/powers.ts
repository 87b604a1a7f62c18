import { PARTS } from './constants.ts'

/** 2^(-n/12). */
const TWELFTHS = [
  1,
  0.9438743126816935,
  0.8908987181403393,
  0.8408964152537145,
  0.7937005259840998,
  0.7491535384383408,
  Math.SQRT1_2,
  0.6674199270850172,
  0.6299605249474366,
  0.5946035575013605,
  0.5612310241546865,
  0.5297315471796477,
]

/** 2^(-(2n + 1)/24), half way between two costs. */
const HALF_WAY = [
  0.9715319411536059, 0.9170040432046712, 0.8655365610061431, 0.8169577266205499, 0.7711054127039704,
  0.7278265914210937, 0.6869768237290446, 0.6484197773255048, 0.6120267716523276, 0.5776763484361365,
  0.5452538663326288, 0.514651118321746,
]

/** The probability of a cost: literals and exact halvings, the same bits in every runtime. @param cost a whole number */
export const powerOf = (cost: number): number => {
  const whole = Math.floor(cost / PARTS)
  return TWELFTHS[cost - whole * PARTS] * 2 ** -whole
}

/** The probability half way from a cost to the next: below it, it is the next. @param cost a whole number */
export const halfWayOf = (cost: number): number => {
  const whole = Math.floor(cost / PARTS)
  return HALF_WAY[cost - whole * PARTS] * 2 ** -whole
}

/** Bits of a number of 64 bits (IEEE 754) below its exponent and the first five of its fraction, in its upper half. */
const FINER = 15

/** Makes the function that gives the cost of a probability, to the nearest, and at most so much. */
export const createCostOf = (most: number): ((probability: number) => number) => {
  const limits = Float64Array.from({ length: most }, (_, cost) => halfWayOf(cost))
  const number = new Float64Array(1)
  const halves = new Uint32Array(number.buffer)
  number[0] = 1
  const upper = halves[0] === 0 ? 1 : 0
  /** The first bits of a probability. */
  const bitsOf = (probability: number): number => {
    number[0] = probability
    return halves[upper] >>> FINER
  }
  const least = limits[most - 1]
  const lowest = bitsOf(least)
  // The least cost that probabilities of the same first bits have: steps of a 32nd of an octave, of which costs are a twelfth.
  const costs = new Uint16Array(bitsOf(1) - lowest + 1)
  for (let at = 0, cost = most - 1; at < costs.length; at++) {
    number[0] = 0
    halves[upper] = (lowest + at + 1) << FINER
    while (cost > 0 && number[0] > limits[cost - 1]) cost--
    costs[at] = cost
  }
  return (probability) => {
    if (!(probability > least)) return most
    if (probability >= 1) return 0
    let cost = costs[bitsOf(probability) - lowest]
    while (probability <= limits[cost]) cost++
    return cost
  }
}
