import { resolver } from 'hono-openapi'
import * as v from 'valibot'
import { admitted, type Description, keySecurity } from './described.ts'
import { looks } from './event-schema.ts'

/** Description of the route that tells what a text is. */
export const identifyRoutes = () =>
  ({
    identify: {
      summary: 'Tells what a text is',
      description:
        'Ranked kinds with their probability, why, and what to try next: of the whole text as JSON; as events also on the way, ' +
        'each time the text has become twice as long, up to 2,048 UTF-16 units.',
      tag: 'text',
      body: 'Text in UTF-8, cut anywhere.',
      security: keySecurity,
      answers: {
        200: {
          description: 'What it may be, the likeliest first.',
          content: {
            'application/json': { schema: resolver(kindsSchema()) },
            'application/x-ndjson': { schema: resolver(kindsSchema()) },
            'text/event-stream': { schema: resolver(kindsSchema()) },
          },
        },
      },
      problems: [
        'invalid_option',
        'not_acceptable',
        'body_too_large',
        'unsupported_media_type',
        'work_limited',
        ...admitted,
      ],
    },
  }) satisfies Record<string, Description>

const kindsSchema = () =>
  v.pipe(
    v.object({
      type: v.literal('kinds'),
      units: v.pipe(v.number(), v.integer(), v.minValue(0), v.description('UTF-16 units of the text so far')),
      whole: v.pipe(v.boolean(), v.description('whether the text has ended')),
      kinds: v.array(
        v.object({
          kind: v.string(),
          about: v.string(),
          probability: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
          why: v.array(v.string()),
          next: v.optional(v.pipe(v.string(), v.description('arguments of `runnel` that are worth trying'))),
        }),
      ),
      looks: looks(),
    }),
    v.metadata({ ref: 'Kinds' }),
  )
