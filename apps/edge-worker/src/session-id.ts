import { InvalidOptionError } from '@runnel/core'
import { toHex } from './hex.ts'
import { checkedSecret } from './session-token.ts'

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
 * Source of the header: draft-ietf-httpapi-idempotency-key-header, whose quotes may be left out.
 *
 * @throws InvalidOptionError for a key that is none
 * @throws SecretMissingError when the worker has no secret that is long enough
 */
export const sessionIdOf = async (
  { idempotencyKey, client, model }: SessionWish,
  secret: string | undefined,
): Promise<string> => {
  const checked = checkedSecret(secret)
  if (idempotencyKey === undefined) return toHex(crypto.getRandomValues(new Uint8Array(16)))
  const { key } = /^(?<quote>"?)(?<key>[\w-]{16,64})\k<quote>$/.exec(idempotencyKey)?.groups ?? {}
  if (!key) {
    throw new InvalidOptionError(
      'Idempotency-Key',
      idempotencyKey,
      '16 to 64 letters, digits, hyphens and underlines that nobody can guess, such as a UUID',
    )
  }
  return toHex((await mac(checked, `session id\n${client}\n${model}\n${key}`)).subarray(0, 16))
}

const mac = async (secret: string, text: string): Promise<Uint8Array> => {
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)))
}
