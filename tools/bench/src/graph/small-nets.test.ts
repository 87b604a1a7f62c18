import { graphFixtures } from '@runnel/rnn-model/testing'
import { expect, test } from 'vitest'
import { joinedGrus, listener } from './small-nets.ts'

test('the recorded files are those that are made here', () => {
  const files = graphFixtures().map(([, file]) => file)
  expect(files).toEqual([joinedGrus(), listener()])
})
