import { resolver } from 'hono-openapi'
import * as v from 'valibot'
import { admitted, type Description, guarded, json } from './described.ts'
import { eventSchema } from './event-schema.ts'
import { idempotencyWords, reached, tokenSecurity } from './session-problems.ts'

const count = () => v.pipe(v.number(), v.integer(), v.minValue(0))

const accepted = () => json('Stored.', v.object({ next: count() }))

/** Descriptions of the routes of sessions. */
export const sessionRoutes = () =>
  ({
    open: {
      summary: 'Begins a session that outlives connections',
      tag: 'sessions',
      headers: {
        'idempotency-key': idempotencyWords('begin one session between them, and are answered the same'),
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
        'token_revoked',
        'model_unavailable',
        'work_limited',
        'overloaded',
        'interrupted',
        'sessions_not_configured',
        ...admitted,
      ],
    },
    state: {
      summary: 'State of a session',
      tag: 'sessions',
      security: tokenSecurity,
      answers: {
        200: json(
          'The number of the next chunk, bytes so far, the id of the newest event, and times.',
          v.object({
            id: v.string(),
            next: count(),
            bytes: count(),
            ended: v.boolean(),
            lastEventId: v.string(),
            created: v.pipe(v.string(), v.isoTimestamp()),
            expires: v.pipe(v.string(), v.isoTimestamp()),
          }),
        ),
      },
      problems: reached,
    },
    chunks: {
      summary: 'Sends the next chunk, which counts once however often it is sent',
      tag: 'sessions',
      security: tokenSecurity,
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
        'text_too_long',
        'model_changed',
        'read_only',
        'work_limited',
        'too_much_work',
        'malformed_encoding',
        ...reached,
      ],
    },
    settle: {
      summary: 'Makes final what waits, and goes on',
      tag: 'sessions',
      security: tokenSecurity,
      answers: { 200: accepted() },
      problems: ['model_changed', 'read_only', 'work_limited', ...reached],
    },
    ack: {
      summary: 'Lets events be dropped, up to and with an id',
      tag: 'sessions',
      security: tokenSecurity,
      answers: { 200: accepted() },
      problems: ['wrong_epoch', 'events_gone', 'read_only', ...reached],
    },
    cancel: {
      summary: 'Deletes the session and sends its readers away',
      tag: 'sessions',
      security: tokenSecurity,
      answers: { 204: { description: 'Deleted.' } },
      problems: ['read_only', ...reached],
    },
    events: {
      summary: 'The events of a session, from the start or after an id',
      tag: 'sessions',
      security: tokenSecurity,
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
      security: tokenSecurity,
      answers: { 101: { description: 'The socket.' } },
      problems: ['upgrade_required', 'invalid_option', 'sessions_not_configured', ...guarded],
    },
  }) satisfies Record<string, Description>
