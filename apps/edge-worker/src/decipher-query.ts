import { alphabets } from '@runnel/core/alphabets'
import { type LiveOptions, watchModes } from '@runnel/decipher'
import { languageList } from '@runnel/models'
import * as v from 'valibot'
import { isNumber, queryNumber } from './validated-query.ts'

/** Letters that may wait to become final, in a session or one request: bounds the interim text of one event. */
export const MOST_DELAY = 512

/** Schema of the parameter that names an alphabet. */
export const alphabetParameter = () =>
  v.pipe(
    v.string(),
    v.description(
      `letters that the cipher moves: ${Object.keys(alphabets).join(', ')}, or ten letters or more, in order; a to z unless given`,
    ),
  )

/** Schema of the parameters that say what to decipher, and with what. */
export const decipherQuery = () =>
  v.strictObject({
    cipher: v.optional(
      v.pipe(v.string(), v.description('a cipher of /v1/ciphers, homophonic, or auto: whichever fits')),
      'auto',
    ),
    key: v.optional(v.pipe(v.string(), v.description('the key, where it is known; it needs a cipher'))),
    alphabet: v.optional(alphabetParameter()),
    language: v.optional(
      v.pipe(
        v.string(),
        v.description(
          `languages of the plaintext, with commas between: ${Object.keys(languageList).join(', ')}, or auto for whichever it is; that of the alphabet, or en, unless given`,
        ),
      ),
    ),
    known: v.optional(
      v.pipe(v.string(), v.description('letters of a substitution that are known, such as X=e,Q=u')),
    ),
    crib: v.optional(
      v.pipe(
        v.string(),
        v.description('words that are likely to occur in a plaintext by substitution, such as BREAD,RIVER'),
      ),
    ),
    wheels: v.optional(
      v.pipe(
        v.string(),
        v.description(
          'the wheels of an Enigma whose start is not known, such as I-II-III (the default); a reflector before them, rings after them',
        ),
      ),
    ),
    flagFormat: v.optional(
      v.pipe(
        v.string(),
        v.description(
          'beginnings of flags besides well-known ones, such as picoCTF{, with commas between, or none; without a cipher and a key',
        ),
      ),
    ),
    model: v.optional(v.pipe(v.string(), v.description('a model of /v1/models')), 'english'),
    commit: v.optional(
      v.pipe(queryNumber, v.description('how probable text must be to become final, above 0.5 and below 1')),
    ),
    maxDelay: v.optional(
      v.pipe(
        queryNumber,
        v.maxValue(MOST_DELAY, `a number of letters up to ${MOST_DELAY}`),
        v.description('letters after which text becomes final all the same'),
      ),
    ),
    watch: v.optional(
      v.pipe(
        v.picklist(watchModes, `one of ${watchModes.join(', ')}`),
        v.description('how closely a found key is watched for a change'),
      ),
    ),
    keyChange: v.optional(
      v.pipe(
        v.string(),
        v.check((text) => text === 'off' || isNumber(text), 'a number, or off'),
        v.transform((text) => (text === 'off' ? 0 : Number(text))),
        v.description(
          'how probable a change of key is at each letter, from 0 to 0.5; off where there is one key',
        ),
      ),
    ),
    encoding: v.optional(
      v.pipe(
        v.string(),
        v.description(
          'encodings around the cipher, as base64 > hex for one inside the other, or auto: whichever there are; none unless given',
        ),
      ),
    ),
    candidates: v.optional(
      v.pipe(
        queryNumber,
        v.description('how many of the most probable keys events tell, 1 to 20; none unless asked for'),
      ),
    ),
  })

/** The parameters, read: of a stream, and of a session for as long as it is stored. */
export type DecipherQuery = v.InferOutput<ReturnType<typeof decipherQuery>>

/** The options of a decipherer that the parameters stand for, besides its model and its key. */
export const decipherOptions = ({ cipher, commit, maxDelay, watch, keyChange, candidates }: DecipherQuery) =>
  ({
    cipher,
    commit: { probability: commit, maxDelay },
    watch,
    keyChange: { rate: keyChange },
    candidates,
  }) satisfies LiveOptions & { cipher: string }
