import { type Cipher, type CipherKey, createCipher, InvalidOptionError } from '@runnel/core'
import type { RnnModel } from '@runnel/rnn-model'
import { createLanguageInference } from './inferences/key-search.ts'
import { createKnownKey } from './inferences/known-key.ts'
import { createRecogniser } from './inferences/recogniser.ts'
import { createTransducer } from './inferences/transducer.ts'
import type { KeySpace } from './keys/key-space.ts'
import type { Inference } from './session/inference.ts'
import { createSession, type DecipherSession } from './session/session.ts'
import { checkLiveOptions, type LiveOptions } from './settling/live-options.ts'

/** What to decipher, and with what. */
export interface DecipherOptions<Key extends CipherKey = CipherKey> extends LiveOptions {
  /** Net that reads the ciphertext; not needed when `key` is given. */
  model?: RnnModel | undefined
  /** `'auto'` (the default) weighs all ciphers, or leaves it to a net of one; else a name, or keys of your own. */
  cipher?: string | Cipher<Key> | KeySpace
  /** The key, when it is known: as an object or as a person writes it. */
  key?: Key | string | undefined
}

/** Makes sessions that share one model or key. Frozen; any number of sessions may be open. */
export interface Decipherer {
  /**
   * Starts a session, or goes on where a snapshot was taken.
   *
   * @throws SnapshotFormatError when the snapshot is damaged
   * @throws SnapshotMismatchError when it belongs to another model or key
   */
  createSession(snapshot?: Uint8Array): DecipherSession
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
export const createDecipherer = <Key extends CipherKey = CipherKey>(
  options: DecipherOptions<Key>,
): Decipherer => {
  checkLiveOptions(options)
  const inference = options.key === undefined ? withModel(options) : withKey(options)
  return Object.freeze({ createSession: (snapshot?: Uint8Array) => createSession(inference, snapshot) })
}

const withKey = <Key extends CipherKey>({ cipher = 'auto', key }: DecipherOptions<Key>) => {
  if (cipher === 'auto') throw new InvalidOptionError('cipher', 'auto', 'the cipher that the key belongs to')
  if (typeof cipher === 'object' && 'keys' in cipher) {
    throw new InvalidOptionError('cipher', cipher.name, 'the cipher that the key belongs to')
  }
  const known = typeof cipher === 'string' ? (createCipher(cipher) as unknown as Cipher<Key>) : cipher
  return createKnownKey(known, typeof key === 'string' ? known.parseKey(key) : (key as Key))
}

/** An inference for each task that a net may have been trained for. */
const withModel = <Key extends CipherKey>({ model, ...options }: DecipherOptions<Key>): Inference => {
  if (!model) throw new InvalidOptionError('model', undefined, 'a model from loadModel, or a key')
  const { cipher = 'auto' } = options
  switch (model.config.task.kind) {
    case 'transduce':
      return createTransducer(model, typeof cipher === 'string' ? cipher : cipher.name)
    case 'language':
      return createLanguageInference(model, cipher as string | Cipher<never> | KeySpace, options)
    case 'recognise-key':
      return createRecogniser(model, typeof cipher === 'string' ? cipher : cipher.name, options)
  }
}
