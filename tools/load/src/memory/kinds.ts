import http from 'node:http'

/** An answer, read to its end. */
interface Answer {
  status: number
  text: string
}

/** Sends one request, over connections that are kept. */
export type Send = (
  path: string,
  method: string,
  headers?: Record<string, string>,
  body?: string,
) => Promise<Answer>

/** A kind of requests that a worker is sent again and again. */
export interface Kind {
  /** Its name in the report. */
  name: string
  worker: 'one line' | 'service'
  /** Share of the requests that is sent: some take longer. */
  share: number
  /** Brings the service where such requests are answered as they should be. */
  prepare?(send: Send): Promise<void>
  /** Sends one. @returns what came of it */
  send(send: Send, number: number): Promise<string>
}

const ENGLISH = 'Wkh pruqlqj zdv frog, dqg wkh erdw kdg qrw frph. '
const [LINE, BODY] = [ENGLISH.slice(0, 49), ENGLISH.repeat(90).slice(0, 4096)]

/** Text that takes the most work there is, so that a client soon owes some. */
const DEAR = Array.from({ length: 4096 }, (_, i) => 'qxzjkvwpybgf '[(i * i * 7 + i) % 13]).join('')

/** The kinds, those of a worker that does nothing first. */
export const kinds: readonly Kind[] = [
  {
    name: 'a worker of one line: `ok`',
    worker: 'one line',
    share: 1,
    send: async (send) => String((await send('/', 'GET')).status),
  },
  {
    name: 'a worker of one line: 4 KiB, refused unread',
    worker: 'one line',
    share: 1,
    send: async (send) => String((await send('/refused', 'POST', {}, BODY)).status),
  },
  {
    name: '`/health`',
    worker: 'service',
    share: 1,
    send: async (send) => String((await send('/health', 'GET')).status),
  },
  {
    name: 'streams of 4 KiB of a client that owes work, refused',
    worker: 'service',
    share: 1,
    async prepare(send) {
      for (let i = 0; i < 40; i++) if ((await send(REFUSED, 'POST', OWING, DEAR)).status === 429) return
    },
    send: async (send) => String((await send(REFUSED, 'POST', OWING, BODY)).status),
  },
  {
    name: 'messages of a line, key known',
    worker: 'service',
    share: 0.5,
    send: async (send) => String((await send('/v1/decipher?cipher=caesar&key=3', 'POST', {}, LINE)).status),
  },
  {
    name: 'messages of a line, key unknown',
    worker: 'service',
    share: 0.25,
    send: async (send) => String((await send('/v1/decipher', 'POST', {}, LINE)).status),
  },
  {
    name: 'sessions: opened, a line read, deleted',
    worker: 'service',
    share: 0.1,
    async send(send) {
      const opened = await send('/v1/sessions?cipher=caesar&key=3', 'POST')
      const { id, token } = JSON.parse(opened.text) as { id: string; token: string }
      const headers = { authorization: `Bearer ${token}` }
      const chunk = await send(`/v1/sessions/${id}/chunks?seq=0`, 'POST', headers, LINE)
      const gone = await send(`/v1/sessions/${id}`, 'DELETE', headers)
      return `${opened.status} ${chunk.status} ${gone.status}`
    },
  },
]

const REFUSED = '/v1/decipher?keyChange=0.5'
const OWING = { 'cf-connecting-ip': '198.51.100.1' }

/** Makes what sends requests, so many at a time. */
export const createSend = (url: URL, atOnce: number): { send: Send; close(): void } => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce })
  const send: Send = (path, method, headers = {}, body = '') =>
    new Promise((resolve, reject) => {
      const length = { 'content-length': String(Buffer.byteLength(body)) }
      const options = { agent, method, headers: { ...headers, ...(method === 'POST' && length) } }
      const request = http.request(new URL(path, url), options, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          text += part
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
        response.on('error', reject)
      })
      request.on('error', reject)
      request.end(body)
    })
  return { send, close: () => agent.destroy() }
}
