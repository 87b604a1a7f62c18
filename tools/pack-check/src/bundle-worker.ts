import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from './published.ts'
import { runCommand } from './run-command.ts'

/** Bundles the edge worker as it would be deployed, without deploying it, and gives its modules. */
export const bundleWorker = (): Uint8Array[] => {
  const folder = path.join(root, 'apps/edge-worker')
  const out = mkdtempSync(path.join(tmpdir(), 'runnel-worker-'))
  try {
    const wrangler = path.join(folder, 'node_modules/wrangler/bin/wrangler.js')
    runCommand(process.execPath, [wrangler, 'deploy', '--dry-run', '--minify', '--outdir', out], {
      cwd: folder,
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
    })
    const modules = readdirSync(out).filter((file) => !/\.map$|^README\.md$/.test(file))
    return modules.map((file) => readFileSync(path.join(out, file)))
  } finally {
    rmSync(out, { recursive: true })
  }
}
