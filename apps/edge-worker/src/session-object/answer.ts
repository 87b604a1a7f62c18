import { type Refusal, refusalOf } from '../refused-error.ts'
import { platformFailure } from './platform-failure.ts'

/** Answer of a session: a fact about it, a refusal, or a fault of ours in words for the log. */
export type Answer<Fact extends object> = Fact | NoFact

/** Answer without a fact. */
export type NoFact = { refused: Refusal } | { fault: string }

/** Number of the next chunk. */
export interface Accepted {
  next: number
}

/**
 * Does what a session is asked for. What it refuses is an answer too, since errors lose their class on their way; and so
 * is a fault, so that what the platform throws is told from it.
 */
export const answered = async <Fact extends object>(
  act: () => Fact | Promise<Fact>,
): Promise<Answer<Fact>> => {
  try {
    return await act()
  } catch (error) {
    return noFactOf(error)
  }
}

/** The answer that stands for an error. */
export const noFactOf = (error: unknown): NoFact => {
  const refused = refusalOf(platformFailure(error) ?? error)
  if (refused) return { refused }
  return { fault: error instanceof Error ? (error.stack ?? error.message) : typeof error }
}
