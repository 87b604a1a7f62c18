import { createCipherStream, createUtf8Decoder } from '@runnel/core'
import { findCipher } from '@runnel/core/ciphers'
import { type ConsoleStreams, write } from '../console-streams.ts'
import { readInput } from '../input.ts'

/** Options of `runnel encipher`. */
export interface EncipherOptions {
  cipher: string
  key: string
}

/** Enciphers files or standard input to standard output, as it arrives. */
export const encipher = async (
  files: readonly string[],
  options: EncipherOptions,
  { stdin, stdout }: ConsoleStreams,
): Promise<void> => {
  const cipher = findCipher(options.cipher)
  const stream = createCipherStream(cipher, cipher.parseKey(options.key), 'encrypt')
  const utf8 = createUtf8Decoder()
  for await (const chunk of readInput(files, stdin)) {
    await write(stdout, stream.push(utf8.push(chunk)))
  }
  await write(stdout, stream.push(utf8.flush()))
}
