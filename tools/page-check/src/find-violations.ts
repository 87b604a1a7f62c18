import { createRequire } from 'node:module'
import type { Page } from 'playwright'

const require = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const { source } = require('axe-core') as { source: string }

/** As much of axe as is used here. */
interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

/** Brings axe into a page, unless it is there. A page that is loaded anew needs it anew. */
const bringAxe = async (page: Page): Promise<void> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
}

/**
 * Has axe look at a page as it stands.
 *
 * @param rules those alone, where not all of them are asked for
 * @returns each violation, with the beginnings of the elements that it is about
 */
export const findViolations = async (page: Page, rules?: readonly string[]): Promise<string[]> => {
  await bringAxe(page)
  const options = {
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
  }
  const { violations } = await page.evaluate(
    (choices) => (globalThis as unknown as { axe: Axe }).axe.run(choices),
    options,
  )
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
}
