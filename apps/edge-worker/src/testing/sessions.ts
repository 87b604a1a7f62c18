import { env } from 'cloudflare:workers'
import type { DecipherEvent } from '@runnel/decipher'
import { createParser } from 'eventsource-parser'
import { sessionStub } from '../session-object/reach-session.ts'
import { readToken } from '../session-token.ts'
import { testService } from './requests.ts'

const service = testService()

/** Sends a request to the service, with all that the platform binds. */
export const request = (path: string, init?: RequestInit): Promise<Response> => service.send(path, init)

/** A session as a client has it. */
export interface OpenSession {
  id: string
  token: string
  expires: string
}

/** Makes a session. */
export const openSession = async (query = ''): Promise<OpenSession> => {
  const response = await request(`/v1/sessions?${query}`, { method: 'POST' })
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  return response.json()
}

/** The object of a session, for what a client cannot do to it. */
export const stubOf = async ({ token }: OpenSession) =>
  sessionStub(env.SESSIONS, await readToken(token, env.SESSION_SECRET))

/** Sends a request to a session, with its token. */
export const ask = (
  { id, token }: OpenSession,
  path: string,
  init: RequestInit = { method: 'POST' },
): Promise<Response> =>
  request(`/v1/sessions/${id}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...init.headers },
  })

/** Sends a chunk; gives the status and the answer. */
export const sendChunk = async (session: OpenSession, seq: number, body: BodyInit, end = false) => {
  const response = await ask(session, `/chunks?seq=${seq}${end ? '&end=true' : ''}`, { method: 'POST', body })
  return {
    status: response.status,
    ...((await response.json()) as { next?: number; code?: string; expected?: number }),
  }
}

/** An event with its id; without one it is interim. */
export type ReceivedEvent = DecipherEvent & { id?: string }

/** The events of a stream that has ended. */
export const readEvents = async (session: OpenSession, lastEventId?: string): Promise<ReceivedEvent[]> => {
  const query = lastEventId === undefined ? '' : `?lastEventId=${lastEventId}`
  const response = await ask(session, `/events${query}`, { method: 'GET' })
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return parseEvents(await response.text())
}

/** Events out of server-sent text, by a parser that others wrote: one of one's own would share its writer's errors. */
export const parseEvents = (text: string): ReceivedEvent[] => {
  const events: ReceivedEvent[] = []
  const parser = createParser({
    onEvent({ id, event, data }) {
      const told: DecipherEvent = JSON.parse(data)
      if (event !== told.type) throw new Error(`an event ${told.type} was sent as ${event}`)
      events.push({ ...(id !== undefined && { id }), ...told })
    },
    onError: (error) => {
      throw error
    },
  })
  parser.feed(text)
  return events
}

/** Events as a session gives them, interim text left out. */
export const withoutIds = (events: readonly ReceivedEvent[]): DecipherEvent[] =>
  events.filter(({ id }) => id !== undefined).map(({ id: _, ...event }) => event as DecipherEvent)

/** Text of the finals. */
export const finalsOf = (events: readonly ReceivedEvent[]): string =>
  events.map((event) => (event.type === 'final' ? event.text : '')).join('')
