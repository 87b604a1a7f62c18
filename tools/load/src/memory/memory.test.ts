import { tmpdir } from 'node:os'
import { expect, test, vi } from 'vitest'
import { kinds } from './kinds.ts'
import { measureMemory } from './memory.ts'

test('requests of a kind are sent, and memory is looked at before them and after each sixth', async () => {
  const progressed = vi.fn()
  const [found, ...others] = await measureMemory(
    { requests: 12, storage: tmpdir() },
    { signal: new AbortController().signal, started: () => {}, progressed },
    kinds.slice(1, 2),
  )
  expect(others).toEqual([])
  expect(found.requests).toBeGreaterThanOrEqual(12)
  expect(found.bytes).toHaveLength(7)
  expect([...found.answers]).toEqual([['429', found.requests]])
  expect(progressed).toHaveBeenCalledTimes(found.requests)
}, 180_000)
