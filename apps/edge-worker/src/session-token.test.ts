import { sign } from 'hono/jwt'
import { expect, test } from 'vitest'
import { SecretMissingError } from './session-secret.ts'
import { createToken, readToken, type SessionClaims } from './session-token.ts'

const SECRET = 'a secret of this test, and of nothing else'
const claims: SessionClaims = {
  id: 'one',
  model: 'english',
  expires: Math.ceil(Date.now() / 1000) * 1000 + 60_000,
  scope: 'write',
  tokenId: 'first',
}

test('a token says what it was made of', async () => {
  expect(await readToken(await createToken(claims, SECRET), SECRET)).toEqual(claims)
  const reading = { ...claims, scope: 'read', tokenId: 'another' } as const
  expect(await readToken(await createToken(reading, SECRET), SECRET)).toEqual(reading)
})

test('no token with one bit changed is valid', async () => {
  const token = await createToken(claims, SECRET)
  const bytes = new TextEncoder().encode(token)
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = bytes.slice()
    changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7))
    const text = new TextDecoder('latin1').decode(changed)
    await expect(readToken(text, SECRET), text).rejects.toMatchObject({ code: 'unauthorised' })
  }
})

test('no token cut short or lengthened is valid', async () => {
  const token = await createToken(claims, SECRET)
  for (let length = 0; length < token.length; length++) {
    await expect(readToken(token.slice(0, length), SECRET)).rejects.toMatchObject({ code: 'unauthorised' })
  }
  for (const more of ['=', '.', 'A', ' ', '\n']) {
    await expect(readToken(token + more, SECRET)).rejects.toMatchObject({ code: 'unauthorised' })
  }
})

test.each([
  ['expired', () => createToken({ ...claims, expires: Date.now() - 1000 }, SECRET)],
  ['signed with another secret', () => createToken(claims, `${SECRET}!`)],
  [
    'signed in another way',
    () => sign({ sub: 'one', model: 'english', exp: claims.expires / 1000 }, SECRET, 'HS512'),
  ],
  ['not signed', async () => `${btoa('{"alg":"none"}')}.${btoa('{"sub":"one","model":"english"}')}.`],
])('a token that is %s is not valid', async (_, make) => {
  await expect(readToken(await make(), SECRET)).rejects.toMatchObject({ code: 'unauthorised' })
})

test.each([undefined, '', 'too short'])('without a secret there are no tokens: %j', async (secret) => {
  await expect(createToken(claims, secret)).rejects.toThrow(SecretMissingError)
  await expect(readToken('x', secret)).rejects.toThrow(SecretMissingError)
})
