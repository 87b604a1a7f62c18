/** Decodes UTF-8 that arrives in chunks; a code point may be split anywhere. */
export interface Utf8Decoder {
  /** Text of all code points completed by `bytes`. */
  push(bytes: Uint8Array): string
  /** The text that an unfinished code point at the end stands for: U+FFFD, or none. Ready for another stream. */
  flush(): string
  /** The undecided bytes (at most 3) and whether the start of the stream is over. */
  save(): Utf8State
}

/** All that a decoder remembers between two chunks. */
export interface Utf8State {
  pending: Uint8Array
  started: boolean
}

/**
 * Makes a chunk-safe UTF-8 decoder: malformed bytes give U+FFFD exactly as the Encoding standard says,
 * one byte order mark at the start is dropped.
 *
 * Unlike `TextDecoder` with `stream: true`, its state can be saved and handed to another process.
 *
 * @example
 * import { createUtf8Decoder } from '@runnel/core'
 * const decoder = createUtf8Decoder()
 * decoder.push(Uint8Array.of(0xe2, 0x82)) + decoder.push(Uint8Array.of(0xac)) // '€'
 */
export const createUtf8Decoder = (state?: Utf8State): Utf8Decoder => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let pending: Uint8Array = state?.pending ?? new Uint8Array(0)
  let started = state?.started ?? false

  const decode = (bytes: Uint8Array): string => {
    // Browsers refuse shared memory, and others could write into it meanwhile.
    const text = decoder.decode(bytes.buffer instanceof ArrayBuffer ? bytes : new Uint8Array(bytes))
    if (started || text.length === 0) return text
    started = true
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  }

  return {
    push(bytes) {
      const joined = pending.length === 0 ? bytes : concatenate(pending, bytes)
      const decided = joined.length - undecidedLength(joined)
      // A copy in any case: the `slice` of a Node Buffer would share memory that its owner may fill again.
      pending = new Uint8Array(joined.subarray(decided))
      return decode(joined.subarray(0, decided))
    },
    flush() {
      const text = decode(pending)
      pending = new Uint8Array(0)
      started = false
      return text
    },
    save: () => ({ pending: pending.slice(), started }),
  }
}

const concatenate = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  const joined = new Uint8Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}

/**
 * Length of the trailing bytes that could still become a code point (Encoding standard, UTF-8 decoder:
 * lead bytes and the narrower bounds of the byte after E0, ED, F0, F4).
 */
const undecidedLength = (bytes: Uint8Array): number => {
  for (let length = 1; length <= Math.min(3, bytes.length); length++) {
    const lead = bytes[bytes.length - length]
    if (lead >= 0x80 && lead <= 0xbf) continue
    const needed = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1
    if (lead > 0xf4 || length >= needed) return 0
    return length === 1 || secondByteFits(lead, bytes[bytes.length - length + 1]) ? length : 0
  }
  return 0
}

const secondByteFits = (lead: number, second: number): boolean =>
  second >= (lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80) &&
  second <= (lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf)
