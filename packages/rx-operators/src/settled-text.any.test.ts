import { InvalidOptionError } from '@runnel/core'
import { createDecipherer, type DecipherEvent } from '@runnel/decipher'
import { from, last, of } from 'rxjs'
import { expect, test } from 'vitest'
import { decipherEvents } from './decipher.ts'
import { settledText } from './settled-text.ts'
import { outcome } from './testing/outcome.ts'

const final = (start: number, text: string): DecipherEvent => ({ type: 'final', start, text })
const interim = (start: number, text: string): DecipherEvent => ({ type: 'interim', start, text })
const key: DecipherEvent = { type: 'key', start: 0, cipher: 'caesar', key: { shift: 3 }, probability: 1 }

test('finals join; interim text is replaced, and shrinks from the front as it settles', () => {
  const events = [
    interim(0, 'Xt wxs'),
    key,
    interim(0, 'It was'),
    final(0, 'It '),
    interim(3, 'was the'),
    final(3, 'was'),
  ]
  expect(outcome(from(events).pipe(settledText())).values).toEqual([
    { start: 0, settled: '', interim: 'Xt wxs' },
    { start: 0, settled: '', interim: 'It was' },
    { start: 0, settled: 'It ', interim: 'was' },
    { start: 0, settled: 'It ', interim: 'was the' },
    { start: 0, settled: 'It was', interim: ' the' },
  ])
})

test('the latest text alone is kept, and tells where it starts', () => {
  const events = [final(5, 'abc'), final(8, 'def'), interim(11, 'g'), final(11, 'ghijkl')]
  const kept = (keep: number) => outcome(from(events).pipe(settledText({ keep }), last())).values
  expect(kept(4)).toEqual([{ start: 13, settled: 'ijkl', interim: '' }])
  expect(kept(0)).toEqual([{ start: 17, settled: '', interim: '' }])
  expect(kept(100)).toEqual([{ start: 5, settled: 'abcdefghijkl', interim: '' }])
})

test('of what a decipherer tells', () => {
  const decipherer = createDecipherer({ cipher: 'caesar', key: '3' })
  const text = of('gd', 'wd').pipe(decipherEvents(decipherer), settledText())
  expect(outcome(text).values.map(({ settled }) => settled)).toEqual(['da', 'data'])
})

test.each([-1, Number.NaN])('to keep %d units is refused when the operator is made', (keep) => {
  expect(() => settledText({ keep })).toThrow(InvalidOptionError)
})
