import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createCipher, createRandom } from '@runnel/core'

/** One thing that a request may ask for. */
export interface Case {
  name: string
  /** Query of the request; the same as options for a session in process. */
  query: string
  text: string
  /** Requests in a round. */
  times: number
  /** A stream long enough that what its beginning costs is nothing. */
  long: boolean
}

const root = path.join(import.meta.dirname, '../../../..')

/** Prose of our own documents, without tables, code and figures: English that no model was trained on. */
export const prose = (length: number): string => {
  const paragraphs = globSync('docs/**/*.md', { cwd: root })
    .sort()
    .flatMap((file) =>
      readFileSync(path.join(root, file), 'utf8')
        .replace(/```[\s\S]*?```/g, '')
        .split('\n\n'),
    )
    .filter((paragraph) => /^[A-Z][^|]*$/.test(paragraph) && !/[`\d]/.test(paragraph))
    .map((paragraph) => paragraph.replace(/\s+/g, ' '))
  const all = paragraphs.join('\n')
  return all.repeat(Math.ceil(length / all.length)).slice(0, length)
}

/** What is measured, from the cheapest to the dearest. */
export const cases = (): Case[] => {
  const caesar = createCipher('caesar')
  const key = caesar.parseKey('11')
  const english = (length: number): string => caesar.encrypt(prose(length), key)
  const random = createRandom(7)
  const noise = Array.from({ length: 200 }, () => String.fromCharCode(97 + random.integer(26))).join('')
  const locked = (watch: string) => ({
    name: `key unknown, locked, watch ${watch}`,
    query: `watch=${watch}`,
    text: english(1 << 20),
    times: 1,
    long: true,
  })
  return [
    { name: 'key known', query: 'cipher=caesar&key=11', text: english(1 << 20), times: 4, long: true },
    locked('off'),
    locked('adaptive'),
    { ...locked('every'), text: english(1 << 17) },
    { name: 'key unknown, searching: messages of 64', query: '', text: english(64), times: 40, long: false },
    { name: 'key unknown, searching: no key fits', query: '', text: noise, times: 1, long: false },
  ]
}
