import { PassThrough, Readable } from 'node:stream'
import { createDecipherer, type DecipherSession } from '@runnel/decipher'
import { expect, test } from 'vitest'
import { closingWords } from '../deciphering/closing-words.ts'
import type { DecipherCommandOptions } from '../deciphering/decipher-options.ts'
import { NothingFitsError } from '../nothing-fits-error.ts'
import { exitCode } from '../program.ts'
import { decipher } from './decipher.ts'

/** A session that finds no key. */
const lost = async (): Promise<DecipherSession> => {
  const session = createDecipherer({ cipher: 'caesar', key: '0' }).createSession()
  const unknown = {
    cipher: 'unknown' as const,
    key: {},
    probability: 0.98,
    fit: { bits: 4.6, language: 2, random: 4.7 },
  }
  return {
    ...session,
    push: (chunk) => session.push(chunk).filter(({ type }) => type !== 'key'),
    flush: () => session.flush().map((event) => (event.type === 'done' ? { ...event, ...unknown } : event)),
  }
}

const run = async (text: string, options: Partial<DecipherCommandOptions> = {}) => {
  const written = { stdout: '', stderr: '' }
  const capture = (name: 'stdout' | 'stderr') =>
    new PassThrough().setEncoding('utf8').on('data', (piece: string) => {
      written[name] += piece
    }) as unknown as NodeJS.WriteStream
  const streams = {
    stdin: Readable.from([text]),
    stdout: capture('stdout'),
    stderr: capture('stderr'),
    signal: new AbortController().signal,
  }
  const defaults = { cipher: 'auto', model: 'english', format: 'text', commit: 0.999, maxDelay: 128 } as const
  const error = await decipher(
    [],
    { ...defaults, watch: 'every', keyChange: 0, ...options },
    streams,
    async () => ({ session: await lost() }),
  ).catch((reason: unknown) => reason)
  return { ...written, error }
}

const belief =
  'nothing fits · belief 98.00 % · 12 letters · 4.6 bits a letter (its language 2, random letters 4.7)\n'
const words =
  'none of the keys that were weighed explains the text, which is given as it came\n' +
  'letters only, 10 of the 26, in groups of 5, index of coincidence 0.030 (English 0.065, random 0.038), ' +
  'entropy 3.25 bits a letter; 12 letters are too few to tell more\n'

test('that nothing fits is said in words, with the looks of the text', async () => {
  expect(await run('LXFOP VEFRN HR')).toEqual({
    stdout: 'LXFOP VEFRN HR',
    stderr: belief + words,
    error: undefined,
  })
})

test('text that a key explained at first is given as it came at its end alone', () => {
  const done = { type: 'done', start: 9, cipher: 'unknown', key: {}, probability: 1, letters: 9 } as const
  const lines = closingWords({ format: 'text' }, { events: [done], changes: ['from one key to none'] })
  expect(lines[2]).toBe(
    'none of the keys that were weighed explains the end of the text, which is given as it came',
  )
})

test('a text that looks like one of a key that repeats: the search that is worth trying', () => {
  const looks = { characters: 80, letters: 80, alphabet: 'abc', likely: 'many-alphabets' } as const
  const done = {
    type: 'done',
    start: 80,
    cipher: 'unknown' as const,
    key: {},
    probability: 1,
    letters: 80,
    looks,
  } as const
  const told = (named: string, language?: string) =>
    closingWords({ format: 'text', cipher: named, language }, { events: [done], changes: [] })
  const line = 'ciphertext-autokey is searched where it is named: try --cipher ciphertext-autokey'
  const other = 'it was read as English: --language auto reads other languages'
  expect(told('auto').slice(-2)).toEqual([line, other])
  expect(told('auto', 'de').at(-1)).toBe(line)
  const { looks: _, ...seen } = done
  expect(closingWords({ format: 'text', cipher: 'auto' }, { events: [seen], changes: [] }).at(-1)).toBe(other)
  expect(told('caesar').join()).not.toMatch(new RegExp(`${line}|${other}`))
})

test.each(['ndjson', 'json'] as const)('as %s too, which carries the looks', async (format) => {
  const { stdout, stderr } = await run('LXFOP VEFRN HR', { format })
  expect(stderr).toBe(words)
  expect(JSON.parse(stdout.trim().split('\n').at(-1) as string)).toMatchObject({
    cipher: 'unknown' as const,
    key: {},
    fit: { bits: 4.6 },
    looks: { letters: 12, groups: 5 },
  })
})

test('asked to fail, it ends with status 3; asked to be quiet, it says nothing', async () => {
  const { stdout, stderr, error } = await run('LXFOP', { failUnknown: true, quiet: true })
  expect({ stdout, stderr }).toEqual({ stdout: 'LXFOP', stderr: '' })
  expect(NothingFitsError.isInstance(error)).toBe(true)
  expect(exitCode(error)).toBe(3)
})
