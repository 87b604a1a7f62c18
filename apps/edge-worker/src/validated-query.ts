import { validator } from 'hono-openapi'
import * as v from 'valibot'
import { refusedOption } from './options-of.ts'

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
      throw refusedOption(schema.entries, result.error[0] as v.BaseIssue<unknown>)
    },
    { options: { typeMode: 'input' } },
  )

/** Tells whether a text of a query is a number. */
export const isNumber = (text: string): boolean => text.trim() !== '' && !Number.isNaN(Number(text))

/** A number written in a query. */
export const queryNumber = v.pipe(v.string(), v.check(isNumber, 'a number'), v.transform(Number))
