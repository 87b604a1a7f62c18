import { cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { buildPage } from '@runnel/playground/build'
import { root } from './root.ts'

/** Puts the reading part of the page, its engine and its model into a folder of what is served as it is. */
export const placeDemo = async (served: string): Promise<void> => {
  const page = await buildPage()
  const demo = path.join(served, 'demo')
  mkdirSync(demo, { recursive: true })
  for (const part of ['embed.html', 'icon.svg', 'assets']) {
    cpSync(path.join(page, part), path.join(demo, part), { recursive: true })
  }
  cpSync(path.join(page, 'icon.svg'), path.join(served, 'icon.svg'))
  const fonts = path.join(root, 'apps/playground/src/ui/styles/fonts')
  cpSync(path.join(fonts, 'source-serif-4-600.woff2'), path.join(served, 'fonts/source-serif-4-600.woff2'))
  cpSync(path.join(fonts, 'SOURCE-SERIF-LICENSE'), path.join(served, 'fonts/SOURCE-SERIF-LICENSE'))
}
