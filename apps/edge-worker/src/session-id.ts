import { toHex } from './hex.ts'
import { readIdempotencyKey } from './idempotency-key.ts'
import { checkedSecret } from './session-secret.ts'

/** The wish for a session. */
export interface SessionWish {
  /** The header `Idempotency-Key`: tries that carry the same one mean the same session. */
  idempotencyKey: string | undefined
  /** Who asks, where that is known for sure: keys of one client mean nothing to another. */
  client: string
  /** Name of the model. */
  model: string
}

/**
 * Gives a session its id: a random one, or that which every try under its key gets. The secret goes into it, so nobody
 * can tell from a key which session it stands for.
 *
 * @throws InvalidOptionError for a key that is none
 * @throws SecretMissingError when the worker has no secret that is long enough
 */
export const sessionIdOf = async (
  { idempotencyKey, client, model }: SessionWish,
  secret: string | undefined,
): Promise<string> => {
  const checked = checkedSecret(secret)
  const key = readIdempotencyKey(idempotencyKey)
  if (key === undefined) return toHex(crypto.getRandomValues(new Uint8Array(16)))
  return toHex((await mac(checked, `session id\n${client}\n${model}\n${key}`)).subarray(0, 16))
}

const mac = async (secret: string, text: string): Promise<Uint8Array> => {
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)))
}
