import { describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { type ProblemCode, statuses } from '../problem.ts'
import { breaches, type Operation, operations, problemsOf, valuesOf } from '../testing/contract.ts'
import { attempt, beside, go, provoke, unprovoked } from '../testing/provoke.ts'

const name = ({ method, path }: { method: string; path: string }) => `${method} ${path}`

test('the document has every route, and no other', () => {
  const routes = createApp().routes.filter(({ method }) => method !== 'ALL')
  const inApp = new Set(routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`))
  expect(operations.map(name).sort()).toEqual([...inApp].sort())
})

describe.each(operations.map((operation) => [name(operation), operation] as const))('%s', (_, operation) => {
  const good = Object.entries(operation.responses).filter(([status]) => Number(status) < 400)
  test.each(
    good.flatMap(([status, { content }]) =>
      Object.entries(content ?? { '': undefined }).map(([type, media]) => [status, type, media] as const),
    ),
  )('is answered with %s %s', async (status, type, media) => {
    const request = await attempt(operation)
    if (type !== '') request.init.headers.accept = type
    if (operation.path.endsWith('/events')) await endOfEvents(request, status)
    const response = await go(request)
    expect(response.status).toBe(Number(status))
    expect(response.headers.get('content-type')?.split(';')[0] ?? '').toBe(type)
    for (const header of always(operation.responses[status].headers)) {
      expect(response.headers.get(header)).not.toBeNull()
    }
    response.webSocket?.accept()
    response.webSocket?.close()
    const values = media ? valuesOf(type, await response.text()) : []
    expect(values.flatMap((value) => breaches(value, (media as { schema: object }).schema as never))).toEqual(
      [],
    )
  })

  const problems = problemsOf(operation)
  test.each(problems.filter(({ code }) => !(code in unprovoked)))(
    'is answered with $status $code',
    async ({ code, status }) => {
      const request = await attempt(operation)
      const spoil = provoke[code]
      if (!spoil) throw new Error(`nothing provokes ${code}: add it to testing/provoke.ts`)
      await spoil(request)
      const response = await go(request)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      const body = (await response.json()) as { code: string }
      expect({ status: response.status, code: body.code }).toEqual({ status, code })
      const { schema } = operation.responses[status].content?.['application/problem+json'] ?? {}
      expect(breaches(body, schema as never)).toEqual([])
      for (const header of always(operation.responses[status].headers)) {
        expect(response.headers.get(header)).toMatch(/^\d+$/)
      }
    },
  )

  test('any other problem that can be provoked is not its answer', async () => {
    const documented = new Set<string>(problems.map(({ code }) => code))
    const others = (Object.keys(provoke) as ProblemCode[]).filter(
      (code) => !documented.has(code) && anywhere.has(code),
    )
    for (const code of others) {
      const request = await attempt(operation)
      await provoke[code]?.(request)
      const response = await go(request)
      response.webSocket?.accept()
      response.webSocket?.close()
      if (response.status >= 400) {
        const received = ((await response.json()) as { code: string }).code
        expect(documented, `${code} was provoked, ${received} answered`).toContain(received)
      } else await response.body?.cancel()
    }
  })
})

/** Names of the headers that every such answer has; routes test those of some answers. */
const always = (headers: Operation['responses'][string]['headers'] = {}): string[] =>
  Object.keys(headers).filter((name) => headers[name].required !== false)

/** Problems that any request can be spoilt into, without a session. */
const anywhere = new Set<ProblemCode>([
  'invalid_option',
  'query_too_long',
  'not_acceptable',
  'unsupported_media_type',
  'api_key_refused',
  'rate_limited',
  'internal',
])

test('what is said to be beyond provoking is in the document', () => {
  const codes = new Set(operations.flatMap(problemsOf).map(({ code }) => code))
  expect(Object.keys(unprovoked).filter((code) => !codes.has(code as ProblemCode))).toEqual([])
  expect(Object.keys(provoke).filter((code) => !codes.has(code as ProblemCode))).toEqual([])
})

test('every problem there is can be looked up in the document, but for those told elsewhere', () => {
  const codes = operations.flatMap(problemsOf).map(({ code }) => code)
  expect([...new Set([...codes, ...Object.keys(beside)])].sort()).toEqual(Object.keys(statuses).sort())
})

/** Ends the session, so that its events end; a reader that has got the last is answered with 204. */
const endOfEvents = async (request: Awaited<ReturnType<typeof attempt>>, status: string): Promise<void> => {
  const sessionPath = request.path.replace('/events', '')
  const headers = request.init.headers
  await request.service.send(`${sessionPath}/chunks?seq=0&end=true`, {
    method: 'POST',
    body: 'gdwd',
    headers,
  })
  if (status !== '204') return
  const events = await (await go(request)).text()
  request.query.set('lastEventId', Array.from(events.matchAll(/^id: (.*)$/gm)).at(-1)?.[1] as string)
}
