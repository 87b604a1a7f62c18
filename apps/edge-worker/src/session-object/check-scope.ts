import { RefusedError } from '../refused-error.ts'
import type { Bearer } from './bearer.ts'
import type { ClientMessage } from './client-message.ts'

/** Messages of who only reads. */
const ofReaders: readonly ClientMessage['type'][] = ['mark', 'keepalive']

/** @throws RefusedError for a message that changes the session, of a token that only reads it */
export const checkScope = ({ scope }: Pick<Bearer, 'scope'>, { type }: Pick<ClientMessage, 'type'>): void => {
  if (scope === 'write' || ofReaders.includes(type)) return
  throw new RefusedError('read_only', `${type}: the token only reads`)
}
