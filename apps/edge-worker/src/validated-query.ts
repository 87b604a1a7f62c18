import { InvalidOptionError } from '@runnel/core'
import { validator } from 'hono-openapi'
import * as v from 'valibot'
import { ownWords } from './own-words.ts'

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
      throw new InvalidOptionError(
        v.getDotPath(issue) ?? 'query',
        issue.input,
        expectedOf(issue, schema.entries),
      )
    },
    { options: { typeMode: 'input' } },
  )

/** Words for what was expected, never the validator's own: those are about types that no client sees. */
const expectedOf = (issue: v.BaseIssue<unknown>, entries: v.ObjectEntries): string => {
  if (issue.type !== 'strict_object')
    return issue.message.startsWith('Invalid ') ? 'one value' : issue.message
  if (issue.expected === 'never') return `no such parameter; possible are ${Object.keys(entries).join(', ')}`
  return ownWords(entries, issue) ?? 'a value'
}

/** Tells whether a text of a query is a number. */
export const isNumber = (text: string): boolean => text.trim() !== '' && !Number.isNaN(Number(text))

/** A number written in a query. */
export const queryNumber = v.pipe(v.string(), v.check(isNumber, 'a number'), v.transform(Number))
