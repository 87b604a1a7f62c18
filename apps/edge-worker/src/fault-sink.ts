/** A place that faults of ours go to, each with the id of the request that it came about in. */
export type FaultSink = (error: unknown, requestId: string | undefined) => void

/** Writes each fault as one line of JSON, with the causes that clients never see. */
export const faultSink =
  (write: (line: string) => void): FaultSink =>
  (error, requestId) =>
    write(
      JSON.stringify({
        level: 'error',
        id: requestId,
        fault: error instanceof Error ? (error.stack ?? error.message) : typeof error,
        ...(error instanceof Error && error.cause instanceof Error && { cause: error.cause.message }),
      }),
    )
