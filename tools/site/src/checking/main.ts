import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { findChromium } from '@runnel/tasks/chromium'
import { makeSite } from '../make-site.ts'
import { root } from '../root.ts'
import { judge, views } from './judge.ts'
import { launchChromium } from './launch-chromium.ts'
import { lighthouse } from './lighthouse.ts'
import { lookedAt } from './looked-at.ts'
import { servePages } from './serve-pages.ts'

/*
 * npm run check, in tools/site: makes the website, has axe and Lighthouse look at each kind of page, on a phone and on a
 * screen, in both colours, and leaves pictures to be looked at. Ends with status 1 where there are violations or anything moves.
 */
const cache = path.join(root, 'tools/site/.cache')
const pictures = path.join(cache, 'pictures')
const found = await findChromium()
if (!('path' in found)) throw new Error(found.reason)

const pages = await makeSite(cache)
mkdirSync(pictures, { recursive: true })
const served = await servePages(pages)
const browser = await launchChromium(found.path)
let faults = 0
try {
  for (const page of lookedAt) {
    for (const view of views) {
      const name = `${page.name}-${view.width}-${view.colours}`
      const { violations, shifts, errors } = await judge(
        browser,
        served.url,
        page,
        view,
        path.join(pictures, `${name}.png`),
      )
      const faulty = [...violations, ...shifts, ...errors]
      faults += faulty.length
      console.log(`${name}: ${violations.length} violations, ${shifts.length} layout shifts`, ...faulty)
    }
  }
  for (const page of lookedAt.filter(({ name }) => name !== 'search' && name !== 'demo')) {
    for (const form of ['mobile', 'desktop'] as const) {
      const scores = await lighthouse(served.url + page.path, found.path, form)
      console.log(`Lighthouse, ${form}, ${page.path}:`, scores)
      faults += (scores.accessibility < 1 ? 1 : 0) + (scores.shift > 0 ? 1 : 0)
    }
  }
} finally {
  await browser.close()
  await served.close()
}
console.log(`${faults} faults; pictures in ${path.relative(root, pictures)}`)
process.exit(faults === 0 ? 0 : 1)
