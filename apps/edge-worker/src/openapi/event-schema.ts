import * as v from 'valibot'
import { type ProblemCode, statuses } from '../problem.ts'

/** Schema of what a stream tells: NDJSON lines, the data of server-sent events, messages of sockets. */
export const eventSchema = () =>
  v.pipe(
    v.variant('type', [
      v.object({ type: v.literal('final'), start, text: v.string() }),
      v.object({
        type: v.literal('interim'),
        start,
        text: v.string(),
        confidence: v.optional(v.array(probability)),
      }),
      v.object({ type: v.literal('key'), start, ...belief }),
      v.object({
        type: v.literal('candidates'),
        start,
        candidates: v.array(v.object({ ...belief, text: v.string() })),
      }),
      v.object({
        type: v.literal('done'),
        start,
        ...belief,
        letters: start,
        fit: v.optional(fit()),
        looks: v.optional(looks()),
      }),
      v.object({
        type: v.literal('error'),
        code: v.picklist(Object.keys(statuses) as ProblemCode[]),
        title: v.optional(v.string()),
        detail: v.string(),
      }),
    ]),
    v.metadata({ ref: 'Event' }),
  )

const start = v.pipe(v.number(), v.integer(), v.minValue(0))
const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
/** Entries of a schema: cipher, key and belief. */
export const belief = {
  cipher: v.string(),
  key: v.record(v.string(), v.union([v.number(), v.string()])),
  probability,
  encoding: v.optional(v.pipe(v.string(), v.description('encodings that were taken off, outermost first'))),
  language: v.optional(v.pipe(v.string(), v.description('ISO 639-1, where languages are weighed'))),
  languageProbability: v.optional(probability),
}

const bits = v.pipe(v.number(), v.minValue(0))
/** Schema of how well a text fits. */
export const fit = () =>
  v.pipe(
    v.object({ bits, language: bits, random: bits }),
    v.description('bits a letter: of the text as it was read, of its language, of random letters'),
  )

/** Schema of the looks of a text. */
export const looks = () =>
  v.pipe(
    v.object({
      characters: start,
      letters: start,
      alphabet: v.string(),
      groups: v.optional(start),
      coincidence: v.optional(probability),
      entropy: v.optional(bits),
      likely: v.optional(v.string()),
    }),
    v.description('the looks of the text; of a stream whose cipher is unknown where it was one request'),
  )
