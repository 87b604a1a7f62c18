import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { Turns } from './measure.ts'
import type { Rate } from './statistics.ts'

/**
 * Rates of one contender, by way, as it runs where it is the only engine. Beside others V8 cannot inline the way
 * into a kernel, since the same line of code then calls several: some 15 ns a call.
 */
export const measureAlone = (
  contender: string,
  cell: string,
  units: number,
  { milliseconds, rounds }: Turns,
): Map<string, Rate> => {
  const program = path.join(import.meta.dirname, 'alone-main.ts')
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [program, contender, cell, `${units}`, `${milliseconds}`, `${rounds}`],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`${contender} cannot be measured alone: ${stderr}`)
  return new Map(Object.entries(JSON.parse(stdout)))
}
