import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { createApp } from '../app.ts'

test.each(['/', '/health', '/v1/models', '/v1/decipher', '/v1/sessions/x/chunks?seq=0'])(
  'a request for %s of a host that is none is refused, and no fault',
  async (path) => {
    const log: string[] = []
    const request = new Request(`http://runnel.test${path}`)
    Object.defineProperty(request, 'url', { value: `http://%${path}` })
    const answer = await createApp({ log: (line) => log.push(line) }).fetch(request, env)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'bad_request' })
    expect(log.map((line) => JSON.parse(line).level)).toEqual(['info'])
  },
)
