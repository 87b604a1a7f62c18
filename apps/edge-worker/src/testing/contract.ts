import { Validator } from '@cfworker/json-schema'
import type { ProblemCode } from '../problem.ts'
import { send } from './requests.ts'
import { parseEvents } from './sessions.ts'

/** A schema in the document. */
export type JsonSchema = { [name: string]: unknown }

interface Answer {
  content?: Record<string, { schema: JsonSchema }>
  headers?: Record<string, { required?: boolean }>
}

interface Parameter {
  name: string
  in: 'query' | 'path' | 'header'
  required?: boolean
  schema: { examples?: string[] }
}

/** One method of one path, in the document. */
export interface Operation {
  path: string
  method: string
  parameters: Parameter[]
  requestBody?: unknown
  responses: Record<string, Answer>
}

const document = (await (await send('/openapi.json', undefined, {}, 'GET')).json()) as {
  paths: Record<string, Record<string, Omit<Operation, 'path' | 'method'>>>
  components: JsonSchema
}

/** Every operation of the document. */
export const operations: Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    ...operation,
    parameters: operation.parameters ?? [],
    path,
    method: method.toUpperCase(),
  })),
)

/** Codes of the problems that an operation says it may be answered with, each with its status. */
export const problemsOf = ({ responses }: Operation): { code: ProblemCode; status: number }[] =>
  Object.entries(responses).flatMap(([status, { content }]) => {
    const schema = content?.['application/problem+json']?.schema as
      | { properties: { code: { enum: ProblemCode[] } } }
      | undefined
    return (schema?.properties.code.enum ?? []).map((code) => ({ code, status: Number(status) }))
  })

/** Places where a value breaks a schema of the document; none when it keeps it. */
export const breaches = (value: unknown, schema: JsonSchema): string[] =>
  new Validator({ ...schema, components: document.components }, '2020-12')
    .validate(value)
    .errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`)

/** The values of an answer that its schema is about: a text, a JSON value, or events. */
export const valuesOf = (type: string, body: string): unknown[] => {
  if (type === 'application/x-ndjson')
    return body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  if (type === 'text/event-stream') {
    return parseEvents(body)
  }
  return [type.endsWith('json') ? JSON.parse(body) : body]
}
