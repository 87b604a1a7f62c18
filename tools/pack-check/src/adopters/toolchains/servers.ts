import { readFileSync } from 'node:fs'
import path from 'node:path'
import { startWranglerDev, wrangler } from '../../wrangler-dev.ts'
import { type Adopter, ciphertext, essentials, plaintext } from '../adopter.ts'
import { answerOf } from '../answer-of.ts'
import { guideFiles } from '../guide-files.ts'

/** Two doors that have to open: a page that says the plaintext, and a route that answers with it. */
const next: Adopter = {
  name: 'Next, server component and route',
  versions: 'next 16.4.6, react 19.3.1',
  guide: 'guides/next',
  runnel: essentials,
  packages: [
    'next@16.4.6',
    'react@19.3.1',
    'react-dom@19.3.1',
    'typescript@5.9.3',
    '@types/react@19.3.3',
    '@types/node@24.19.2',
  ],
  check(project) {
    project.write({
      ...guideFiles('guides/next'),
      'app/layout.tsx': `import type { ReactNode } from 'react'
export default function Layout({ children }: { children: ReactNode }) {
  return <html lang="en"><body>{children}</body></html>
}
`,
    })
    project.run('next', ['build'])
    const sent = project.gzipped('.next/static')
    // A server component sends no code: nothing that deciphers is among what the browser gets.
    if (project.holds('.next/static', /caesar|WebAssembly/)) throw new Error('the browser gets our code')
    const words = (port: string): string[] => ['start', '--hostname', '127.0.0.1', '--port', port]
    return project.serve('next', words, async (url) => {
      const html = await (await fetch(`${url}/?text=${encodeURIComponent(ciphertext)}`)).text()
      if (!html.includes(`<pre>${plaintext}</pre>`)) throw new Error(`the page says:\n${html}`)
      return { ...(await answerOf(`${url}/decipher`)), gzipped: sent }
    })
  },
}

const honoOnNode: Adopter = {
  name: 'Hono on Node',
  guide: 'guides/workers',
  runnel: [...essentials, '@runnel/hono'],
  packages: ['hono@4.13.19', '@hono/node-server@2.1.9'],
  check(project) {
    project.write({
      ...guideFiles('guides/workers', 'app.ts'),
      'main.ts': `import { serve } from '@hono/node-server'
import app from './app.ts'
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env.PORT) })
`,
    })
    return project.serve(
      process.execPath,
      () => ['main.ts'],
      (url) => answerOf(`${url}/decipher`),
    )
  },
}

const wranglerVersion = (): string =>
  JSON.parse(readFileSync(path.join(path.dirname(wrangler), '../package.json'), 'utf8')).version

const worker = (
  name: string,
  file: 'index.ts' | 'app.ts',
  route: string,
  packages: readonly string[],
): Adopter => ({
  name,
  guide: 'guides/workers',
  runnel: [...essentials, ...(packages.length > 0 ? ['@runnel/hono'] : [])],
  packages,
  versions: [`wrangler ${wranglerVersion()}`, ...packages.map((one) => one.replace('@', ' '))].join(', '),
  async check(project) {
    project.write(guideFiles('guides/workers', file))
    const server = await startWranglerDev(project.folder, file)
    return answerOf(`${server.url}${route}`).finally(() => server.stop())
  },
})

/** Servers with a framework, and Workers. */
export const serverAdopters: readonly Adopter[] = [
  next,
  honoOnNode,
  worker('A Worker, on workerd', 'index.ts', '/', []),
  worker('Hono on workerd', 'app.ts', '/decipher', ['hono@4.13.19']),
]
