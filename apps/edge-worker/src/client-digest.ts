import { sha256 } from 'hono/utils/crypto'
import { NOBODY } from './unknown-client.ts'

/** Gives what a session keeps of the client that began it: neither key nor address; nothing where nobody knows who it is. */
export const clientDigestOf = async (
  client: string,
  secret: string | undefined,
): Promise<string | undefined> =>
  client === NOBODY ? undefined : ((await sha256(`${secret}\n${client}`)) ?? undefined)
