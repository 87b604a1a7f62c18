import { InvalidOptionError } from '@runnel/core'
import { validator } from 'hono-openapi'
import * as v from 'valibot'

/**
 * Middleware that checks the query against a schema, which the OpenAPI document tells too; parameters that it does not
 * name are refused.
 *
 * @throws InvalidOptionError naming the parameter, what was expected and what came
 */
export const validatedQuery = <Entries extends v.ObjectEntries>(
  schema: v.StrictObjectSchema<Entries, undefined>,
) =>
  validator(
    'query',
    schema,
    (result) => {
      if (result.success) return
      const issue = result.error[0] as v.BaseIssue<unknown>
      const name = v.getDotPath(issue) ?? 'query'
      const expected =
        issue.type === 'strict_object' && issue.expected === 'never'
          ? `no such parameter; possible are ${Object.keys(schema.entries).join(', ')}`
          : issue.message
      throw new InvalidOptionError(name, issue.input, expected)
    },
    { options: { typeMode: 'input' } },
  )

/** A number written in a query. */
export const queryNumber = v.pipe(
  v.string(),
  v.check((text) => text.trim() !== '' && !Number.isNaN(Number(text)), 'a number'),
  v.transform(Number),
)
