import { type Rate, summarise } from '../statistics.ts'
import type { Listener, ListenerKind } from './listeners.ts'
import { FRAME } from './silero.ts'

/** Frames a second, one a call, and microseconds of this process's CPU a frame. */
export interface Speed {
  rate: Rate
  cpu: Rate
}

/** Measures all kinds by turns: in each round each hears the next `frames` frames of the sound. */
export const measureSpeeds = async (
  kinds: readonly ListenerKind[],
  onnx: Uint8Array,
  sound: Float32Array,
  { rounds, frames }: { rounds: number; frames: number },
): Promise<Map<string, Speed>> => {
  const running = new Map<string, { listen: Listener; rates: number[]; costs: number[] }>()
  for (const kind of kinds) {
    running.set(kind.name, { listen: await kind.listen(onnx), rates: [], costs: [] })
  }
  // a round that does not count, in which code becomes hot
  for (let round = -1; round < rounds; round++) {
    for (const { listen, rates, costs } of running.values()) {
      const { seconds, cpu } = await hear(listen, sound, (round + 1) * frames, frames)
      if (round < 0) continue
      rates.push(frames / seconds)
      costs.push(cpu / frames)
    }
  }
  const speeds = [...running].map(([name, { rates, costs }]) => {
    return [name, { rate: summarise(rates), cpu: summarise(costs) }] as const
  })
  return new Map(speeds)
}

const hear = async (
  listen: Listener,
  sound: Float32Array,
  first: number,
  frames: number,
): Promise<{ seconds: number; cpu: number }> => {
  const [started, used] = [performance.now(), process.cpuUsage()]
  const inAll = Math.floor(sound.length / FRAME)
  for (let f = first; f < first + frames; f++) {
    const at = (f % inAll) * FRAME
    const heard = listen(sound.subarray(at, at + FRAME))
    if (typeof heard !== 'number') await heard
  }
  const { user, system } = process.cpuUsage(used)
  return { seconds: (performance.now() - started) / 1000, cpu: user + system }
}
