import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pasteAnywhere } from './gestures.ts'
import { chromiumPath, type OpenPages, openPages } from './open-pages.ts'
import { PATIENT } from './patience.ts'
import { shownText, untilKept, untilRead, untilReady, untilWidened } from './until.ts'
import { engineLetters } from './watch-page.ts'

const message = 'Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl.'
const plaintext = 'The morning was cold, and the boat had not come.'

describe.skipIf(!chromiumPath)('a page in a browser', () => {
  let pages: OpenPages
  beforeAll(async () => {
    pages = await openPages(chromiumPath, true)
  }, 60_000)
  afterAll(() => pages.close())

  test('asks its own origin for files, and after the model for nothing', async () => {
    const { page, requests, faults } = await pages.open()
    await untilReady(page)
    // The service worker has gathered its files by then, and whatever the text, counts of searches have come.
    await Promise.all([untilKept(page), untilWidened(page)])
    const files = requests.map(({ method, url }) => `${method} ${url.replace(pages.service.url, '')}`)
    const kinds = files.map((file) => file.replace(/-[\w-]{8,12}\.(\w+)$/, '.$1'))
    const known = [
      'GET /',
      'GET /assets/index.js',
      'GET /assets/styles.js',
      'GET /assets/example.recording.js',
      'GET /assets/engine/whole-text.js',
      'GET /assets/engine/shared.js',
      'GET /assets/engine/worker.js',
      'GET /assets/chapter.txt',
      'GET /assets/english.runnel',
      'GET /assets/english-counts.runnel',
      'GET /assets/searches/english-letters.runnel',
      'GET /assets/searches/english-words.runnel',
      'GET /sw.js',
    ]
    const others =
      /woff2$|\.svg$|webmanifest$|html$|assets\/(src|open-edge-engine|further|tokenizer|offers|language-list|dialogs|lesson|share-link|decoder|utf8|engine\/(int8\.wasm|typed-array|open-search|cipher-named|encoding|second-look|found-encodings))\.js$/
    expect([...new Set(kinds)].filter((file) => !others.test(file)).sort()).toEqual(known.sort())
    expect(requests.every(({ url }) => url.startsWith(`${pages.service.url}/`))).toBe(true)
    const count = requests.length
    await pasteAnywhere(page, message)
    await untilRead(page)
    await expect.poll(() => shownText(page), PATIENT).toBe(plaintext)
    await page.locator('#ciphertext').fill('')
    await page.locator('#ciphertext').pressSequentially('Gdwd zdv khuh')
    await page.getByRole('button', { name: 'Share' }).click()
    await page.waitForTimeout(500)
    expect(requests.slice(count)).toEqual([])
    expect(faults).toEqual([])
  })

  test('reads with fast arithmetic, in a worker that can connect to nothing', async () => {
    const { page } = await pages.open()
    await untilReady(page)
    expect((await engineLetters(page)).find(({ type }) => type === 'ready')?.engine).toBe('wasm-int8')
    const [worker] = page.workers()
    const outcome = await worker.evaluate(() =>
      fetch('/health').then(
        () => 'fetched',
        ({ name }: Error) => name,
      ),
    )
    expect(outcome).toBe('TypeError')
    // The page itself may: else the policy of the worker would have said nothing.
    expect(await page.evaluate(async () => (await fetch('/health')).status)).toBe(200)
  })

  test('what stands after the # of an address reaches no server', async () => {
    const fragment = 'c=c8zJV0gsLVYoKVdIyUxOzVMoSS0uAQA'
    const { page } = await pages.open(`/#${fragment}`)
    await page.waitForTimeout(1000)
    expect(pages.log.join('')).toContain('"route":"/"')
    expect(pages.log.join('')).not.toContain(fragment.slice(2, 12))
    await page.close()
  })

  test('only the embedded form may be framed', async () => {
    const { page } = await pages.open('/health')
    await page.setContent('<iframe name="whole"></iframe><iframe name="embedded"></iframe>')
    const framed = async (name: string, path: string): Promise<string> => {
      const frame = page.frame(name)
      await frame?.goto(pages.service.url + path).catch(() => {})
      return frame?.title() ?? ''
    }
    expect(await framed('embedded', '/embed.html')).toContain('Runnel')
    expect(await framed('whole', '/')).not.toContain('Runnel')
  })
})

describe.skipIf(!chromiumPath)('without a network', () => {
  test('the page starts and deciphers, its service stopped', async () => {
    const pages = await openPages(chromiumPath, true)
    try {
      const { page } = await pages.open()
      await untilReady(page)
      await untilKept(page)
      await pages.service.stop()
      const start = Date.now()
      await page.reload()
      await page.locator('h1').waitFor()
      const shown = Date.now() - start
      await pasteAnywhere(page, message)
      await untilRead(page)
      await expect.poll(() => shownText(page), PATIENT).toBe(plaintext)
      expect(shown).toBeLessThan(5000)
    } finally {
      await pages.browser.close()
    }
  })
})
