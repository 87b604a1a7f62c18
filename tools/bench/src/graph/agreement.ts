import type { ListenerKind } from './listeners.ts'
import { FRAME } from './silero.ts'

/** Agreement of two ways of running a net over the same sound. */
export interface Agreement {
  frames: number
  /** Greatest difference of a probability. */
  worst: number
  /** Parts of the frames that are called silence (below 0.1), speech (above 0.9), and neither. */
  silence: number
  speech: number
  between: number
  /** Frames that one calls speech and the other does not, at 0.5. */
  others: number
}

/** Runs both over the whole of a sound, frame by frame. */
export const compare = async (
  [one, other]: readonly [ListenerKind, ListenerKind],
  onnx: Uint8Array,
  sound: Float32Array,
): Promise<Agreement> => {
  const [listen, listenToo] = [await one.listen(onnx), await other.listen(onnx)]
  const found = { worst: 0, silence: 0, speech: 0, others: 0 }
  let frames = 0
  for (let at = 0; at + FRAME <= sound.length; at += FRAME, frames++) {
    const frame = sound.subarray(at, at + FRAME)
    const [a, b] = [await listen(frame), await listenToo(frame)]
    found.worst = Math.max(found.worst, Math.abs(a - b))
    found.silence += Number(b < 0.1)
    found.speech += Number(b > 0.9)
    found.others += Number(a > 0.5 !== b > 0.5)
  }
  const [silence, speech] = [found.silence / frames, found.speech / frames]
  return { ...found, frames, silence, speech, between: 1 - silence - speech }
}
