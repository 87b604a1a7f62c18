import { expect, test } from 'vitest'
import { namesTensorflow } from './names-tensorflow.ts'

test.each([
  ['import * as tf from"@tensorflow/tfjs";', true],
  ['const tf=await import("@runnel/rnn-model/tfjs")', true],
  ['throw new Error("install TensorFlow")', true],
  ['export const recipe={trainer:"tensorflow"}', false],
  ['export const step=(id,state)=>state', false],
  [`const weights="${'A'.repeat(200)}tfjs${'A'.repeat(200)}="`, false],
  [`const weights="${'A'.repeat(400)}";import"@tensorflow/tfjs"`, true],
])('%s', (code, expected) => {
  expect(namesTensorflow(code)).toBe(expected)
})
