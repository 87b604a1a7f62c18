import { fromUnits } from '../from-units.ts'
import type { Coding } from './coding.ts'
import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

const PREFIX = 'xn--'
/** UTF-16 units of a label at the most (RFC 1035, 2.3.4). */
const MOST = 63

/* Parameters of the encoding (RFC 3492, 5). */
const [BASE, LEAST, GREATEST, SKEW, DAMP, FIRST_BIAS, FIRST_POINT] = [36, 1, 26, 38, 700, 72, 0x80]
const [HYPHEN, LETTERS] = [0x2d, 26]
const DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789'
/** Beyond it numbers are of no label. */
const OVERFLOW = 2 ** 31

/**
 * Names of hosts in letters beyond ASCII, as domains are written: `xn--bcher-kva.example` (RFC 3492, 5890). Each label that has
 * such letters is written so; what is no such label stands as it is, in its case.
 */
export const createPunycode = (): Encoding => ({
  name: 'punycode',
  carries: 'text',
  encoder: ofLabels((label, output) => {
    const text = fromUnits(label)
    const written = /^[\0-\x7f]*$|\p{Cs}/u.test(text) ? '' : PREFIX + encoded(text)
    if (written === '' || written.length > MOST) return false
    output.putText(written)
    return true
  }),
  decoder: createDecoder(),
})

const createDecoder = (): Coding => {
  const points = new Uint32Array(MOST)
  return ofLabels((label, output) => {
    const count = hasPrefix(label) ? decode(label, points) : 0
    for (let i = 0; i < count; i++) putPoint(points[i], output)
    return count > 0
  })
}

const hasPrefix = (label: Uint16Array): boolean =>
  (label[0] | 0x20) === 0x78 && (label[1] | 0x20) === 0x6e && label[2] === HYPHEN && label[3] === HYPHEN

const putPoint = (point: number, output: Output): void => {
  if (point < 0x10000) output.put(point)
  else {
    output.put(0xd800 + ((point - 0x10000) >> 10))
    output.put(0xdc00 + ((point - 0x10000) & 0x3ff))
  }
}

/**
 * Reads labels one by one; longer ones than there may be stand as they are. Its state: units that have come, and these.
 *
 * @param read puts out the text of a label. @returns whether it has one, and does not stand as it is
 */
const ofLabels = (read: (label: Uint16Array, output: Output) => boolean): Coding => {
  const label = new Uint16Array(MOST)
  const release = (state: Int32Array, output: Output): void => {
    const length = state[0]
    state[0] = 0
    if (length === 0 || length > MOST) return
    for (let i = 0; i < length; i++) label[i] = state[1 + i]
    if (read(label.subarray(0, length), output)) return
    for (let i = 0; i < length; i++) output.put(label[i])
  }
  return {
    stateLength: 1 + MOST,
    step(unit, state, output) {
      if (!isOfLabel(unit)) {
        release(state, output)
        output.put(unit)
      } else if (state[0] < MOST) state[1 + state[0]++] = unit
      else {
        for (let i = 0; state[0] === MOST && i < MOST; i++) output.put(state[1 + i])
        state[0] = MOST + 1
        output.put(unit)
      }
      return true
    },
    end(state, output) {
      release(state, output)
      return true
    },
  }
}

/** A letter, a digit, or what may stand for one. */
const digitOf = (unit: number): number => {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30 + LETTERS
  const letter = (unit | 0x20) - 0x61
  return unit < FIRST_POINT && letter >= 0 && letter < LETTERS ? letter : -1
}

const isOfLabel = (unit: number): boolean => unit >= FIRST_POINT || unit === HYPHEN || digitOf(unit) !== -1

/** The threshold of the digit that is the next but so many (6.2). */
const threshold = (place: number, bias: number): number =>
  Math.min(GREATEST, Math.max(LEAST, BASE * (place + 1) - bias))

/** The bias after a delta (6.1). */
const adapted = (delta: number, points: number, isFirst: boolean): number => {
  let left = Math.floor(delta / (isFirst ? DAMP : 2))
  left += Math.floor(left / points)
  let bias = 0
  for (; left > ((BASE - LEAST) * GREATEST) / 2; bias += BASE) left = Math.floor(left / (BASE - LEAST))
  return bias + Math.floor(((BASE - LEAST + 1) * left) / (left + SKEW))
}

/** Decodes the code points of a label (6.2). @returns how many, or 0 where it is none */
const decode = (label: Uint16Array, points: Uint32Array): number => {
  const hyphen = label.lastIndexOf(HYPHEN)
  let count = Math.max(0, hyphen - PREFIX.length)
  for (let i = 0; i < count; i++) points[i] = label[PREFIX.length + i]
  let [point, at, bias] = [FIRST_POINT, 0, FIRST_BIAS]
  for (let next = hyphen + 1; next < label.length; ) {
    const before = at
    for (let place = 0, weight = 1; ; place++) {
      const digit = next < label.length ? digitOf(label[next++]) : -1
      at += digit * weight
      if (digit === -1 || at >= OVERFLOW) return 0
      const least = threshold(place, bias)
      if (digit < least) break
      weight *= BASE - least
    }
    count++
    bias = adapted(at - before, count, before === 0)
    point += Math.floor(at / count)
    at %= count
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return 0
    points.copyWithin(at + 1, at, count - 1)
    points[at++] = point
  }
  return count
}

/** A label in the digits that stand for it (6.3). */
const encoded = (label: string): string => {
  const points = Array.from(label, (character) => character.codePointAt(0) as number)
  const basic = points.filter((point) => point < FIRST_POINT)
  let text = String.fromCharCode(...basic) + (basic.length > 0 ? '-' : '')
  let [point, delta, bias, count] = [FIRST_POINT, 0, FIRST_BIAS, basic.length]
  while (count < points.length) {
    const next = Math.min(...points.filter((one) => one >= point))
    delta += (next - point) * (count + 1)
    point = next
    for (const one of points) {
      if (one < point) delta++
      if (one !== point) continue
      text += numberOf(delta, bias)
      bias = adapted(delta, count + 1, count === basic.length)
      delta = 0
      count++
    }
    delta++
    point++
  }
  return text
}

const numberOf = (delta: number, bias: number): string => {
  let [left, digits] = [delta, '']
  for (let place = 0; ; place++) {
    const least = threshold(place, bias)
    if (left < least) return digits + DIGITS[left]
    digits += DIGITS[least + ((left - least) % (BASE - least))]
    left = Math.floor((left - least) / (BASE - least))
  }
}
