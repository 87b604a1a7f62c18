import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createCaesar } from '@runnel/core'

const root = path.join(import.meta.dirname, '../../..')

/** English text of this repository's documents, over and over. @param length UTF-16 units */
export const longText = (length: number): string => {
  const documents = globSync('{docs,packages/*,apps/*}/*.md', { cwd: root }).sort()
  const all = documents
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n')
    // Words alone: tables and code are not what the net has read.
    .replace(/[^A-Za-z,.'\n ]+/g, ' ')
    .replace(/ +/g, ' ')
  return all.repeat(Math.ceil(length / all.length)).slice(0, length)
}

/** A text in cipher whose key changes half way. */
export const inCipher = (text: string): string => {
  const caesar = createCaesar()
  const middle = text.indexOf(' ', text.length / 2) + 1
  return (
    caesar.encrypt(text.slice(0, middle), { shift: 7 }) + caesar.encrypt(text.slice(middle), { shift: 19 })
  )
}
