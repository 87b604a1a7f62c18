import { expect, test } from 'vitest'
import { kinds } from './kinds.ts'
import { memoryMarkdown } from './report.ts'

const MIB = 1024 * 1024
const findings = (answer: string) => ({
  kind: kinds[0],
  requests: 600,
  bytes: [70, 90, 100, 105, 110, 110, 120].map((megabytes) => megabytes * MIB),
  answers: new Map([[answer, 600]]),
})

test('the report tells memory after each sixth, and the slope of the last third', () => {
  const { text, passed } = memoryMarkdown([findings('200')], 600)
  expect(text).toContain('| 600 | 70 | 90, 100, 105, 110, 110, 120 | 51.2 | 200: 600 |')
  expect(passed).toBe(true)
})

test('an answer of 5xx is no pass', () => {
  expect(memoryMarkdown([findings('201 500 204')], 600).passed).toBe(false)
})
