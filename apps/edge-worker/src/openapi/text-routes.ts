import { resolver } from 'hono-openapi'
import * as v from 'valibot'
import { type endingHeaderNames, SHORT } from '../ending-headers.ts'
import { admitted, type Description, everywhere, json, keySecurity, text } from './described.ts'
import { eventSchema } from './event-schema.ts'
import { jsonBodySchema, summarySchema } from './summary-schema.ts'

const cutOff =
  'An answer that has begun and runs into a ceiling (`body_too_large`, `idle_too_long`, `took_too_long`, `too_many_events`, ' +
  '`too_much_work`) ' +
  'ends with an `error` event; as text, which has no words for it, it breaks off. Finals already given stay valid.'

/** Problems of routes that take work. */
const working = ['work_limited'] as const

const ending = (description: string) => ({
  description: `${description}. With text whose request says a content-length of up to ${SHORT.bytes}, and comes at once.`,
  required: false,
  schema: { type: 'string' as const },
})

const endingHeaders = {
  'runnel-cipher': ending('The cipher, or unknown where no key that was weighed explains the text'),
  'runnel-key': ending('The key, as JSON'),
  'runnel-probability': ending('Probability of both, from 0 to 1'),
  'runnel-language': ending('ISO 639-1 code of the plaintext’s language, where languages were weighed'),
  'runnel-encoding': ending('Encodings that were taken off, outermost first'),
  'runnel-letters': ending('Letters of the text'),
  'runnel-fit': ending('Bits a letter, as JSON, where text was weighed'),
  'runnel-looks': ending('The looks of a text that no key explains, in words'),
} satisfies Record<(typeof endingHeaderNames)[number], object>

const languageSchema = () =>
  v.object({
    code: v.pipe(v.string(), v.description('ISO 639-1, for the parameter language')),
    name: v.string(),
    letters: v.optional(v.pipe(v.string(), v.description('of its script, where that is not the Latin one'))),
    bytes: v.number(),
    bits: v.pipe(v.number(), v.description('bits a character, of text that its counts were not made of')),
    own: v.optional(
      v.pipe(
        v.object({ letters: v.string(), bytes: v.number(), bits: v.number() }),
        v.description('counts that tell its own letters apart, where the parameter alphabet names them'),
      ),
    ),
    substitution: v.optional(
      v.pipe(v.literal(true), v.description('present where substitutions are searched in it')),
    ),
  })

/** Descriptions of the routes that need no session. */
export const textRoutes = () =>
  ({
    decipher: {
      summary: 'Deciphers a stream',
      description: `The answer comes while the body still arrives. ${cutOff}`,
      tag: 'text',
      body: 'Ciphertext in UTF-8, cut anywhere; or as JSON, with the options of the query beside it.',
      jsonBody: jsonBodySchema(),
      security: keySecurity,
      answers: {
        200: {
          description:
            'The finals alone; one object at the end, as to a body in JSON; or events: one a line, or one a server-sent event.',
          headers: endingHeaders,
          content: {
            'text/plain': { schema: { type: 'string' } },
            'application/json': { schema: resolver(summarySchema()) },
            'application/x-ndjson': { schema: resolver(eventSchema()) },
            'text/event-stream': { schema: resolver(eventSchema()) },
          },
        },
      },
      problems: [
        'invalid_option',
        'not_acceptable',
        'body_too_large',
        'took_too_long',
        'malformed_encoding',
        'unsupported_media_type',
        'model_unavailable',
        ...working,
        ...admitted,
      ],
    },
    encipher: {
      summary: 'Enciphers a stream',
      description: `The answer comes while the body still arrives. ${cutOff}`,
      tag: 'text',
      body: 'Plaintext in UTF-8, cut anywhere.',
      security: keySecurity,
      answers: { 200: text('The ciphertext.') },
      problems: [
        'invalid_option',
        'not_acceptable',
        'body_too_large',
        'unsupported_media_type',
        ...working,
        ...admitted,
      ],
    },
    models: {
      summary: 'Models and languages that may be asked for',
      tag: 'about',
      security: keySecurity,
      answers: {
        200: json(
          'Their names; of languages the size and the fit of their counts.',
          v.object({ models: v.array(v.object({ name: v.string() })), languages: v.array(languageSchema()) }),
        ),
      },
      problems: ['not_acceptable', ...admitted],
    },
    ciphers: {
      summary: 'Ciphers, and how their keys are written',
      tag: 'about',
      security: keySecurity,
      answers: {
        200: json(
          'Their names and keys.',
          v.object({ ciphers: v.array(v.object({ name: v.string(), key: v.string() })) }),
        ),
      },
      problems: ['not_acceptable', ...admitted],
    },
    usage: {
      summary: 'How to use the service',
      tag: 'about',
      answers: {
        200: {
          description: 'Commands to try, or the page, to those who want HTML.',
          content: {
            'text/plain': { schema: { type: 'string' } },
            'text/html': { schema: { type: 'string' } },
          },
        },
      },
      problems: everywhere,
    },
    health: {
      summary: 'Whether the service is up',
      tag: 'about',
      answers: { 200: json('It is.', v.object({ status: v.literal('ok') })) },
      problems: everywhere,
    },
    document: {
      summary: 'This document',
      tag: 'about',
      answers: { 200: json('OpenAPI 3.1.', v.looseObject({ openapi: v.string() })) },
      problems: everywhere,
    },
    docs: {
      summary: 'This document, to be read and tried',
      tag: 'about',
      answers: { 200: text('A page.', 'text/html') },
      problems: everywhere,
    },
  }) satisfies Record<string, Description>
