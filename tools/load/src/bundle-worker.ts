import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import type { V4WorkerOptions } from 'miniflare'

/** Bundles the worker of a folder as it is deployed, into another folder, and gives it with the bindings that it names. */
export const bundleWorker = async (folder: string, bundle: string): Promise<V4WorkerOptions> => {
  const wrangler = createRequire(import.meta.url).resolve('wrangler/package.json')
  const program = path.join(path.dirname(wrangler), 'bin/wrangler.js')
  await promisify(execFile)(process.execPath, [program, 'deploy', '--dry-run', '--outdir', bundle], {
    cwd: folder,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
  })
  // It says where secrets come from, among the figures, unless it is told before it is loaded.
  process.env.WRANGLER_LOG ??= 'error'
  const { unstable_getMiniflareWorkerOptions } = await import('wrangler')
  const files = readdirSync(bundle).filter((file) => !/\.map$|^README\.md$/.test(file))
  const [main] = files.filter((file) => file.endsWith('.js'))
  return {
    ...(unstable_getMiniflareWorkerOptions(path.join(folder, 'wrangler.jsonc'))
      .workerOptions as V4WorkerOptions),
    modules: [main, ...files.filter((file) => file !== main)].map((file) => ({
      type: file.endsWith('.wasm') ? 'CompiledWasm' : file.endsWith('.js') ? 'ESModule' : 'Data',
      path: path.join(bundle, file),
      contents: readFileSync(path.join(bundle, file)),
    })),
    modulesRoot: bundle,
  } as V4WorkerOptions
}
