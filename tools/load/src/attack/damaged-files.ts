import { createRandom, RunnelError } from '@runnel/core'
import type { DamagedFile, FileTarget } from './file-target.ts'
import { modelTargets } from './model-targets.ts'
import type { Part } from './part.ts'
import { snapshotTargets } from './snapshot-targets.ts'

/** Milliseconds of this thread's time that one file may take. */
const PATIENCE = 100

/** Damaged snapshots and model files: each is read or refused with an error of ours, in time. */
export const damagedFiles = (count: number, load: () => Promise<FileTarget[]> = fileTargets): Part => ({
  title: 'damaged snapshots and model files',
  unit: 'files',
  count,
  async run({ seed, stop }, advance) {
    const targets = await load()
    const faults: string[] = []
    let [refused, longest, done] = [0, 0, 0]
    for (; done < count && !stop.aborted; done++) {
      const target = targets[done % targets.length] as FileTarget
      const again = () => target.damage(createRandom(seed * 1_000_003 + done))
      const first = await attempt(await again())
      // Once more where it took long: the first of a kind is compiled, and others use the machine.
      const time =
        first.time > PATIENCE ? Math.min(first.time, (await attempt(await again())).time) : first.time
      longest = Math.max(longest, time)
      if (first.error !== undefined) refused++
      const fault = faultOf(first.error, time)
      if (fault) faults.push(`file ${done}, ${target.name}: ${fault}`)
      if (done % 100 === 99) {
        advance(done + 1)
        // Signals and the progress are seen to.
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    const kinds = targets.map(({ name }) => name).join(', ')
    const notes = `${kinds}; ${counted(refused)} refused, ${counted(done - refused)} read and used; the longest took ${Math.round(longest)} ms of CPU`
    return { done, faults, notes }
  },
})

const fileTargets = async (): Promise<FileTarget[]> => [
  ...(await snapshotTargets()),
  ...(await modelTargets()),
]

const attempt = async ({ read }: DamagedFile): Promise<{ error?: unknown; time: number }> => {
  const start = process.threadCpuUsage()
  const timeSince = () => {
    const { user, system } = process.threadCpuUsage(start)
    return (user + system) / 1000
  }
  try {
    await read()
    return { time: timeSince() }
  } catch (error) {
    return { error, time: timeSince() }
  }
}

const faultOf = (error: unknown, time: number): string | undefined => {
  if (error !== undefined && !RunnelError.isInstance(error)) return `untyped ${String(error)}`
  if (time > PATIENCE) return `took ${Math.round(time)} ms of CPU`
  return undefined
}

const counted = (value: number): string => value.toLocaleString('en')
