import { closeSync, openSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ConsoleStreams } from './console-streams.ts'
import { endOfLine } from './end-of-line.ts'

const streams = (stdout: object, stderr: object = { isTTY: true }) =>
  ({ stdout, stderr }) as Pick<ConsoleStreams, 'stdout' | 'stderr'>

test('text that another program shows on the same terminal is parted from what is told of it', () => {
  expect(endOfLine('come.', streams({}))).toBe('\n')
  expect(endOfLine('come.\n', streams({}))).toBe('')
  expect(endOfLine('', streams({}))).toBe('')
})

test('a terminal of its own, a file, and a log begin without one', () => {
  expect(endOfLine('come.', streams({ isTTY: true }))).toBe('')
  expect(endOfLine('come.', streams({}, {}))).toBe('')
  const fd = openSync(import.meta.filename, 'r')
  expect(endOfLine('come.', streams({ fd }))).toBe('')
  closeSync(fd)
})

test('where both streams go to one place, text and what is told of it are parted as well', () => {
  const [out, other] = [
    openSync(import.meta.filename, 'r'),
    openSync(`${import.meta.dirname}/end-of-line.ts`, 'r'),
  ]
  expect(endOfLine('come.', streams({ fd: out }, { fd: out }))).toBe('\n')
  expect(endOfLine('come.\n', streams({ fd: out }, { fd: out }))).toBe('')
  expect(endOfLine('come.', streams({ fd: out }, { fd: other }))).toBe('')
  for (const fd of [out, other]) closeSync(fd)
})
