import { expect, test } from 'vitest'
import { clueIn } from './clue-in.ts'

const body = 'QEB OFSBO ZLJBP ALTK\nCOLJ QEB EFIIP'

test.each([
  ["Today's Cryptoquip clue: Q equals T", 'Q=t'],
  ['Today\u2019s Celebrity Cipher Clue: Q equals T.', 'Q=t'],
  ['Clue: Q = T', 'Q=t'],
  ['HINT: X=E', 'X=e'],
  ['clue: X stands for E', 'X=e'],
  ['Hint: Q is T, B = E', 'Q=t,B=e'],
])('%j is a clue above a text, and below it', (line, known) => {
  const above = `${line}\r\n\n`
  expect(clueIn(above + body)).toEqual({ known, from: 0, to: above.length })
  const below = `\n\n${line}  \n`
  expect(clueIn(body + below)).toEqual({ known, from: body.length, to: body.length + below.length })
})

test.each([
  ['a clue alone', 'Clue: Q equals T'],
  ['a line within a text', `${body}\nClue: Q equals T\n${body}`],
  ['a letter that stands for two', `${body}\nClue: Q = T, Q = E`],
  ['a letter that two stand for', `${body}\nClue: Q = T, B = T`],
  ['words', `${body}\nClue: Q equals THE`],
  ['no label', `${body}\nQ equals T`],
])('%s is none', (_, text) => {
  expect(clueIn(text)).toBeUndefined()
})
