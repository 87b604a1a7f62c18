import type { Coding } from './coding.ts'
import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

const PREFIX = 'xn--'
/** UTF-16 units of a label at the most (RFC 1035, 2.3.4). */
const MOST = 63

/* Parameters of the encoding (RFC 3492, 5). */
const [BASE, LEAST, GREATEST, SKEW, DAMP, FIRST_BIAS, FIRST_POINT] = [36, 1, 26, 38, 700, 72, 0x80]
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
  encoder: ofLabels((label) =>
    /^[\0-\x7f]*$|\p{Cs}/u.test(label) ? label : withinBounds(PREFIX + encoded(label)) || label,
  ),
  decoder: ofLabels((label) =>
    label.toLowerCase().startsWith(PREFIX) ? decoded(label.slice(PREFIX.length)) || label : label,
  ),
})

const withinBounds = (label: string): string => (label.length > MOST ? '' : label)

/** Reads labels one by one; longer ones than there may be stand as they are. Its state: units that have come, and these. */
const ofLabels = (read: (label: string) => string): Coding => {
  const release = (state: Int32Array, output: Output): void => {
    const label = String.fromCharCode(...state.subarray(1, 1 + Math.min(MOST, state[0])))
    output.putText(state[0] > MOST ? '' : read(label))
    state[0] = 0
  }
  return {
    stateLength: 1 + MOST,
    step(unit, state, output) {
      const isOfLabel = unit >= FIRST_POINT || /[a-z\d-]/i.test(String.fromCharCode(unit))
      if (!isOfLabel) {
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

/** The text of a label, or nothing where it is none (6.2). */
const decoded = (label: string): string => {
  const hyphen = label.lastIndexOf('-')
  const characters = label.slice(0, Math.max(0, hyphen)).split('')
  let [point, at, bias] = [FIRST_POINT, 0, FIRST_BIAS]
  for (let next = hyphen + 1; next < label.length; ) {
    const before = at
    for (let place = 0, weight = 1; ; place++) {
      const digit = next < label.length ? DIGITS.indexOf(label[next++].toLowerCase()) : -1
      at += digit * weight
      if (digit === -1 || at >= OVERFLOW) return ''
      const least = threshold(place, bias)
      if (digit < least) break
      weight *= BASE - least
    }
    const count = characters.length + 1
    bias = adapted(at - before, count, before === 0)
    point += Math.floor(at / count)
    at %= count
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return ''
    characters.splice(at++, 0, String.fromCodePoint(point))
  }
  return characters.join('')
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
