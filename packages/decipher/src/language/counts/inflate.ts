import { ModelFormatError } from '@runnel/rnn-model'

/** Inflates bytes of zlib's format (RFC 1950) that are to give just so many. @throws ModelFormatError */
export const inflate = async (deflated: Uint8Array, length: number): Promise<Uint8Array> => {
  const bytes = new Uint8Array(length)
  let size = 0
  try {
    const stream = new Blob([deflated as Uint8Array<ArrayBuffer>])
      .stream()
      .pipeThrough(new DecompressionStream('deflate'))
    // No more is read than there is room for: a few bytes may inflate to a thousand times as many.
    const reader = stream.getReader()
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      bytes.set(read.value, size)
      size += read.value.length
    }
  } catch (cause) {
    throw new ModelFormatError('payload', `${length} bytes, deflated`, 'something else', { cause })
  }
  if (size !== length) throw new ModelFormatError('payload', `${length} bytes, deflated`, `${size}`)
  return bytes
}
