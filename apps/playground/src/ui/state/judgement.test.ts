import { expect, test } from 'vitest'
import { type Evidence, judge } from './judgement.ts'
import { NO_MOMENT } from './moment.ts'

const best = { cipher: 'caesar', key: { shift: 7 }, probability: 0.99, text: 'The' }
const stretch = { ...best, start: 0, noticed: 3 }

const evidence = (change: Partial<Evidence>, moment: Partial<Evidence['moment']> = {}): Evidence => ({
  ciphertext: 'Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl.',
  moment: { ...NO_MOMENT, read: 48, settled: 48, candidates: [best], ...moment },
  stretches: [stretch],
  early: [],
  surprises: { waiting: [], latest: [2.2] },
  isReady: true,
  isSeeking: false,
  letters: 60,
  ...change,
})

test.each([
  ['empty', evidence({ ciphertext: '' })],
  ['no-letters', evidence({ ciphertext: '12 34' })],
  ['other-letters', evidence({ ciphertext: 'Тсмылз у хсеёлцм' })],
  ['waiting-for-model', evidence({ isReady: false }, { read: 0 })],
  ['too-early', evidence({}, { candidates: [{ ...best, probability: 0.76 }] })],
  ['sure', evidence({})],
  ['unusual', evidence({ surprises: { waiting: [], latest: [4.3] } })],
  // Of few letters English takes as many bits.
  ['sure', evidence({ letters: 30, surprises: { waiting: [], latest: [4.2] } })],
  ['none', evidence({ surprises: { waiting: [], latest: [5.4] } })],
  ['none', evidence({}, { candidates: [{ ...best, cipher: 'unknown', key: {} as never }] })],
  [
    'seeking',
    evidence({ isSeeking: true }, { candidates: [{ ...best, cipher: 'unknown', key: {} as never }] }),
  ],
  ['no-longer-fits', evidence({ surprises: { waiting: [9, 5, 6, 7], latest: [2.2] } }, { settled: 40 })],
  ['settled-early', evidence({ early: [{ start: 40, settled: 'F', read: 'T' }] })],
] as const)('%s', (kind, given) => {
  expect(judge(given).kind).toBe(kind)
})
