import { createCipherStream, createUtf8Decoder, InvalidOptionError } from '@runnel/core'
import { findLetters } from '@runnel/core/alphabets'
import { bytesAsText, findCipher, textAsBytes } from '@runnel/core/ciphers'
import { type ConsoleStreams, write } from '../console-streams.ts'
import { tellInput } from '../tell-input.ts'
import { readTextOrFiles } from '../text-or-files.ts'

/** Options of `runnel encipher`. */
export interface EncipherOptions {
  cipher: string
  /** Unless the cipher has none. */
  key?: string
  /** Code of an alphabet, or its letters; those of the cipher unless given. */
  alphabet?: string
}

/**
 * Enciphers text, files or standard input to standard output, as it arrives; bytes, text or not, where the cipher is one of
 * bytes.
 *
 * @throws UnreadableFileError; InvalidOptionError on an alphabet that is none, or that the cipher does not go with; on a key that is
 * none, or missing
 */
export const encipher = async (
  words: readonly string[],
  options: EncipherOptions,
  { stdin, stdout, stderr }: ConsoleStreams,
): Promise<void> => {
  const letters = options.alphabet === undefined ? undefined : findLetters(options.alphabet)
  const cipher = findCipher(options.cipher, letters)
  const stream = createCipherStream(cipher, keyOf(cipher, options.key), 'encrypt')
  const utf8 = createUtf8Decoder()
  tellInput(words, stderr)
  if (cipher.carries === 'bytes') {
    for await (const chunk of readTextOrFiles(words, stdin)) {
      const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
      await write(stdout, textAsBytes(stream.push(bytesAsText(bytes))))
    }
    return
  }
  for await (const chunk of readTextOrFiles(words, stdin)) {
    await write(stdout, stream.push(typeof chunk === 'string' ? chunk : utf8.push(chunk)))
  }
  await write(stdout, stream.push(utf8.flush()) + stream.end())
}

/** The key as it is written; where none is, that of a cipher without keys. */
const keyOf = (cipher: ReturnType<typeof findCipher>, written: string | undefined) => {
  try {
    return cipher.parseKey(written ?? '')
  } catch (error) {
    throw written === undefined ? new InvalidOptionError('key', written, cipher.keyHint) : error
  }
}
