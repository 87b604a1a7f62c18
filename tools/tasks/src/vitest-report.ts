import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** A report of vitest (`--reporter=json`), as far as it is read here. */
export interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    /** The file. */
    name: string
    status: string
    /** Why the file could not be loaded. */
    message?: string
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[]
  }[]
}

/** Characters of an error that are told. */
const MOST = 300

const firstLine = (text = ''): string => stripVTControlCharacters(text).split('\n')[0].slice(0, MOST)

/**
 * A line for each test that was skipped or failed, and each file that could not be loaded. It is told at the end, since the
 * last lines may be all that is kept of a run's output.
 */
export const reasonsOf = ({ testResults }: Pick<VitestReport, 'testResults'>): string[] =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative('.', name)
    if (status === 'failed' && assertionResults.length === 0) return `failed: ${file}: ${firstLine(message)}`
    return assertionResults.flatMap((test) => {
      if (test.status === 'skipped') return `skipped: ${test.fullName}`
      if (test.status !== 'failed') return []
      return `failed: ${file}: ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`
    })
  })
