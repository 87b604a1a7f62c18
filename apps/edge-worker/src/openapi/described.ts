import { type DescribeRouteOptions, describeRoute, resolver } from 'hono-openapi'
import * as v from 'valibot'
import { type ProblemCode, statuses } from '../problem.ts'

/** Words of the OpenAPI document about a route, besides its query, which its schema tells. */
export interface Description {
  summary: string
  description?: string
  tag: 'text' | 'sessions' | 'about'
  /** Headers that a request may have, each with words about it. */
  headers?: Readonly<Record<string, string>>
  /** Words about the body; a route without them takes none. */
  body?: string
  /** Schema of the same in JSON, where it may come so. */
  jsonBody?: v.GenericSchema
  /** Answers other than problems, by status. */
  answers: NonNullable<DescribeRouteOptions['responses']>
  /** Codes of the problems that it may be answered with. */
  problems: readonly ProblemCode[]
  security?: DescribeRouteOptions['security']
}

/** Describes a route in the OpenAPI document. */
export const described = ({
  summary,
  description,
  tag,
  headers = {},
  body,
  jsonBody,
  answers,
  problems,
  security,
}: Description) =>
  describeRoute({
    summary,
    ...(description !== undefined && { description }),
    tags: [tag],
    ...(security && { security }),
    parameters: Object.entries(headers).map(([name, words]) => ({
      in: 'header',
      name,
      description: words,
      schema: { type: 'string' },
    })),
    ...(body !== undefined && {
      requestBody: {
        description: body,
        content: {
          'text/plain': { schema: { type: 'string' as const } },
          ...(jsonBody && { 'application/json': { schema: resolver(jsonBody) as never } }),
        },
      },
    }),
    responses: { ...answers, ...problemAnswers(problems) },
  })

/** An answer in JSON of a schema. */
export const json = (description: string, schema: v.GenericSchema) => ({
  description,
  content: { 'application/json': { schema: resolver(schema) } },
})

/** An answer in text. */
export const text = (description: string, type = 'text/plain') => ({
  description,
  content: { [type]: { schema: { type: 'string' as const } } },
})

/** Problems of every route. */
export const everywhere = ['internal'] as const satisfies ProblemCode[]

/** Problems of every route under `/v1`. */
export const guarded = ['query_too_long', ...everywhere] as const satisfies ProblemCode[]

/** Problems of routes that need a key, where there are keys, and are held to a rate. */
export const admitted = ['api_key_refused', 'rate_limited', ...guarded] as const satisfies ProblemCode[]

/** Either no key, where the service is open, or one. */
export const keySecurity = [{}, { apiKey: [] }]

const problemAnswers = (codes: readonly ProblemCode[]) => {
  const present = [...new Set(codes.map((code) => statuses[code]))]
  return Object.fromEntries(
    present.map((status) => {
      const these = codes.filter((code) => statuses[code] === status)
      return [
        status,
        {
          description: these.join(', '),
          content: { 'application/problem+json': { schema: resolver(problemSchema(status, these)) } },
          ...((status === 429 || status === 503) && {
            headers: {
              'retry-after': { description: 'seconds to wait', schema: { type: 'string' as const } },
            },
          }),
        },
      ]
    }),
  )
}

const problemSchema = (status: number, codes: ProblemCode[]) =>
  v.looseObject({
    type: v.literal('about:blank'),
    title: v.string(),
    status: v.literal(status),
    code: v.pipe(v.picklist(codes), v.description('stable across versions')),
    detail: v.string(),
  })
