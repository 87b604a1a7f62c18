import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const folder = path.join(import.meta.dirname, '../../../../apps/edge-worker')

/** The files that `wrangler deploy` would send. */
export interface Deployment {
  /** Bytes of all of it, as they are and gzipped. */
  bytes: number
  gzipped: number
  /** The files, by name. */
  files: Record<string, Buffer>
}

const wrangler = (from: string, ...words: string[]): string =>
  execFileSync(process.execPath, [path.join(from, 'node_modules/wrangler/bin/wrangler.js'), ...words], {
    cwd: from,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Bundles the service of another checkout whose packages are installed. */
export const bundleServiceOf = (checkout: string): Deployment =>
  bundle(path.join(checkout, 'apps/edge-worker'))

/** Bundles the service, or a worker of another configuration, as `wrangler deploy --dry-run` does. */
export const bundleService = (config?: string): Deployment => bundle(folder, config)

const bundle = (from: string, config = path.join(from, 'wrangler.jsonc')): Deployment => {
  const out = mkdtempSync(path.join(tmpdir(), 'runnel-deploy-'))
  try {
    wrangler(from, 'deploy', '--dry-run', '--config', config, '--outdir', out)
    const names = readdirSync(out).filter((name) => /\.(js|wasm)$/.test(name))
    const files = Object.fromEntries(names.map((name) => [name, readFileSync(path.join(out, name))]))
    const all = Object.values(files)
    return {
      files,
      bytes: all.reduce((sum, { length }) => sum + length, 0),
      gzipped: all.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
    }
  } finally {
    rmSync(out, { recursive: true })
  }
}

/** Milliseconds that workerd is busy while the service starts, by `wrangler check startup`. */
export const startupTime = (): number => {
  const out = mkdtempSync(path.join(tmpdir(), 'runnel-startup-'))
  try {
    const file = path.join(out, 'startup.cpuprofile')
    wrangler(folder, 'check', 'startup', '--outfile', file)
    const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as {
      nodes: { id: number; callFrame: { functionName: string } }[]
      samples: number[]
      timeDeltas: number[]
    }
    const idle = nodes.find(({ callFrame }) => callFrame.functionName === '(idle)')?.id
    return timeDeltas.reduce((sum, delta, i) => sum + (samples[i] === idle ? 0 : delta), 0) / 1000
  } finally {
    rmSync(out, { recursive: true })
  }
}
