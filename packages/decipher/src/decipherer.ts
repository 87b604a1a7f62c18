import { type Cipher, type CipherKey, createCipher, InvalidOptionError } from '@runnel/core'
import { type RnnModel, taskOf } from '@runnel/rnn-model'
import { createKnownKey } from './known-key.ts'
import { createSession, type DecipherSession } from './session.ts'
import { createTransducer } from './transducer.ts'

/** What to decipher, and with what. */
export interface DecipherOptions<Key extends CipherKey = CipherKey> {
  /** Net that reads the ciphertext; not needed when `key` is given. */
  model?: RnnModel | undefined
  /** `'auto'` (the default) leaves it to the model. */
  cipher?: string | Cipher<Key>
  /** The key, when it is known: as an object or as a person writes it. */
  key?: Key | string | undefined
  /** When a letter may be called final. Nets with one fixed key are sure at once. */
  commit?: {
    /** Least probability of a letter, above 0.5 and up to 1. */
    probability?: number | undefined
    /** Letters after which it is final in any case. */
    maxDelay?: number | undefined
  }
  /** Probability that the key changes at a letter, from 0 up to 0.5. Nets with one fixed key expect none. */
  keyChange?: { rate?: number }
  /** How closely a net keeps watch for a change of key. Nets with one fixed key have none to watch for. */
  watch?: WatchMode | undefined
}

/** Every letter; stretches of letters; or not at all. */
export type WatchMode = 'every' | 'adaptive' | 'off'

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
  checkNumbers(options)
  const inference = options.key === undefined ? withModel(options) : withKey(options)
  return Object.freeze({ createSession: (snapshot?: Uint8Array) => createSession(inference, snapshot) })
}

const withKey = <Key extends CipherKey>({ cipher = 'auto', key }: DecipherOptions<Key>) => {
  if (cipher === 'auto') throw new InvalidOptionError('cipher', 'auto', 'the cipher that the key belongs to')
  const known = typeof cipher === 'string' ? (createCipher(cipher) as unknown as Cipher<Key>) : cipher
  return createKnownKey(known, typeof key === 'string' ? known.parseKey(key) : (key as Key))
}

const withModel = <Key extends CipherKey>({ model, cipher = 'auto' }: DecipherOptions<Key>) => {
  if (!model) throw new InvalidOptionError('model', undefined, 'a model from loadModel, or a key')
  const { name } = model.config
  const task = taskOf(model.config, 'transduce')
  const wanted = typeof cipher === 'string' ? cipher : cipher.name
  if (task.direction !== 'decipher') {
    throw new InvalidOptionError('model', name, 'a net that deciphers; this one enciphers')
  }
  if (wanted !== 'auto' && wanted !== task.cipher) {
    throw new InvalidOptionError(
      'cipher',
      wanted,
      `auto or ${task.cipher}, which model ${name} was trained on`,
    )
  }
  return createTransducer(model)
}

const checkNumbers = <Key extends CipherKey>({ commit, keyChange, watch }: DecipherOptions<Key>): void => {
  const { probability = 1, maxDelay = 0 } = commit ?? {}
  const { rate = 0 } = keyChange ?? {}
  if (!(probability > 0.5 && probability <= 1)) {
    throw new InvalidOptionError('commit.probability', probability, 'a number above 0.5, up to 1')
  }
  if (!(Number.isSafeInteger(maxDelay) && maxDelay >= 0)) {
    throw new InvalidOptionError('commit.maxDelay', maxDelay, 'a whole number of letters, 0 or more')
  }
  if (!(rate >= 0 && rate <= 0.5))
    throw new InvalidOptionError('keyChange.rate', rate, 'a number from 0 to 0.5')
  if (watch !== undefined && !['every', 'adaptive', 'off'].includes(watch)) {
    throw new InvalidOptionError('watch', watch, 'one of every, adaptive, off')
  }
}
