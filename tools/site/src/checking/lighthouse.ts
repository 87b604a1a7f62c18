import { spawn } from 'node:child_process'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { installApart } from '@runnel/tasks/install-apart'

const folder = path.join(import.meta.dirname, '../../lighthouse')

/** Scores of Lighthouse, 0 to 1 each, and the layout shift that it saw. */
export interface Scores {
  readonly accessibility: number
  readonly 'best-practices': number
  readonly seo: number
  /** A timing: of a busy machine it says little. */
  readonly performance: number
  readonly shift: number
}

interface Report {
  categories: Record<string, { score: number }>
  audits: Record<string, { numericValue: number }>
}

/** Has Lighthouse, which is installed apart, look at a page. @throws Error with what it said, when it fails */
export const lighthouse = async (
  url: string,
  chromiumPath: string,
  form: 'mobile' | 'desktop',
): Promise<Scores> => {
  installApart(folder)
  const words = [
    path.join(folder, 'node_modules/lighthouse/cli/index.js'),
    url,
    '--quiet',
    '--output=json',
    '--only-categories=accessibility,best-practices,seo,performance',
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ...(form === 'desktop' ? ['--preset=desktop'] : []),
  ]
  const child = spawn(process.execPath, words, { env: { ...process.env, CHROME_PATH: chromiumPath } })
  const [told, complained] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (!told.startsWith('{')) throw new Error(`Lighthouse failed at ${url}:\n${complained}`)
  const { categories, audits }: Report = JSON.parse(told)
  return {
    accessibility: categories.accessibility.score,
    'best-practices': categories['best-practices'].score,
    seo: categories.seo.score,
    performance: categories.performance.score,
    shift: audits['cumulative-layout-shift'].numericValue,
  }
}
