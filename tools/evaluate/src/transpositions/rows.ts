import type { Random } from '@runnel/core'
import { findCipher } from '@runnel/core/ciphers'
import type { Layout } from '../live/streams.ts'
import { permutation } from '../open-world/permutation.ts'

/** Ciphertexts of one cipher, each under a random key. */
export interface Row {
  readonly cipher: string
  /** The keys in words, for the table. */
  readonly keys: string
  readonly layout: Layout
  drawKey(random: Random): object
}

const columnar = (columns: number): Row => ({
  cipher: 'columnar',
  keys: `${columns} columns`,
  layout: 'no spaces',
  drawKey: (random) => ({
    key: permutation(columns, random)
      .map((column) => column + 1)
      .join('-'),
  }),
})

const drawFence = (random: Random) => {
  const rails = 2 + random.integer(9)
  return { rails, offset: random.integer(2 * (rails - 1)) }
}

/** The rows of the table: columns and rails, rods and reversal, letters alone or all that is written. */
export const rows: readonly Row[] = [
  { cipher: 'reversal', keys: '', layout: 'no spaces', drawKey: () => ({}) },
  { cipher: 'reversal', keys: 'over all', layout: 'as written', drawKey: () => ({ over: 'all' }) },
  { cipher: 'rail-fence', keys: '2 to 10 rails, any offset', layout: 'no spaces', drawKey: drawFence },
  {
    cipher: 'rail-fence',
    keys: '2 to 10 rails, any offset, over all',
    layout: 'as written',
    drawKey: (random) => ({ ...drawFence(random), over: 'all' }),
  },
  {
    cipher: 'scytale',
    keys: '2 to 12 around',
    layout: 'no spaces',
    drawKey: (random) => ({ around: 2 + random.integer(11) }),
  },
  {
    cipher: 'route',
    keys: '3 to 8 columns, spirals inward',
    layout: 'no spaces',
    drawKey: (random) => findCipher('route').generateKey(random) as object,
  },
  ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(columnar),
  {
    cipher: 'columnar',
    keys: '3 to 8 columns, letters alone between spaces',
    layout: 'as written',
    drawKey: (random) => columnar(3 + random.integer(6)).drawKey(random),
  },
]
