import { createToyIdentifier } from '@runnel/decipher/testing'
import { from, lastValueFrom, of, toArray } from 'rxjs'
import { expect, test } from 'vitest'
import { identify } from './identify.ts'

const identifier = await createToyIdentifier()
const text = 'Wkh pruqlqj zdv frog, dqg wkh erdw kdg qrw frph.'

test('kinds are those of a session, however the text is cut', async () => {
  const kinds = await lastValueFrom(from([...text]).pipe(identify(identifier), toArray()))
  const session = identifier.createSession()
  expect(kinds).toEqual([...session.push(text), ...session.flush()])
})

test('each subscription goes on from the snapshot', async () => {
  const session = identifier.createSession()
  session.push(text.slice(0, 20))
  const snapshot = session.snapshot()
  const operator = identify(identifier, { snapshot })
  snapshot.fill(0)
  const rest = [...session.push(text.slice(20)), ...session.flush()]
  for (let i = 0; i < 2; i++)
    expect(await lastValueFrom(of(text.slice(20)).pipe(operator, toArray()))).toEqual(rest)
  expect(() => identify(identifier, { snapshot })).toThrow('snapshot')
})
