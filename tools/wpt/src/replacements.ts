import { createDecipherer, createDecipherStream } from '@runnel/decipher'

// A shift of nothing: plaintext is ciphertext, so what is left of a decipher stream is its behaviour as a stream.
const identity = createDecipherer({ cipher: 'caesar', key: { shift: 0 } })

interface DecoderOptions {
  fatal?: boolean
  ignoreBOM?: boolean
}

/** Decipher stream in the place of TextDecoderStream; options that ours has not are refused by name. */
export class TextDecoderStream {
  readonly readable: ReadableStream<string>
  readonly writable: WritableStream<string | Uint8Array>

  constructor(label = 'utf-8', { fatal = false, ignoreBOM = false }: DecoderOptions = {}) {
    if (!['utf-8', 'utf8'].includes(`${label}`.toLowerCase())) throw new Error('ours reads UTF-8 alone')
    if (fatal) throw new Error('ours has no option fatal: malformed bytes give U+FFFD')
    if (ignoreBOM) throw new Error('ours has no option ignoreBOM: a mark at the start of bytes is dropped')
    const { readable, writable } = createDecipherStream(identity)
    this.readable = readable
    this.writable = writable
  }
}

/** Decipher stream in the place of a TransformStream that changes nothing. */
export class TransformStream {
  readonly readable: ReadableStream<string>
  readonly writable: WritableStream<string | Uint8Array>

  constructor(transformer?: object) {
    if (transformer) throw new Error('ours takes no transformer')
    const { readable, writable } = createDecipherStream(identity)
    this.readable = readable
    this.writable = writable
  }
}
