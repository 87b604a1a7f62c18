import { type Cipher, createCipher, InvalidOptionError } from '@runnel/core'
import type { RnnModel } from '@runnel/rnn-model'
import type { EndingFinder, KeyFinder } from './inferences/key-finder.ts'
import { createKeySearch } from './inferences/key-search.ts'
import { createKnownKey } from './inferences/known-key.ts'
import { createRecogniser } from './inferences/recogniser.ts'
import { createTransducer } from './inferences/transducer.ts'
import { type KeyChoice, keyFamilyOf } from './keys/index.ts'
import type { CipherChoice } from './keys/key-families.ts'
import type { KeyFamily } from './keys/key-family.ts'
import type { KeySpace } from './keys/key-space.ts'
import type { Counts } from './language/counts/counts.ts'
import type { LanguageModel } from './language/language-model.ts'
import { netLanguageModel } from './language/net-language-model.ts'
import type { DecipherSession } from './session/decipher-session.ts'
import type { Inference } from './session/inference.ts'
import { createSession } from './session/session.ts'
import type { TakeTrace } from './session/symbol-trace.ts'
import { checkLiveOptions, type LiveOptions } from './settling/live-options.ts'
import { createSettlingInference } from './settling/settling-stream.ts'

/** The text to decipher, and the means. */
export interface DecipherOptions<Key = unknown> extends LiveOptions {
  /** Net that reads the ciphertext, or language model that foretells the plaintext; not needed when `key` is given. */
  model?: RnnModel | LanguageModel | undefined
  /** Counts that read for a language model what weighs little, from `loadCounts`: fewer net steps, and better first letters. */
  counts?: Counts | undefined
  /** `'auto'` (the default) weighs all ciphers, or leaves it to a net of one; else a name, a cipher, or keys of your own. */
  cipher?: CipherChoice | Cipher<Key> | KeySpace | KeyFamily | KeyFinder | EndingFinder | undefined
  /** The key, when it is known: as an object or as a person writes it; of a named cipher also as a number, where that is it. */
  key?: Key | string | undefined
  /** Takes encodings such as base64 off first: `encodingOf` of `@runnel/decipher/encodings`. Text stays as it is without. */
  encoding?: ((decipherer: Decipherer) => Decipherer) | undefined
}

/** Choices of one session, which change nothing of its events and its snapshots. */
export interface SessionWatch {
  /**
   * Takes the trace of each symbol that a search over keys reads; other inferences tell none. Nothing is paid without
   * it.
   */
  readonly trace?: TakeTrace | undefined
}

/** Makes sessions that share one model or key. Frozen; any number of sessions may be open. */
export interface Decipherer {
  /** Present where it deciphers bytes, and not the text that they stand for: its text is bytes, one UTF-16 unit each. */
  readonly carries?: 'bytes'
  /**
   * Starts a session, or goes on where a snapshot was taken.
   *
   * @throws SnapshotFormatError when the snapshot is damaged
   * @throws SnapshotMismatchError when it belongs to another model, engine, key or options
   * @throws InvalidOptionError when it is neither a buffer nor a view of one
   */
  createSession(snapshot?: Uint8Array | ArrayBuffer, watch?: SessionWatch): DecipherSession
}

/**
 * Makes a decipherer: for a known key with `cipher` and `key`, otherwise with a `model`.
 *
 * @throws InvalidOptionError when the options do not fit together
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * const session = createDecipherer({ cipher: 'caesar', key: '3' }).createSession()
 * session.push('L Olnh Dssohv') // key and final events; the text is 'I Like Apples'
 */
export const createDecipherer = <Key = unknown>(options: DecipherOptions<Key>): Decipherer => {
  checkLiveOptions(options)
  const { cipher, candidates = 0, encoding } = options
  const holdsKey = typeof cipher === 'object' && 'holdsKey' in cipher
  const inference = options.key === undefined || holdsKey ? withModel(options) : withKey(options)
  const decipherer = Object.freeze({
    ...(inference.carries && { carries: inference.carries }),
    createSession: (snapshot?: Uint8Array | ArrayBuffer, { trace }: SessionWatch = {}) =>
      createSession(inference, { candidates, trace }, snapshot),
  })
  return encoding?.(decipherer) ?? decipherer
}

const withKey = <Key>({ cipher = 'auto', key }: DecipherOptions<Key>): Inference => {
  const isCipher = typeof cipher === 'string' ? cipher !== 'auto' : 'decrypt' in cipher
  if (!isCipher) throw new InvalidOptionError('cipher', nameOf(cipher), 'the cipher that the key belongs to')
  const known = (typeof cipher === 'string' ? createCipher(cipher) : cipher) as Cipher<Key>
  const words = typeof cipher === 'string' && typeof key === 'number' ? String(key) : key
  return createKnownKey(known, typeof words === 'string' ? known.parseKey(words) : (words as Key))
}

/** An inference for each task that a net may have been trained for. */
const withModel = <Key>({ model, counts, ...options }: DecipherOptions<Key>): Inference => {
  const { cipher = 'auto' } = options
  // Not loaded, or not awaited: it lacks a method of what is.
  if (model && !model.createState)
    throw new InvalidOptionError('model', model, 'await loadModel(…), or a key')
  if (counts && !counts.beside) throw new InvalidOptionError('counts', counts, 'await loadCounts(…)')
  const means = { model, counts, options }
  if (typeof cipher === 'object' && 'createInference' in cipher) return cipher.createInference(means)
  if (typeof cipher === 'object' && 'prepare' in cipher) return createSettlingInference(cipher.prepare(means))
  if (!model) throw new InvalidOptionError('model', model, 'await loadModel(…), or a key')
  const search = (language: LanguageModel): Inference =>
    createKeySearch(counts?.beside(language) ?? language, keyFamilyOf(cipher as KeyChoice), options)
  if (!('config' in model)) return search(model)
  switch (model.config.task.kind) {
    case 'transduce':
      return createTransducer(model, nameOf(cipher))
    case 'language':
      return search(netLanguageModel(model))
    case 'recognise-key':
      return createRecogniser(model, nameOf(cipher), options)
  }
}

const nameOf = (cipher: string | { readonly name: string }): string =>
  typeof cipher === 'string' ? cipher : cipher.name
