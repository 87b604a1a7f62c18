import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { cases } from './cases.ts'
import { measureWork } from './measure-work.ts'
import { workMarkdown } from './report.ts'
import { texts } from './texts.ts'

test('work is measured beside what is charged, and reported', async () => {
  const { signal } = new AbortController()
  const told: number[] = []
  const findings = await measureWork(
    { storage: tmpdir() },
    { signal, started: () => {}, progressed: (done) => told.push(done) },
    { ways: cases.filter(({ query }) => query.cipher === 'rot47'), kinds: { spaces: texts.spaces } },
  )
  expect(told).toEqual([1])
  expect(findings).toMatchObject([{ name: 'decipher cipher=rot47', text: 'spaces', status: 200 }])
  expect(findings[0].charged).toBeGreaterThanOrEqual(1000)
  expect(findings[0].charged).toBeLessThan(2000)
}, 120_000)

test('a step that takes ten times the median is a fault, and so is what is given up', () => {
  const one = { name: 'decipher', status: 200, cpu: 50, charged: 5000 }
  const many = Array.from({ length: 9 }, (_, i) => ({ ...one, text: String(i) }))
  expect(workMarkdown(many).passed).toBe(true)
  const dear = workMarkdown([...many, { ...one, text: 'dear', charged: 400 }])
  expect(dear.passed).toBe(false)
  expect(dear.text).toContain('**50 / 400 / 125**')
  // What takes next to nothing says nothing.
  expect(workMarkdown([...many, { ...one, text: 'quick', cpu: 10, charged: 1 }]).passed).toBe(true)
  const slow = workMarkdown([...many, { ...one, text: 'slow', status: 0 }])
  expect(slow.passed).toBe(false)
  expect(slow.text).toContain('**given up: 50 / 5000 / 10**')
})
