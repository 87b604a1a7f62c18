import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './open-pages.ts'
import { openSite, type Site } from './site.ts'

/** The text of the link: `The morning was cold`, shift 7. */
const LINK = '/#c=c8zJV0gsLVYoKVdIyUxOzVMoSS0uAQA'

describe.skipIf(!chromiumPath)('a text in the link', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite()
  }, 120_000)
  afterAll(() => site.close())

  test('has its first letter shown before score and cards are drawn', async () => {
    const page = await site.visit({
      path: LINK,
      isReady: false,
      before: (context) =>
        context.addInitScript(() => {
          const shown: string[] = []
          Reflect.set(globalThis, 'shown', shown)
          new MutationObserver(() => {
            if (shown.length === 0 && document.querySelector('.settled')?.textContent) shown.push('letter')
            if (!shown.includes('score') && document.querySelector('.score')) shown.push('score')
          }).observe(document, { subtree: true, childList: true, characterData: true })
          // However busy the machine is: nobody loses patience.
          const wait = globalThis.setTimeout
          globalThis.setTimeout = ((call: () => void, ms?: number) =>
            wait(call, ms === 1000 ? 60_000 : ms)) as typeof setTimeout
        }),
    })
    await page.locator('.score').waitFor()
    expect(await page.evaluate(() => Reflect.get(globalThis, 'shown'))).toEqual(['letter', 'score'])
    await page.context().close()
  })

  test('has score and cards drawn though the model does not come', async () => {
    const page = await site.visit({
      path: LINK,
      isReady: false,
      before: (context) => context.route('**/assets/*.runnel', () => {}),
    })
    await page.locator('.score').waitFor()
    await page.context().close()
  })
})
