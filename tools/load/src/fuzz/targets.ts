/** A session as an attacker knows it. Of another client's, everything but that the token is known is fair. */
export interface Target {
  id: string
  token: string
  /** Epoch of its events. */
  epoch: string
  /** A token for it that only reads, where the attacker was given one. */
  watching?: string
}

/** Sessions that an attack may reach for. */
export interface Targets {
  /** The attacker's own sessions. */
  own: Target[]
  /** Sessions of another client. */
  foreign: Target[]
}

/** Opens a session, and has it read a chunk. */
export const openTarget = async (url: URL, chunk: string): Promise<Target> => {
  const opened = await fetch(new URL('/v1/sessions?model=caesar-3', url), { method: 'POST' })
  const { id, token } = (await opened.json()) as { id: string; token: string }
  const headers = { authorization: `Bearer ${token}` }
  await fetch(new URL(`/v1/sessions/${id}/chunks?seq=0`, url), { method: 'POST', headers, body: chunk })
  const events = await readEvents(url, { id, token })
  return { id, token, epoch: /^id: (\w+)-/m.exec(events)?.[1] ?? '' }
}

/** Reads the first part of a session's event stream, from its beginning, then leaves. */
export const readEvents = async (url: URL, { id, token }: Pick<Target, 'id' | 'token'>): Promise<string> => {
  const leaving = new AbortController()
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(new URL(`/v1/sessions/${id}/events`, url), { headers, signal: leaving.signal })
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const { value } = await reader.read()
  leaving.abort()
  return new TextDecoder().decode(value)
}

/** Has a session issue a token that only reads. */
export const issueWatching = async (url: URL, { id, token }: Target): Promise<string> => {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(new URL(`/v1/sessions/${id}/tokens`, url), { method: 'POST', headers })
  return ((await answer.json()) as { token: string }).token
}
