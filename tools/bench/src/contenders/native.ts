import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

const source = path.join(import.meta.dirname, '../../native/net.c')

/**
 * The net in C, float32, compiled here with vectors of that many floats; undefined without gcc. Its weights are
 * random numbers of the same shape. It keeps its own clock, so a run answers with a rate.
 */
export const nativeRates = async (
  width: number,
  cell: string,
  units: number,
  vocabulary: number,
): Promise<{ rate(milliseconds: number): Promise<number>; stop(): void } | undefined> => {
  const program = path.join(mkdtempSync(path.join(tmpdir(), 'runnel-bench-')), 'net')
  const flags = ['-O3', '-march=native', '-Wno-psabi', `-DWIDTH=${width}`]
  if (spawnSync('gcc', [...flags, '-o', program, source, '-lm']).status !== 0) return undefined
  const child = spawn(program, [cell, String(units), String(vocabulary)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async rate(milliseconds) {
      child.stdin.write(`${milliseconds}\n`)
      return Number((await lines.next()).value)
    },
    stop: () => child.stdin.end(),
  }
}

/** Widths of vectors, in floats, that are tried: the best of them is the ceiling. */
export const nativeWidths: readonly number[] = [4, 8, 16]
