import { InvalidOptionError } from '@runnel/core'
import * as v from 'valibot'
import { ownWords } from './own-words.ts'

/**
 * Reads options by a schema.
 *
 * @throws InvalidOptionError naming the option, what was expected and what came
 */
export const optionsOf = <Entries extends v.ObjectEntries>(
  schema: v.StrictObjectSchema<Entries, undefined>,
  given: Readonly<Record<string, unknown>>,
): v.InferOutput<v.StrictObjectSchema<Entries, undefined>> => {
  const result = v.safeParse(schema, given)
  if (result.success) return result.output
  throw refusedOption(schema.entries, result.issues[0])
}

/** The error for an option that a schema refuses. */
export const refusedOption = (entries: v.ObjectEntries, issue: v.BaseIssue<unknown>): InvalidOptionError =>
  new InvalidOptionError(v.getDotPath(issue) ?? 'query', issue.input, expectedOf(issue, entries))

/** Words for what was expected, never the validator's own: those are about types that no client sees. */
const expectedOf = (issue: v.BaseIssue<unknown>, entries: v.ObjectEntries): string => {
  if (issue.type !== 'strict_object')
    return issue.message.startsWith('Invalid ') ? 'one value' : issue.message
  if (issue.expected === 'never') return `no such parameter; possible are ${Object.keys(entries).join(', ')}`
  return ownWords(entries, issue) ?? 'a value'
}
