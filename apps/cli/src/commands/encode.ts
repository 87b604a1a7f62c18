import { createUtf8Decoder } from '@runnel/core'
import { textAsBytes } from '@runnel/core/ciphers'
import { CodingStream, createEncodingStream, parseEncodings, type TextStream } from '@runnel/core/encodings'
import { type ConsoleStreams, write } from '../console-streams.ts'
import { tellInput } from '../tell-input.ts'
import { readTextOrFiles } from '../text-or-files.ts'

/**
 * Encodes text, files or standard input to standard output, as it arrives. Of files the bytes are encoded, text or not,
 * where the encoding is one of bytes.
 *
 * @throws EncodingError after all that stands before what cannot be written; InvalidOptionError on a kind that is none
 */
export const encode = async (
  kind: string,
  words: readonly string[],
  { stdin, stdout, stderr }: ConsoleStreams,
): Promise<void> => {
  const encodings = parseEncodings(kind)
  const innermost = encodings[encodings.length - 1]
  const stream = new CodingStream(innermost, 'encode')
  const outer = encodings
    .slice(0, -1)
    .map((encoding, i) =>
      createEncodingStream(encoding, undefined, { asBytes: encodings[i + 1].signs === 'bytes' }),
    )
    .reverse()
  const utf8 = createUtf8Decoder()
  const put = async (text: string): Promise<void> => {
    await write(stdout, encodings[0].signs === 'bytes' ? textAsBytes(text) : text)
    const fault = stream.fault ?? outer.find(({ fault }) => fault)?.fault
    if (fault) throw fault
  }
  const through = (text: string): string => outer.reduce((inner, one: TextStream) => one.push(inner), text)
  tellInput(words, stderr)
  for await (const chunk of readTextOrFiles(words, stdin)) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    stream.take(innermost.carries === 'bytes' ? bytes : utf8.push(bytes))
    await put(through(stream.output.takeText()))
  }
  if (innermost.carries === 'text') stream.take(utf8.flush())
  stream.end()
  await put(outer.reduce((inner, one) => one.push(inner) + one.flush(), stream.output.takeText()))
}
