import type { Progress } from '@runnel/example-bulk-worker/progress'

/** A request about a job. */
export interface JobRequest {
  url: URL
  method: string
  /** Name of the job, and what follows it in the address. */
  job: string
}

/** Asks for the progress of a job, after something is done with it. @throws Error with the answer, where it is another */
export const askJob = async ({ url, method, job }: JobRequest): Promise<Progress> => {
  const answer = await fetch(new URL(`/v1/bulk/${job}`, url), { method })
  if (!answer.ok) throw new Error(`${method} /v1/bulk/${job}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Progress
}
