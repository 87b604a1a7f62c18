import { expect, test } from 'vitest'
import { testService } from '../testing/requests.ts'

const { send } = testService()
const get = (path: string, accept?: string) => send(path, { headers: accept === undefined ? {} : { accept } })
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

test('who wants HTML gets the page, with its policy', async () => {
  const answer = await get('/', browser)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/html')
  expect(answer.headers.get('vary')).toContain('accept')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'")
  expect(policy).toContain("connect-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(await answer.text()).toContain('<div id="root">')
})

test.each([undefined, '*/*', 'text/plain', 'application/json', 'text/html;q=0'])(
  'Accept: %s gets the usage in words',
  async (accept) => {
    const answer = await get('/', accept)
    expect(answer.headers.get('content-type')).toContain('text/plain')
    expect(answer.headers.get('vary')).toContain('accept')
    expect(await answer.text()).toContain('curl -N -X POST -T .')
  },
)

test('without assets, as in a deployment of the API alone, everybody gets the usage', async () => {
  const bare = testService({ ASSETS: undefined as unknown as Fetcher })
  const answer = await bare.send('/', { headers: { accept: browser } })
  expect(await answer.text()).toContain('Runnel deciphers text while it streams.')
})

test('a request for the page that is no GET is refused as before', async () => {
  const answer = await send('/', { method: 'POST', headers: { accept: browser } })
  expect(answer.status).toBe(405)
  await answer.text()
})
