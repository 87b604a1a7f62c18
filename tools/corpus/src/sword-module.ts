import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

/** Bytes of an entry in the index of blocks: offset, compressed size, size, each 4 bytes, little-endian. */
const ENTRY = 12

/** The blocks of one testament in a SWORD zText module: `FILE.bzs` is the index, `FILE.bzz` the blocks. */
export const readSwordBlocks = (file: string): string[] => {
  const index = readFileSync(`${file}.bzs`)
  const blocks = readFileSync(`${file}.bzz`)
  return Array.from({ length: index.length / ENTRY }, (_, i) => {
    const offset = index.readUInt32LE(i * ENTRY)
    const size = index.readUInt32LE(i * ENTRY + 4)
    return size === 0 ? '' : inflateSync(blocks.subarray(offset, offset + size)).toString('utf8')
  })
}

/** The words of an OSIS text: notes and titles dropped, an empty line at the start of each paragraph. */
export const stripOsis = (text: string): string =>
  text
    // A note stands between two words with no space around it.
    .replace(/<note\b[^>]*>.*?<\/note>/gs, ' ')
    .replace(/<title\b[^>]*>.*?<\/title>/gs, '\n\n')
    .replace(/<div\b[^>]*type="(?:x-p|paragraph|book)"[^>]*>|<p\b[^>]*>/g, '\n\n')
    .replace(/<lg\b[^>]*>/g, '\n\n')
    .replace(/<\/?(?:l|lb|item)\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[ \t]+([,.;:?!])/g, '$1')
