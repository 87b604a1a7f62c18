import { bytesOf, ModelFormatError, type ModelSource, openFile, sealFile } from '@runnel/rnn-model'
import type { Classifier } from './classifier.ts'
import type { EnglishGains } from './english-gains.ts'
import { FEATURES } from './features.ts'
import { KINDS } from './kinds.ts'

/** All that was learned: what English looks like, and a net over the features of a text. */
export interface IdentifyModel {
  readonly english: EnglishGains
  readonly classifier: Classifier
}

/*
 * The payload: int16, little-endian. Gains of letters, pairs and bytes in 256ths of a bit; then the net, weights of the
 * hidden layer and their biases, of the kinds and theirs, in 1024ths.
 */
const FILE = { magic: 'RNLI', versions: [1] } as const
const STEPS = { gain: 256, weight: 1024 } as const

const sizesOf = (hidden: number): number[] => [
  26,
  676,
  256,
  hidden * FEATURES,
  hidden,
  KINDS.length * hidden,
  KINDS.length,
]

/** Writes what was learned as a file; numbers are rounded to what it holds. */
export const encodeIdentifyModel = (
  name: string,
  { english, classifier }: IdentifyModel,
): Promise<Uint8Array> => {
  const gains = [english.letters, english.pairs, english.bytes]
  const weights = [classifier.hidden, classifier.hiddenBias, classifier.output, classifier.outputBias]
  const numbers = [
    ...gains.flatMap((part) => Array.from(part, (value) => STEPS.gain * value)),
    ...weights.flatMap((part) => Array.from(part, (value) => STEPS.weight * value)),
  ]
  const payload = new DataView(new ArrayBuffer(2 * numbers.length))
  numbers.forEach((value, i) => {
    payload.setInt16(2 * i, Math.max(-0x8000, Math.min(0x7fff, Math.round(value))), true)
  })
  const header = { name, hidden: classifier.hiddenBias.length, features: FEATURES, kinds: KINDS }
  return sealFile(FILE.magic, FILE.versions[0], header, new Uint8Array(payload.buffer))
}

/**
 * Reads such a file, and checks it.
 *
 * @returns what was learned, and the SHA-256 of the file
 * @throws ModelLoadError when it cannot be fetched or read
 * @throws ModelFormatError when it is none, cut short, altered, or made for other features or kinds
 */
export const decodeIdentifyModel = async (source: ModelSource): Promise<IdentifyModel & { id: string }> => {
  const { header, payload, sha256 } = await openFile(await bytesOf(source), FILE)
  const sizes = sizesOf(hiddenOf(header))
  const length = 2 * sizes.reduce((sum, size) => sum + size, 0)
  if (payload.length !== length)
    throw new ModelFormatError('payload', `${length} bytes`, `${payload.length} bytes`)
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
  let at = 0
  const [letters, pairs, bytes, hidden, hiddenBias, output, outputBias] = sizes.map((size, part) => {
    const steps = part < 3 ? STEPS.gain : STEPS.weight
    return Float64Array.from({ length: size }, () => {
      at += 2
      return view.getInt16(at - 2, true) / steps
    })
  })
  return {
    english: { letters, pairs, bytes },
    classifier: { hidden, hiddenBias, output, outputBias },
    id: sha256,
  }
}

/** Most hidden units that a file may ask for. */
const MOST_HIDDEN = 256

const hiddenOf = (header: Uint8Array): number => {
  let stated: { hidden?: unknown; features?: unknown; kinds?: unknown } | null = null
  try {
    stated = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(header))
  } catch {}
  const hidden = Number(stated?.hidden)
  const isSound =
    Number.isInteger(hidden) &&
    hidden > 0 &&
    hidden <= MOST_HIDDEN &&
    stated?.features === FEATURES &&
    JSON.stringify(stated?.kinds) === JSON.stringify(KINDS)
  if (!isSound) throw new ModelFormatError('header', 'features and kinds of this version', 'something else')
  return hidden
}
