import { createUtf8Decoder } from '@runnel/core'
import type { ConsoleStreams } from './console-streams.ts'
import { readInput } from './input.ts'
import { textFiles } from './text-files.ts'

/** Reads files, folders of files, or standard input for `-`, as one text. @throws UnreadableFileError */
export const readText = async (files: readonly string[], { stdin }: ConsoleStreams): Promise<string> => {
  const utf8 = createUtf8Decoder()
  const parts: string[] = []
  for await (const chunk of readInput(textFiles(files), stdin)) parts.push(utf8.push(chunk))
  parts.push(utf8.flush())
  return parts.join('')
}
