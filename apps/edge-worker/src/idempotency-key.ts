import { InvalidOptionError } from '@runnel/core'

/**
 * Reads the header `Idempotency-Key`; nothing where there is none.
 *
 * Source of the header: draft-ietf-httpapi-idempotency-key-header, whose quotes may be left out.
 *
 * @throws InvalidOptionError for a key that is none
 */
export const readIdempotencyKey = (header: string | undefined): string | undefined => {
  if (header === undefined) return undefined
  const { key } = /^(?<quote>"?)(?<key>[\w-]{16,64})\k<quote>$/.exec(header)?.groups ?? {}
  if (key) return key
  throw new InvalidOptionError(
    'Idempotency-Key',
    header,
    '16 to 64 letters, digits, hyphens and underlines that nobody can guess, such as a UUID',
  )
}
