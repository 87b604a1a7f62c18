import type { Page } from 'playwright'

/** A page of the site that is looked at, as it then stands. */
export interface LookedAt {
  readonly name: string
  readonly path: string
  /** Whether what plays is let play; else as for those who want no motion. */
  readonly plays?: boolean
  /** Done before it is judged. */
  readonly reach?: (page: Page) => Promise<unknown>
}

/** Opens the search, and has it show excerpts. */
const search = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('searchbox').fill('snapshot')
  await page.locator('.search-dialog mark').first().waitFor()
}

/** Lets the demo play to its end, where there is a choice of the pace faster than it would. */
const playDemo = async (page: Page): Promise<void> => {
  const demo = page.frameLocator('.live-demo iframe')
  await demo.locator('.settled').waitFor()
  const fast = demo.getByText('Fast', { exact: true })
  if (await fast.isVisible()) await fast.click()
  await demo.getByText(/^([1-9]\d*) of \1$/).waitFor()
}

/** Each kind of page: home, a guide, a page with wide tables, the API, the search. */
export const lookedAt: readonly LookedAt[] = [
  {
    name: 'home',
    path: '/',
    reach: (page) => page.frameLocator('.live-demo iframe').locator('h1').waitFor(),
  },
  { name: 'demo', path: '/', plays: true, reach: playDemo },
  { name: 'guide', path: '/guides/workers' },
  { name: 'document', path: '/live-inference' },
  { name: 'api', path: '/api/hono' },
  { name: 'search', path: '/guides/react', reach: search },
]
