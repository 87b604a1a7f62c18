import type { Law } from './laws.ts'

/** Names of the laws that a subject breaks, for tests that the laws can fail. */
export const brokenLaws = async <Subject>(laws: Law<Subject>[], subject: Subject): Promise<string[]> => {
  const names: string[] = []
  for (const { name, check } of laws) {
    await check(subject).catch(() => names.push(name))
  }
  return names
}
