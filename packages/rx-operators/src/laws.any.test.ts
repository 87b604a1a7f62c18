import type { Chunk } from '@runnel/core'
import { createDecipherer, finalText } from '@runnel/decipher'
import {
  createFixedShiftModel,
  createRecallingModel,
  decipherWhole,
  laws,
  type Skin,
} from '@runnel/decipher/testing'
import { asyncScheduler, from, lastValueFrom, observeOn, toArray } from 'rxjs'
import { describe, test } from 'vitest'
import { decipher, decipherEvents } from './decipher.ts'

const recalling = createRecallingModel()

describe.each([
  ['a key', createDecipherer({ cipher: 'caesar', key: '3' }), {}],
  ['a net', createDecipherer({ model: createFixedShiftModel(3) }), {}],
  ['a net that recalls', createDecipherer({ model: recalling }), { decrypt: decipherWhole(recalling) }],
])('with %s', (_, decipherer, oracle) => {
  const events = (chunks: readonly Chunk[]) =>
    lastValueFrom(from(chunks).pipe(decipherEvents(decipherer), toArray()))
  const skins: [string, Skin][] = [
    ['decipherEvents', { ...oracle, events, text: async (chunks) => finalText(await events(chunks)) }],
    [
      'decipher',
      {
        ...oracle,
        text: async (chunks) =>
          (await lastValueFrom(from(chunks).pipe(decipher(decipherer), toArray()))).join(''),
      },
    ],
    [
      'decipher, each chunk in a task of its own',
      {
        ...oracle,
        text: async (chunks) => {
          const source = from(chunks).pipe(observeOn(asyncScheduler))
          return (await lastValueFrom(source.pipe(decipher(decipherer), toArray()))).join('')
        },
      },
    ],
  ]

  describe.each(skins)('%s', (name, skin) => {
    test.each(laws(name.endsWith('own') ? 20 : 100))('$name', ({ check }) => check(skin))
  })
})
