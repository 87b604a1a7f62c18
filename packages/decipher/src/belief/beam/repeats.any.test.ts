import { expect, test } from 'vitest'
import { createDecipherer } from '../../decipherer.ts'
import { createByteReader, createByteWriter } from '../../saving/bytes.ts'
import { allEvents, createBigramModel } from '../../testing/index.ts'
import { Repeats } from './repeats.ts'

/** The symbols of a text, with those in capitals that come round again. */
const rounds = (text: string, repeats = new Repeats()): string =>
  Array.from(text, (unit) => {
    repeats.take(unit.charCodeAt(0), true)
    return repeats.isRound() ? unit.toUpperCase() : unit
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

test.each([
  ['{}', 'what few keys read'],
  ['{(}', 'signs beyond the first 32'],
  ['ha ', 'letters'],
])('what comes round and round is read for a while, then passed over, whatever it is: %s', (unit) => {
  const model = createBigramModel('the river comes down from the hills. ')
  let steps = 0
  const counted = {
    ...model,
    step: (...given: Parameters<typeof model.step>) => {
      steps++
      return model.step(...given)
    },
    stepMany: (...given: Parameters<typeof model.stepMany>) => {
      steps += given[0].length
      return model.stepMany(...given)
    },
  }
  const decipherer = createDecipherer({ model: counted })
  const stepsOf = (times: number): number => {
    steps = 0
    const text = unit.repeat(times)
    expect(allEvents(decipherer, [text]).at(-1)).toMatchObject({ type: 'done' })
    return steps
  }
  const few = stepsOf(40)
  expect(few).toBeGreaterThan(0)
  expect(stepsOf(400)).toBeLessThan(few * 1.5)
})
