import { createRandom } from '@runnel/core'
import { codes } from './codes.ts'
import { coordinates } from './coordinates.ts'
import { logLines } from './log-lines.ts'
import type { PassingText } from './passing-text.ts'

const SEED = 15

/** Text of which no free collection is at hand, made by seeded generators. */
export const madeTexts: readonly PassingText[] = [
  {
    name: 'log lines',
    source: `generated (seed ${SEED}): a web server's, a system's and a program's lines`,
    read: (size) => logLines(createRandom(SEED), size),
  },
  {
    name: 'coordinates',
    source: `generated (seed ${SEED}): degrees with minutes, with seconds, and decimal`,
    read: (size) => coordinates(createRandom(SEED), size),
  },
  {
    name: 'codes',
    source: `generated (seed ${SEED}): product keys, UUIDs, hashes, MAC and IPv6 addresses, colours, IBANs, base64`,
    read: (size) => codes(createRandom(SEED), size),
  },
]
