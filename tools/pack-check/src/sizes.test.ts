import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../../..')

/** A program, bundled as a user's would be: minified, nothing of what it does not use. */
const bundle = async (code: string, external: string[] = []): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: path.join(root, 'tools/pack-check') },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    external,
    logLevel: 'silent',
  })
  return outputFiles[0].text
}

const gzipped = (text: string | Uint8Array): number => gzipSync(text).length

describe('ceilings, in bytes after minifying and gzip', () => {
  test.each([
    ['core with one cipher', "export { createCaesar } from '@runnel/core'", [], 2048],
    ['operators', "export * from '@runnel/rx-operators'", ['rxjs', '@runnel/core', '@runnel/decipher'], 2048],
    [
      'a decipherer with its engine',
      "export { createDecipherer, createDecipherStream } from '@runnel/decipher'; export { loadModel } from '@runnel/rnn-model'",
      [],
      16_384,
    ],
  ])('%s', async (_, code, external, ceiling) => {
    const text = await bundle(code, external)
    expect(gzipped(text)).toBeLessThanOrEqual(ceiling)
    expect(gzipped(text)).toBeGreaterThan(100)
    expect(text).not.toMatch(/tensorflow|tfjs|fast-check/i)
  })

  test('the worker', () => {
    const folder = path.join(root, 'apps/edge-worker')
    const out = mkdtempSync(path.join(tmpdir(), 'runnel-worker-'))
    const wrangler = path.join(folder, 'node_modules/wrangler/bin/wrangler.js')
    execFileSync(process.execPath, [wrangler, 'deploy', '--dry-run', '--minify', '--outdir', out], {
      cwd: folder,
      stdio: 'pipe',
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
    })
    const scripts = readdirSync(out).filter((name) => name.endsWith('.js'))
    const texts = scripts.map((name) => readFileSync(path.join(out, name)))
    expect(texts.reduce((sum, text) => sum + gzipped(text), 0)).toBeLessThanOrEqual(700 * 1024)
    expect(Buffer.concat(texts).toString()).not.toMatch(/tensorflow|tfjs/i)
  })
})

test('what is not imported is not in the bundle', async () => {
  const tokenizer = await bundle("export { createTokenizer } from '@runnel/core'")
  expect(tokenizer).toContain('digit')
  expect(tokenizer).not.toMatch(/caesar|rot13/)
  const one = await bundle("export { caesar3 } from '@runnel/models/caesar-3'")
  expect(one).not.toContain('caesar-3-scalar')
})

test('the check for tensorflow can fail', async () => {
  const training = await bundle("export { trainTransducer } from '@runnel/rnn-model/train'", [
    '@tensorflow/*',
  ])
  expect(training).toMatch(/tensorflow/)
})
