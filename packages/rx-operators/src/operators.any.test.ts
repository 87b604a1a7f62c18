import { createCaesar } from '@runnel/core'
import { createDecipherer, type DecipherEvent } from '@runnel/decipher'
import { createFixedShiftModel, createToyIdentifier } from '@runnel/decipher/testing'
import { decipher, decipherEvents } from './decipher.ts'
import { decipherRecords } from './decipher-records.ts'
import { encipher } from './encipher.ts'
import { identify } from './identify.ts'
import { mapWithState } from './map-with-state.ts'
import { settledText } from './settled-text.ts'
import { describeOperator } from './testing/operator-checklist.ts'

describeOperator('mapWithState', {
  operator: mapWithState(
    () => ({ count: 0 }),
    (state, value: string) => [`${value}${++state.count}`, value.toUpperCase()],
    (state) => [`${state.count} in all`, 'end'],
  ),
  a: 'a',
  b: 'b',
  afterA: ['a1', 'A'],
  afterB: ['b2', 'B'],
  end: [
    ['0 in all', 'end'],
    ['1 in all', 'end'],
    ['2 in all', 'end'],
  ],
})

describeOperator('mapWithState without flush', {
  operator: mapWithState(
    () => ({ sum: 0 }),
    (state, value: number) => {
      state.sum += value
      return [state.sum]
    },
  ),
  a: 1,
  b: 2,
  afterA: [1],
  afterB: [3],
  end: [[], [], []],
})

describeOperator('encipher', {
  operator: encipher(createCaesar(), { shift: 3 }),
  a: 'I Like ',
  b: 'Apples',
  afterA: ['L Olnh '],
  afterB: ['Dssohv'],
  end: [[], [], []],
})

const belief = { cipher: 'caesar', key: { shift: 3 }, probability: 1 } as const
const done = (start: number, letters: number): DecipherEvent => ({ type: 'done', start, ...belief, letters })

for (const [name, decipherer] of [
  ['a key', createDecipherer({ cipher: 'caesar', key: '3' })],
  ['a net', createDecipherer({ model: createFixedShiftModel(3) })],
] as const) {
  describeOperator(`decipher with ${name}`, {
    operator: decipher(decipherer),
    a: 'gd',
    b: Uint8Array.of(0x77, 0x64),
    afterA: ['da'],
    afterB: ['ta'],
    end: [[], [], []],
  })

  describeOperator(`decipher with ${name}, half a pair at the end`, {
    operator: decipher(decipherer),
    a: 'gd\ud83d',
    b: '\ude00\ud83d',
    afterA: ['da'],
    afterB: ['😀'],
    end: [[], ['\ud83d'], ['\ud83d']],
  })

  describeOperator(`decipherEvents with ${name}`, {
    operator: decipherEvents(decipherer),
    a: 'Gd',
    b: 'wd.',
    afterA: [
      { type: 'key', start: 0, ...belief },
      { type: 'final', start: 0, text: 'Da' },
    ],
    afterB: [{ type: 'final', start: 2, text: 'ta.' }],
    end: [[done(0, 0)], [done(2, 2)], [done(5, 4)]],
  })
}

describeOperator('settledText', {
  operator: settledText(),
  a: { type: 'interim', start: 0, text: 'It wxs' },
  b: { type: 'final', start: 0, text: 'It ' },
  afterA: [{ start: 0, settled: '', interim: 'It wxs' }],
  afterB: [{ start: 0, settled: 'It ', interim: 'wxs' }],
  end: [[], [], []],
})

const known = createDecipherer({ cipher: 'caesar', key: '3' })
describeOperator('decipherRecords', {
  operator: decipherRecords(known, { every: 3 }),
  a: { offset: 7, chunk: 'g' },
  b: { offset: 9, chunk: 'd' },
  afterA: [
    {
      offset: 7,
      events: [
        { type: 'key', start: 0, ...belief },
        { type: 'final', start: 0, text: 'd' },
      ],
    },
  ],
  afterB: [{ offset: 9, events: [{ type: 'final', start: 1, text: 'a' }] }],
  end: [
    [{ offset: undefined, events: [done(0, 0)] }],
    [{ offset: 7, events: [done(1, 1)] }],
    [{ offset: 9, events: [done(2, 2)] }],
  ],
})

const identifier = await createToyIdentifier()
const [a, b] = ['Wkh pruqlqj zdv ', new TextEncoder().encode('frog, dqg wkh er')]
const told = (...chunks: (string | Uint8Array)[]) => {
  const session = identifier.createSession()
  const [latest = []] = chunks.map((chunk) => session.push(chunk)).slice(-1)
  return { latest, end: session.flush() }
}
describeOperator('identify', {
  operator: identify(identifier),
  a,
  b,
  afterA: told(a).latest,
  afterB: told(a, b).latest,
  end: [told().end, told(a).end, told(a, b).end],
})
