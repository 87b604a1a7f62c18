import type { TrainProgress } from '@runnel/rnn-model/train'
import type { ConsoleStreams } from '../console-streams.ts'

/** Options of `runnel train`. */
export interface TrainCommandOptions {
  corpus: string[]
  validation?: string[]
  out?: string
  seed?: number
  epochs?: number
  /** Of an epoch. */
  steps?: number
  threads?: number
  restart?: boolean
}

/** Texts and surroundings of a training run, the same for every trainer. */
export interface TrainingJob {
  text: string
  /** Text from another source, which picks the best epoch. */
  validation: string
  /** Folder that everything is written to. */
  folder: string
  streams: ConsoleStreams
  options: TrainCommandOptions
  onProgress: (progress: TrainProgress) => void
}
