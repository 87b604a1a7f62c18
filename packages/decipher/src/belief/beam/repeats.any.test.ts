import { expect, test } from 'vitest'
import { createByteReader, createByteWriter } from '../../saving/bytes.ts'
import { Repeats } from './repeats.ts'

/** The symbols of a text, with those in capitals that come round again. */
const rounds = (text: string, repeats = new Repeats()): string =>
  Array.from(text, (unit) => {
    repeats.take(unit.charCodeAt(0), true)
    return repeats.isRound ? unit.toUpperCase() : unit
  }).join('')

test.each([
  ['abababab', 'ababABAB'],
  ['hat hat hat hat', 'hat hat HAT HAT'],
  ['hat hat hat bat', 'hat hat HAT bat'],
  ['the cat sat. the cat sat. the cat', 'the cat sat. the cat sat. THE CAT'],
  ['mississippi', 'mississIppi'],
  ['had had enough of it all', 'had had enough of it all'],
])('what has come twice, and comes again, is known: %s', (text, expected) => {
  expect(rounds(text)).toBe(expected)
})

test('a line of more than 16 symbols is read as often as it comes', () => {
  const line = 'to and fro we went.'
  expect(rounds(line.repeat(3))).toBe(line.repeat(3))
})

test('underscores behind no word are a blank, and say nothing; those that join words do', () => {
  const repeats = new Repeats()
  const told = (text: string) => Array.from(text, (unit) => repeats.take(unit.charCodeAt(0), true))
  expect(told('a_b')).toEqual([false, false, false])
  expect(told(': ___')).toEqual([false, false, true, true, true])
  expect(told('(_9_')).toEqual([false, true, false, false])
})

test('it goes on where it was saved or forked', () => {
  const repeats = new Repeats()
  rounds('xyxy', repeats)
  const writer = createByteWriter()
  repeats.save(writer)
  const restored = new Repeats(createByteReader(writer.bytes(), 'search'))
  for (const each of [restored, repeats.fork(), repeats]) expect(rounds('xyxa', each)).toBe('XYXa')
})
