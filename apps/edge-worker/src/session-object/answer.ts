import { type Refusal, refusalOf } from '../refused-error.ts'

/** Answer of a session: a fact about it, or a refusal. */
export type Answer<Fact extends object> = Fact | { refused: Refusal }

/** Number of the next chunk. */
export interface Accepted {
  next: number
}

/** Does what a session is asked for; what it refuses is an answer too, since errors lose their class on their way. */
export const answered = async <Fact extends object>(
  act: () => Fact | Promise<Fact>,
): Promise<Answer<Fact>> => {
  try {
    return await act()
  } catch (error) {
    const refused = refusalOf(error)
    if (!refused) throw error
    return { refused }
  }
}
