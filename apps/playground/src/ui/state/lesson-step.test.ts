import { beforeAll, describe, expect, test } from 'vitest'
import { framesOf, openReader } from '../../engine/testing/open-reader.ts'
import { lessonStep } from './lesson-step.ts'
import { ReadingLog } from './reading-log.ts'

const ciphertext = 'Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl.'

describe('a step of a lesson', () => {
  const log = new ReadingLog(1)
  beforeAll(async () => {
    const { told, receive, run } = await openReader()
    await receive({ type: 'start', reading: 1, options: { cipher: 'auto' } })
    await receive({ type: 'append', text: ciphertext })
    run()
    for (const frame of framesOf(told)) log.take(frame)
  })
  const rowsAt = (letter: number) => lessonStep({ log, ciphertext, letter })?.rows ?? []

  test.each([1, 2, 3])(
    'letter %i: belief is multiplied by what the net gave, and made to sum to one',
    (letter) => {
      const rows = rowsAt(letter)
      expect(rows.length).toBeGreaterThan(1)
      // One number for all keys: what they came to together.
      const sums = rows.map(({ before, likely, after }) => (before * likely) / after)
      for (const sum of sums) expect(sum / sums[0]).toBeCloseTo(1, 1)
      const column = log.columns.at(letter)
      expect(column?.weights.reduce((total, weight) => total + weight, column.unknown)).toBeCloseTo(1, 4)
    },
  )

  test('each key reads the letters so far, and the best stands first', () => {
    expect(rowsAt(2)[0]).toMatchObject({ named: { cipher: 'caesar', key: { shift: 7 } }, reads: 'The' })
    expect(rowsAt(2).map(({ reads }) => reads)).toContain('Max')
  })
})
