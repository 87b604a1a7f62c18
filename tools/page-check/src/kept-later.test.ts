import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { chromiumPath, openPages } from './open-pages.ts'
import { untilKept } from './until.ts'

test.skipIf(!chromiumPath)('a page whose files did not all come is kept a while later', async () => {
  const pages = await openPages()
  let refused = 0
  const pass: RequestListener = async ({ url, headers }, response) => {
    // The service worker alone asks for this one.
    if (url?.startsWith('/index.html') && refused++ === 0) {
      response.writeHead(503).end()
      return
    }
    const answer = await fetch(pages.service.url + url, { headers: { accept: headers.accept ?? '*/*' } })
    const type = answer.headers.get('content-type') ?? 'text/plain'
    response.writeHead(answer.status, { 'content-type': type }).end(Buffer.from(await answer.arrayBuffer()))
  }
  const server = createServer((request, response) => void pass(request, response))
  try {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const page = await pages.browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await untilKept(page)
    expect(refused).toBeGreaterThan(1)
  } finally {
    server.closeAllConnections()
    server.close()
    await pages.close()
  }
})
