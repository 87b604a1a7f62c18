import type { ModelDefinition } from '@runnel/rnn-model'

/** One way of feeding a net, ready to run: reads some characters and tells how many. */
export type Run = () => number | Promise<number>

/** A net in the hands of a contender. */
export interface Prepared {
  /** One stream, one character a call. */
  single: Run
  /** One stream, 256 characters a call, where the contender can keep the state between such calls. */
  chunk?: Run
  /** As many streams as asked for, one character of each a call. */
  batch?: (streams: number) => Run | Promise<Run>
  /** Bytes that one more stream takes. */
  sessionBytes?: () => number | Promise<number>
  dispose?: () => void
}

/** A way of running recurrent nets. */
export interface Contender {
  readonly name: string
  /** Makes a net ready; undefined when the contender cannot run here. */
  prepare(net: ModelDefinition): Promise<Prepared | undefined>
}

/** The 256 token ids that every contender reads, each from 1 to 27. */
export const text: Uint16Array = Uint16Array.from({ length: 256 }, (_, t) => 1 + ((t * t * 7 + t) % 27))
