import path from 'node:path'
import { chromium, type Route } from 'playwright'
import { rolldown } from 'rolldown'
import { type Outcome, outcomesOf, scriptsOf, type Told } from './harness.ts'

/** A browser that runs files of a checkout. */
export interface ChromiumRunner {
  /** Runs one file in a page of its own, with decipher streams in the place of the platform's. */
  run(file: string): Promise<Outcome[]>
  close(): Promise<void>
}

/** No such address is asked: each request to it is answered from the checkout. */
const origin = 'https://suite.test'
/** Pages are isolated, or they could make no shared memory. */
const headers = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

/** Starts Chromium. */
export const startChromium = async (executablePath: string, checkout: string): Promise<ChromiumRunner> => {
  const replacements = await bundled('replacements')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  let html = ''
  await page.route(`${origin}/**`, (route: Route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    if (name === '') return route.fulfill({ body: html, contentType: 'text/html', headers })
    if (name === 'replacements.js')
      return route.fulfill({ body: replacements, contentType: 'text/javascript' })
    return route.fulfill({ path: path.join(checkout, name), contentType: 'text/javascript' })
  })
  return {
    async run(file) {
      html = pageOf(scriptsOf(checkout, file))
      await page.goto(`${origin}/`)
      const [tests, harness] = await page.evaluate<[Told[], Told]>('ended')
      return outcomesOf(file, tests, harness)
    },
    close: () => browser.close(),
  }
}

const pageOf = (scripts: readonly string[]): string => `<!doctype html>
<script src="/replacements.js"></script>
<script>
  Object.assign(globalThis, replacements)
  GLOBAL = { isWindow: () => true, isWorker: () => false, isShadowRealm: () => false }
</script>
<script src="/resources/testharness.js"></script>
<script>
  const told = ({ name, status, message }) => ({ name, status, message })
  ended = new Promise((resolve) => {
    add_completion_callback((tests, harness) => resolve([tests.map(told), told(harness)]))
  })
</script>
${scripts.map((script) => `<script src="/${script}"></script>`).join('\n')}`

/** A module of ours and all that it imports, as a script that makes its exports a global of that name. */
const bundled = async (name: string): Promise<string> => {
  const build = await rolldown({ input: path.join(import.meta.dirname, `${name}.ts`), platform: 'browser' })
  const { output } = await build.generate({ format: 'iife', name })
  await build.close()
  return output[0].code
}
