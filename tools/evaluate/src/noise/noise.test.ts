import { createRandom } from '@runnel/core'
import { createBigramModel } from '@runnel/decipher/testing'
import { describe, expect, test } from 'vitest'
import { runSessions } from '../live/measures.ts'
import { drawStream, meaningOf } from '../live/streams.ts'
import { type Changes, measureAlarms, measureChanges, type NoiseSubject } from './measure.ts'
import { alarmTable, changeTable } from './tables.ts'

const text =
  `${'The river comes down from the hills in spring, and carries the snow with it. '.repeat(60)}\n`.repeat(2)
const subject: NoiseSubject = { model: createBigramModel(), text, count: 3, seed: 1 }
const setting = { text: 'rivers', count: 3, seed: 1 }

describe('one key', () => {
  test('noise costs alarms, and letters', () => {
    const [clean, noisy] = [0, 0.5].map((noise) =>
      measureAlarms(subject, { cipher: 'caesar', noise }, () => {}),
    )
    expect(clean).toMatchObject({ alarms: 0, right: 1 })
    expect(noisy.alarms).toBeGreaterThan(1)
    expect(noisy.right).toBeLessThan(1)
    const [row] = alarmTable(setting, [{ ...noisy, noise: 0.05, alarms: 1.234, right: 0.5 }]).rows
    expect(row).toEqual(['caesar', '5 %', '1.23', 'at most 0.2', '50.00 %'])
  })
})

describe('changes of key', () => {
  test.each(['letter', 'word'] as const)('at a %s, about every 250 letters', (changeAt) => {
    const letters: number[] = []
    const plan = { cipher: 'caesar', noise: 0, changeAt } as const
    const { found } = measureChanges(subject, plan, (count) => letters.push(count))
    expect(letters).toEqual([3000])
    expect(found.length).toBeGreaterThan(4)
    expect(found.length).toBeLessThan(25)
    const random = createRandom(subject.seed)
    const streams = Array.from({ length: 3 }, () =>
      drawStream(text, random, {
        letters: 1000,
        changeAt,
        changeRate: changeAt === 'word' ? 4.5 / 250 : 1 / 250,
      }),
    )
    const { relock } = runSessions({ model: subject.model, cipher: 'caesar' }, streams, ({ cipher, key }) =>
      meaningOf(cipher, key),
    )
    // So many letters were wrong before.
    expect(found).toEqual(relock.map((wrong) => wrong + 1))
  })

  test('found with the nth letter', () => {
    const changes: Changes = { cipher: 'auto', noise: 0, changeAt: 'word', found: [1, 2, 3, 4], right: 1 }
    expect(changeTable(setting, [changes]).rows).toEqual([
      ['auto', 'at words', '0 %', '4', '2', '4', '4', 'within 9', '100.00 %'],
    ])
  })
})
