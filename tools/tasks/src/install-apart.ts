import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Installs what a folder's package-lock.json names, unless it is there: packages so large that only the commands which
 * need them fetch them, apart from the workspace. Scripts of packages are not run.
 *
 * @throws Error with what npm said, when it cannot
 */
export const installApart = (folder: string): void => {
  const stamp = path.join(folder, 'node_modules/.installed')
  const lock = readFileSync(path.join(folder, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.error(`Installing what this command alone needs, in ${path.relative(process.cwd(), folder)} …`)
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
  const { status, stdout, stderr, error } = spawnSync('npm', words, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    throw new Error(
      `npm ci in ${folder} failed; is the npm registry within reach?\n${error?.message ?? ''}${stdout}${stderr}`,
    )
  }
  writeFileSync(stamp, wanted)
}
