/** First character that stands for a byte, how many do, and which byte the first one is. */
const [FIRST, CHARACTERS, START] = [40, 87, -7]

/**
 * The bytes of kernels written as text by scripts/kernels.mjs: one printable character for a byte, and a `!` before
 * it for each 87 that the byte lies beyond what it would be without.
 */
export const bytesOfKernels = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(text.length)
  let length = 0
  let byte = START
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i) - FIRST
    if (character < 0) byte += CHARACTERS
    else {
      bytes[length++] = byte + character
      byte = START
    }
  }
  return bytes.subarray(0, length)
}
