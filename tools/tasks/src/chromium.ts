import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { findProgram, installFromDebian, runQuietly } from './programs.ts'

/** A browser for the tests, or why there is none. */
export type FoundChromium = { path: string } | { reason: string }

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * Finds Chromium: RUNNEL_CHROMIUM, an installed one, Debian's package where this user may install it, or
 * the binary inside the npm package @sparticuz/chromium, which goes to .cache.
 */
export const findChromium = async (): Promise<FoundChromium> => {
  const given = process.env.RUNNEL_CHROMIUM
  if (given)
    return existsSync(given) ? { path: given } : { reason: `RUNNEL_CHROMIUM names no file: ${given}` }
  const found = installed() ?? (await fromDebian()) ?? (await fromNpm())
  return found ? { path: found } : { reason: 'no Chromium is installed, and none could be installed here' }
}

const installed = (): string | undefined =>
  findProgram(names) ?? applications.find((file) => existsSync(file))

const fromDebian = async (): Promise<string | undefined> => {
  await installFromDebian('chromium')
  return installed()
}

const fromNpm = async (): Promise<string | undefined> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  console.log('Installing Chromium from npm …')
  const folder = path.resolve('.cache/chromium')
  await runQuietly('npm', ['install', '--no-save', '--prefix', folder, '@sparticuz/chromium@153.0.0'])
  if (!existsSync(path.join(folder, 'node_modules/@sparticuz/chromium'))) return undefined
  const entry = createRequire(path.join(folder, 'node_modules/')).resolve('@sparticuz/chromium')
  const { default: chromium } = await import(entry)
  const binary: string = await chromium.executablePath()
  // It unpacks anywhere, but runs only where the libraries it needs are.
  return (await runQuietly(binary, ['--version'])) === 0 ? binary : undefined
}
