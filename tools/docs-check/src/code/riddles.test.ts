import { expect, test } from 'vitest'
import { riddles } from './riddles.ts'

/** Kept apart from the words, so that this file has no such comment. */
const open = '/*'

test.each([
  [`${open}* What came of it. */`, `x.ts:1: ${open}* What came of it. */`],
  [`${open}* How many. */`, `x.ts:1: ${open}* How many. */`],
  [`a\n  ${open}* What. */`, `x.ts:2: ${open}* What. */`],
  [`a\n\n${open}*\n * How it ends.\n */`, `x.ts:3: ${open}* * How it ends.`],
  [`${open}\n * What costs most.\n */`, `x.ts:1: ${open} * What costs most.`],
])('%j', (text, found) => {
  expect(riddles(new Map([['x.ts', text]]))).toEqual([found])
})

test.each([
  `${open}* Tells what came of it. */`,
  `${open}* Ends.\n * What follows is lost. */`,
  `${open}* Howitzer. */`,
  '// What a line says.',
])('%j is none', (text) => {
  expect(riddles(new Map([['x.ts', text]]))).toEqual([])
})
