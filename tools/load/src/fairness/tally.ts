/** All that one run found out. */
export interface FairnessFindings {
  /** Milliseconds from a request for `/health` to its answer, before anybody attacks. */
  quiet: number[]
  /** The same meanwhile. */
  health: number[]
  /** Milliseconds of CPU that workerd used meanwhile: the same, were nothing else on the machine. */
  healthWork: number[]
  /** The same of a chunk of a session of English text. */
  chunks: number[]
  chunksWork: number[]
  /** Milliseconds in which a client that was refused was told so. */
  refusals: number[]
  refusalsWork: number[]
  /** Answers to those who send what nothing explains, by kind, status and code. */
  answers: Map<string, number>
  /** Letters of theirs that were read. */
  letters: number
  /** Faults: of the English sessions, of `/health`, answers of 5xx but 503, lines of error in the log. */
  faults: string[]
  /** Bytes of workerd, with the seconds after the start. */
  memory: { second: number; bytes: number }[]
  milliseconds: number
  /** Milliseconds of CPU that workerd used in that time, and this process, in which all clients are. */
  work: number
  clientWork: number
}

/** Counts one more. */
export const countOne = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
