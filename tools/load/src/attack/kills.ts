import { crash } from '@runnel/sessions-tool/crash'
import type { Part } from './part.ts'

/** Kills of workerd in the middle of four sessions each, whose writer is not our client. */
export const kills = (count: number): Part => ({
  title: 'kills of workerd, four sessions each',
  unit: 'kills',
  count,
  async run({ seed, stop }, advance) {
    const faults: string[] = []
    let [done, accepted, received] = [0, 0, 0]
    while (done < count && !stop.aborted) {
      const found = await crash(seed * 1000 + done)
      faults.push(...found.faults.map((fault) => `kill ${done}: ${fault}`))
      accepted += found.acceptedBefore
      received += found.receivedBefore
      advance(++done)
    }
    const [chunks, events] = [accepted, received].map((number) => number.toLocaleString('en'))
    return { done, faults, notes: `${chunks} chunks were accepted and ${events} events received before them` }
  },
})
