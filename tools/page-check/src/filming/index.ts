import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { findChromium } from '@runnel/tasks/chromium'
import { openPages } from '../open-pages.ts'
import { untilReady } from '../until.ts'
import { animatedPng } from './animated-png.ts'
import { type Pixels, pixelsOf } from './pixels-of.ts'

const docs = path.join(import.meta.dirname, '../../../../docs')

/** Letters between two pictures, and milliseconds that each is shown: the pace at which the page plays, 12 letters a second. */
const [STEP, SHOWN] = [4, 333]

/** Milliseconds that the last picture stands. */
const STANDS = 4000

/** Each film: what it is called, and how large the page is, in CSS pixels, and as a picture. */
const films = [
  { name: 'page', viewport: { width: 1280, height: 885 }, deviceScaleFactor: 0.7 },
  // Its letters are as large as the words around it, where the other one would be shrunk to a third.
  { name: 'phone', viewport: { width: 390, height: 810 }, deviceScaleFactor: 1 },
]

/*
 * Films the page while it reads its example, for the README: `npm run film` in this folder, whenever the page looks another
 * way. Writes docs/page-live.png and docs/phone-live.png, and their last pictures as docs/page.png and docs/phone.png, for
 * those who want no motion.
 */
const found = await findChromium()
if (!('path' in found)) throw new Error(found.reason)
const pages = await openPages(found.path)
try {
  for (const { name, ...size } of films) {
    const all = await picturesOf(size)
    const film = animatedPng(all, (index) => (index === all.length - 1 ? STANDS : SHOWN))
    writeFileSync(path.join(docs, `${name}-live.png`), film)
    const last = animatedPng(all.slice(-1), () => STANDS)
    writeFileSync(path.join(docs, `${name}.png`), last)
    console.log(
      `${name}: ${all.length} pictures of ${all[0].width} by ${all[0].height}: ${film.length} bytes`,
    )
  }
} finally {
  await pages.close()
}

/** The page in a size of its own, picture by picture. */
async function picturesOf(size: Omit<(typeof films)[number], 'name'>): Promise<Pixels[]> {
  const { page } = await pages.open('/', {
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    colorScheme: 'light',
    ...size,
  })
  await untilReady(page)
  await page.getByRole('heading', { name: /The key changed/ }).waitFor()
  await page.evaluate(() => document.fonts.ready)
  const position = page.getByRole('slider', { name: 'Position' })
  const letters = Number(await position.getAttribute('max'))
  const pictures: Buffer[] = []
  for (let at = 1; at < letters + STEP; at += STEP) {
    await position.fill(String(Math.min(at, letters)))
    await position.blur()
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    pictures.push(await page.screenshot())
  }
  const blank = await pages.browser.newPage()
  const all: Pixels[] = []
  for (const picture of pictures) all.push(await pixelsOf(blank, picture))
  return all
}
