import { createUtf8Decoder } from '@runnel/core'
import { bytesAsText } from '@runnel/core/ciphers'
import { CodingStream, createDecodingChain, parseEncodings } from '@runnel/core/encodings'
import { type ConsoleStreams, write } from '../console-streams.ts'
import { tellInput } from '../tell-input.ts'
import { readTextOrFiles } from '../text-or-files.ts'

/**
 * Decodes text, files or standard input to standard output, as it arrives. Bytes are written as they are, text or not.
 *
 * @throws EncodingError after all that stands before what is no such encoding; InvalidOptionError on a kind that is none
 */
export const decode = async (
  kind: string,
  words: readonly string[],
  { stdin, stdout, stderr }: ConsoleStreams,
): Promise<void> => {
  const encodings = parseEncodings(kind)
  const innermost = encodings[encodings.length - 1]
  const outer = createDecodingChain(encodings.slice(0, -1), undefined, {
    asBytes: innermost.signs === 'bytes',
  })
  const stream = new CodingStream(innermost, 'decode')
  const utf8 = createUtf8Decoder()
  const textOf = (chunk: string | Uint8Array): string => {
    if (typeof chunk === 'string') return chunk
    return encodings[0].signs === 'bytes' ? bytesAsText(chunk) : utf8.push(chunk)
  }
  const put = async (text: string): Promise<void> => {
    stream.take(text)
    await write(stdout, innermost.carries === 'bytes' ? stream.output.takeBytes() : stream.output.takeText())
    const fault = outer.fault ?? stream.fault
    if (fault) throw fault
  }
  tellInput(words, stderr)
  for await (const chunk of readTextOrFiles(words, stdin)) {
    await put(outer.push(textOf(chunk)))
  }
  await put(outer.push(utf8.flush()) + outer.flush())
  stream.end()
  await put('')
}
