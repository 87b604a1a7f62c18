import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from 'node:child_process'

/**
 * Runs a command to its end and gives what it wrote on stdout.
 *
 * @throws Error with everything it wrote, when its status is not 0
 */
export const runCommand = (
  command: string,
  words: readonly string[],
  options: Partial<SpawnSyncOptionsWithStringEncoding> = {},
): string => {
  const { status, stdout, stderr, error } = spawnSync(command, words, { ...options, encoding: 'utf8' })
  if (status === 0) return stdout
  const output = [error?.message, stdout, stderr].filter(Boolean).join('\n')
  throw new Error(`${[command, ...words].join(' ')}: status ${status}\n${output}`)
}
