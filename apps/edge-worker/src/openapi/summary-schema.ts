import * as v from 'valibot'
import { decipherQuery } from '../decipher-query.ts'
import { belief, fit, looks } from './event-schema.ts'

/** Schema of a whole answer as one object. */
export const summarySchema = () =>
  v.pipe(
    v.object({
      ...belief,
      letters: v.pipe(v.number(), v.integer(), v.minValue(0)),
      fit: v.optional(fit()),
      looks: v.optional(looks()),
      text: v.string(),
      candidates: v.optional(v.array(v.object({ ...belief, text: v.string() }))),
    }),
    v.metadata({ ref: 'Summary' }),
  )

/** Schema of a body in JSON: the text, and the options of the query, numbers as such or as text. */
export const jsonBodySchema = () =>
  v.strictObject({
    text: v.pipe(v.string(), v.description('the ciphertext')),
    ...Object.fromEntries(
      Object.keys(decipherQuery().entries).map((name) => [
        name,
        v.pipe(
          v.optional(v.union([v.string(), v.number()])),
          v.description(`the option ${name} of the query, which may not be in both`),
        ),
      ]),
    ),
  })
