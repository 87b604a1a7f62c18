import { existsSync, readdirSync, readFileSync } from 'node:fs'

/**
 * Milliseconds of CPU that a process has used, every thread of it; NaN where the machine has no /proc. A Worker cannot
 * know: its clock stands still while it computes.
 */
export const cpuTime = (pid: number): number => {
  const threads = existsSync(`/proc/${pid}/task`) ? readdirSync(`/proc/${pid}/task`) : []
  // Nanoseconds on a CPU come first.
  const times = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  )
  return times.length === 0 ? Number.NaN : times.reduce((sum, time) => sum + time / 1e6, 0)
}

/** Process ids of the programs called `name` among a process's descendants; none where the machine has no /proc. */
export const descendants = (pid: number, name: string): number[] =>
  existsSync('/proc')
    ? family(pid).filter((member) => readFileSync(`/proc/${member}/comm`, 'utf8').trim() === name)
    : []

/** A process and its descendants. */
const family = (pid: number): number[] => {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      // The name, in brackets, may hold anything.
      const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      parents.set(Number(name), Number(parent))
    } catch {
      // ended meanwhile
    }
  }
  const members = [pid]
  for (const member of members) {
    for (const [child, parent] of parents) if (parent === member) members.push(child)
  }
  return members
}
