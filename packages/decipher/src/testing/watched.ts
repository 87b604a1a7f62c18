import type { Decipherer } from '../decipherer.ts'

/** A decipherer that notes what is called on its sessions, as `push`, `settle`, `flush`, `snapshot`, `free`. */
export const watched = (decipherer: Decipherer): Decipherer & { calls: string[] } => {
  const calls: string[] = []
  const note = <T>(name: string, value: T): T => {
    calls.push(name)
    return value
  }
  return {
    calls,
    createSession(snapshot) {
      const session = note('createSession', decipherer.createSession(snapshot))
      return {
        push: (chunk) => note('push', session.push(chunk)),
        settle: () => note('settle', session.settle()),
        flush: () => note('flush', session.flush()),
        snapshot: () => note('snapshot', session.snapshot()),
        free: () => note('free', session.free()),
      }
    },
  }
}
