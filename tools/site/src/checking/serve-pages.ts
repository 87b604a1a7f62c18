import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** A website that is served from a folder. */
export interface ServedPages {
  /** Without a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

/** Serves a folder as hosts of static pages do: `/api/decipher` is `api/decipher.html`. */
export const servePages = async (folder: string): Promise<ServedPages> => {
  const server: Server = createServer((request, response) => {
    const file = fileAt(folder, new URL(request.url ?? '/', 'http://site').pathname)
    response.statusCode = file ? 200 : 404
    const found = file ?? path.join(folder, '404.html')
    response.setHeader('Content-Type', types[path.extname(found)] ?? 'application/octet-stream')
    createReadStream(found).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const fileAt = (folder: string, pathname: string): string | undefined => {
  const wanted = path.join(folder, path.posix.normalize(decodeURIComponent(pathname)))
  const candidates = [wanted, `${wanted}.html`, path.join(wanted, 'index.html')]
  return candidates.find((file) => existsSync(file) && statSync(file).isFile())
}
