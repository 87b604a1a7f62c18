import { describe, expect, test } from 'vitest'
import { send } from './testing/requests.ts'

/** Events of a text under both keys that the model was not told. */
const eventsOf = async (
  query: string,
  body = 'Aol tvyupun dhz jvsk',
): Promise<{ type: string; cipher?: string }[]> =>
  (await (await send(`/v1/decipher?${query}`, body, { accept: 'application/x-ndjson' })).text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('candidates are told when they are asked for, as many as are asked for', async () => {
  const told = (await eventsOf('cipher=caesar&candidates=2', 'Aol')).filter(
    ({ type }) => type === 'candidates',
  )
  expect(told.at(-1)).toMatchObject({
    start: 3,
    candidates: [{ cipher: 'caesar', key: { shift: 7 }, text: 'The' }, { cipher: 'caesar' }],
  })
  expect((await eventsOf('cipher=caesar')).filter(({ type }) => type === 'candidates')).toEqual([])
})

test('the rate of a change of key says whether one is followed', async () => {
  const first = 'Aol ypcly jvtlz kvdu myvt aol opssz pu zwypun huk jhyyplz aol zuvd. '
  const second = 'Wkh pruqlqj zdv frog, dqg wkh erdw kdg qrw frph. '
  const lastKey = async (query: string) => (await eventsOf(`cipher=caesar${query}`, first + second)).at(-1)
  expect(await lastKey('')).toMatchObject({ key: { shift: 3 } })
  expect(await lastKey('&keyChange=1e-5')).toMatchObject({ key: { shift: 3 } })
  expect(await lastKey('&keyChange=off')).not.toMatchObject({ key: { shift: 3 } })
  expect(await lastKey('&keyChange=0')).not.toMatchObject({ key: { shift: 3 } })
})

describe.each(['/v1/decipher', '/v1/sessions'])('%s refuses', (path) => {
  test.each([
    ['keyChange=never', 'keyChange: expected a number, or off, received "never"'],
    ['keyChange=', 'keyChange: expected a number, or off, received ""'],
    ['keyChange=0.6', 'keyChange.rate: expected a number from 0 to 0.5, received 0.6'],
    ['maxDelay=1e9', 'maxDelay: expected a number of letters up to 512, received 1000000000'],
    ['candidates=many', 'candidates: expected a number, received "many"'],
    ['candidates=21', 'candidates: expected a whole number, 0 to 20, received 21'],
    ['candidates=1.5', 'candidates: expected a whole number, 0 to 20, received 1.5'],
  ])('%s', async (query, detail) => {
    const response = await send(`${path}?${query}`, 'x')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'invalid_option', detail })
  })
})
