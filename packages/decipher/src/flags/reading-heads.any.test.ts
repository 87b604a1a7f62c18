import { createCaesar } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import type { TakeTrace } from '../session/symbol-trace.ts'
import { allEvents, createBigramModel, laws, sessionLaws, skinOf } from '../testing/index.ts'
import { readingHeads } from './reading-heads.ts'

const words = 'the river comes down from the hills and carries the snow of the winter with it to the sea '
const decipherer = readingHeads(createDecipherer({ model: createBigramModel(words.repeat(3)) }))
const read = (text: string) => {
  const events = allEvents(decipherer, [text])
  return { text: finalText(events), done: events.at(-1) }
}
const body = 'the river comes down from the hills and carries the snow'
const caesar = (text: string): string => createCaesar().encrypt(text, { shift: 13 })

test.each([
  'GC1ABCD\n',
  'GC7B3KX ',
  'Can anyone help me with this one?\n\n',
  'Please decode:\n',
  'GC8K1ZZ: Hint\n',
  'Dear River,\n\n',
  'Hello dear Snow!\n',
  'Hint: ',
  'flag: ',
  'P.S. ',
  'ROT13: ',
  'ROT-13: ',
  'Hint #1: ',
  'Hint 2 - ',
  'Clue — ',
  'Clue 3) ',
  'Message 12:\n',
  'Cryptoquip\n',
  'Subject: the river\n\n',
  'On Tue, 3 May 2022 at 10:14, River <river@example.org> wrote:\n> ',
  'From: river@example.org\nTo: the sea\nMIME-Version: 1.0\nX-Of: hills\n with snow\n\n',
])('%j stands as it is, and what follows is read', (heading) => {
  const { text, done } = read(heading + caesar(body))
  expect(text).toBe(heading + body)
  expect(done).toMatchObject({ cipher: 'caesar', key: { shift: 13 }, start: text.length })
})

test('the letters of a heading count', () => {
  expect(read(`Hint: ${caesar('the river comes')}`).done).toMatchObject({ letters: 17 })
})

test('a line that nothing follows is read like all else', () => {
  expect(read(`Subject: ${caesar(body)}`).text).toMatch(new RegExp(`${body}$`))
})

test('a heading that is written with the key of its text is read with it', () => {
  const text = `Subject: ${caesar(body)}\n\n${caesar(body)}`
  expect(read(text).text).toMatch(new RegExp(`${body}\n\n${body}$`))
})

test('no heading: a word in capitals, names of lines within a text, and more than 1,024 characters', () => {
  const known = readingHeads(createDecipherer({ cipher: 'caesar', key: '3' }))
  expect(finalText(allEvents(known, ['GCSE Uhvxowv']))).toBe('DZPB Results')
  expect(read(caesar('Subject: the river comes down')).text).toBe('Subject: the river comes down')
  const session = decipherer.createSession()
  expect(finalText(session.push('Candles and candour, caravans'))).not.toBe('')
  const long = `Subject: ${'the river '.repeat(110)}\n`
  expect(read(long).text).toBe(long)
})

test('while it may be a heading it is told as it stands, and nothing is final', () => {
  const session = decipherer.createSession()
  expect(session.push('Subj')).toEqual([{ type: 'interim', start: 0, text: 'Subj' }])
  expect(session.push('')).toEqual([])
  expect(finalText(session.push('ect: the river\n'))).toBe('')
  expect(finalText(session.push('\nthe'))).toBe('Subject: the river\n\n')
})

test('settling ends a heading', () => {
  const session = decipherer.createSession()
  session.push('Subject: the river')
  expect(finalText(session.settle())).toBe('Subject: the river')
})

test('traces tell places of the whole text, none of a heading', () => {
  const heading = 'Subject: the river\n'
  const starts: number[] = []
  const since = new Set<number | undefined>()
  const trace: TakeTrace = (trace) => {
    starts.push(trace.start)
    since.add(trace.best()?.since)
  }
  const session = decipherer.createSession(undefined, { trace })
  session.push(heading + caesar(body))
  expect(starts[0]).toBe(heading.length)
  expect(starts.at(-1)).toBe(heading.length + body.length - 1)
  expect([...since]).toEqual([heading.length])
})

test('a session goes on from a snapshot behind its heading', () => {
  const session = decipherer.createSession()
  session.push('MSG: the river')
  const later = decipherer.createSession(session.snapshot())
  expect([...later.push(' comes'), ...later.flush()]).toEqual([...session.push(' comes'), ...session.flush()])
})

describe('laws', () => {
  const known = readingHeads(createDecipherer({ cipher: 'caesar', key: '3' }))
  const skin = skinOf(known)
  const own = sessionLaws(10).filter(({ name }) => !name.startsWith('trace'))
  test.each(laws(10))('$name', ({ check }) => check(skin))
  test.each(own)('$name', ({ check }) =>
    check({ decipherer: known, decrypt: skin.decrypt, snapshotBytes: 4000 }),
  )
})
