import { crc32, deflateSync } from 'node:zlib'
import { choosePalette } from './palette.ts'
import type { Pixels } from './pixels-of.ts'

/** Milliseconds that each picture of a film is shown. */
export type Shown = (index: number) => number

const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10)

/**
 * Puts pictures of one size together to a film that begins anew without end: an animated PNG of 256 colours, whose later
 * pictures hold what has changed. Browsers that know none show the first. Source: PNG, third edition, w3.org/TR/png-3.
 */
export const animatedPng = (pictures: readonly Pixels[], shown: Shown): Uint8Array => {
  const [{ width, height }] = pictures
  const palette = choosePalette(pictures.map(({ pixels }) => pixels))
  const [DEPTH, INDEXED] = [8, 3]
  const chunks = [
    chunk('IHDR', join([numbers(width, height), Uint8Array.of(DEPTH, INDEXED, 0, 0, 0)])),
    chunk('acTL', numbers(pictures.length, 0)),
    chunk('PLTE', palette.colours),
    chunk('tRNS', Uint8Array.of(0)),
  ]
  let sequence = 0
  let before: Uint8Array | undefined
  pictures.forEach(({ pixels }, index) => {
    const now = Uint8Array.from(pixels, palette.numberOf)
    const data = deflateSync(scanlines(now, before, width), { level: 9 })
    // It stays, and the next one is laid over it.
    const control = Uint8Array.of(0, index === 0 ? 0 : 1)
    const delay = new Uint8Array(4)
    new DataView(delay.buffer).setUint16(0, shown(index))
    new DataView(delay.buffer).setUint16(2, 1000)
    chunks.push(chunk('fcTL', join([numbers(sequence++, width, height, 0, 0), delay, control])))
    chunks.push(index === 0 ? chunk('IDAT', data) : chunk('fdAT', join([numbers(sequence++), data])))
    before = now
  })
  return join([SIGNATURE, ...chunks, chunk('IEND', new Uint8Array(0))])
}

/** Rows without a filter; what is as before is transparent. */
const scanlines = (now: Uint8Array, before: Uint8Array | undefined, width: number): Uint8Array => {
  const lines = new Uint8Array(now.length + now.length / width)
  for (let at = 0; at < now.length; at++) {
    const row = Math.floor(at / width)
    lines[at + row + 1] = before && now[at] === before[at] ? 0 : now[at]
  }
  return lines
}

const chunk = (name: string, content: Uint8Array): Uint8Array => {
  const named = join([Uint8Array.from(name, (letter) => letter.charCodeAt(0)), content])
  return join([numbers(content.length), named, numbers(crc32(named))])
}

/** Numbers of four bytes each. */
const numbers = (...values: number[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(4 * values.length))
  values.forEach((value, index) => {
    view.setUint32(4 * index, value)
  })
  return new Uint8Array(view.buffer)
}

const join = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
