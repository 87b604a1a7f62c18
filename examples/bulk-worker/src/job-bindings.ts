/** A part in the queue: whoever takes it asks its job for the rest. */
export interface PartMessage {
  job: string
  part: number
  /** Retries of its job before it was sent; none where that is not told. */
  round?: number
}

/** Bindings that a job needs. */
export interface JobBindings {
  BUCKET: R2Bucket
  PARTS: Queue<PartMessage>
  /** Seconds without a sign of life after which parts are sent again. */
  PATIENCE: number
}
