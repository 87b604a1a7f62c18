import * as v from 'valibot'

/** Finds the words that a schema has for an entry that is missing: those it has for one of the wrong type. */
export const ownWords = (entries: v.ObjectEntries, issue: v.BaseIssue<unknown>): string | undefined => {
  const name = v.getDotPath(issue) ?? ''
  const { message } = (Object.hasOwn(entries, name) ? entries[name] : {}) as { message?: unknown }
  return typeof message === 'string' ? message : undefined
}
