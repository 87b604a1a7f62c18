import { resolver } from 'hono-openapi'
import * as v from 'valibot'
import { admitted, type Description, guarded, json } from './described.ts'
import { eventSchema } from './event-schema.ts'

const token = [{ sessionToken: [] }, { sessionTokenQuery: [] }]

/** Problems of every request to a session. */
const reached = [
  'invalid_option',
  'unauthorised',
  'session_gone',
  'model_changed',
  'overloaded',
  'interrupted',
  'sessions_not_configured',
  ...guarded,
] as const
const accepted = () => json('Stored.', v.object({ next: v.pipe(v.number(), v.integer(), v.minValue(0)) }))

/** Descriptions of the routes of sessions. */
export const sessionRoutes = () =>
  ({
    open: {
      summary: 'Begins a session that outlives connections',
      tag: 'sessions',
      headers: {
        'idempotency-key':
          'Tries that carry the same one begin one session between them, and are answered the same: 16 to 64 letters, digits, hyphens and underlines that nobody can guess, such as a UUID.',
      },
      security: [{}, { apiKey: [] }],
      answers: {
        201: {
          ...json(
            'The session, and the token that every further request to it carries.',
            v.object({ id: v.string(), token: v.string(), expires: v.pipe(v.string(), v.isoTimestamp()) }),
          ),
          headers: {
            location: { description: 'path of the session', schema: { type: 'string' } },
          },
        },
      },
      problems: [
        'invalid_option',
        'idempotency_key_reused',
        'model_unavailable',
        'overloaded',
        'interrupted',
        'sessions_not_configured',
        ...admitted,
      ],
    },
    chunks: {
      summary: 'Sends the next chunk, which counts once however often it is sent',
      tag: 'sessions',
      security: token,
      body: 'UTF-8, cut anywhere.',
      answers: { 200: accepted() },
      problems: [
        'sequence_gap',
        'chunk_conflict',
        'session_ended',
        'unsupported_media_type',
        'chunk_too_large',
        'chunk_too_slow',
        'session_too_long',
        'work_limited',
        'too_much_work',
        'malformed_encoding',
        ...reached,
      ],
    },
    settle: {
      summary: 'Makes final what waits, and goes on',
      tag: 'sessions',
      security: token,
      answers: { 200: accepted() },
      problems: ['work_limited', ...reached],
    },
    ack: {
      summary: 'Lets events be dropped, up to and with an id',
      tag: 'sessions',
      security: token,
      answers: { 200: accepted() },
      problems: ['wrong_epoch', 'events_gone', ...reached],
    },
    cancel: {
      summary: 'Deletes the session and sends its readers away',
      tag: 'sessions',
      security: token,
      answers: { 204: { description: 'Deleted.' } },
      problems: reached,
    },
    events: {
      summary: 'The events of a session, from the start or after an id',
      tag: 'sessions',
      security: token,
      answers: {
        200: {
          description: 'Events, each with its id; interim ones have none. Ends after `done`.',
          content: { 'text/event-stream': { schema: resolver(eventSchema()) } },
        },
        204: { description: 'The reader has got the last event there will be.' },
      },
      problems: ['wrong_epoch', 'events_gone', 'too_many_readers', ...reached],
    },
    socket: {
      summary: 'A WebSocket that sends and reads at once',
      description:
        'A refusal that a socket can tell is told in it: an `error` message, then a close code (docs/edge-sessions.md).',
      tag: 'sessions',
      security: token,
      answers: { 101: { description: 'The socket.' } },
      problems: ['upgrade_required', 'invalid_option', 'sessions_not_configured', ...guarded],
    },
  }) satisfies Record<string, Description>
