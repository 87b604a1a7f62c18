import { finish, type InSteps } from '../in-steps.ts'
import type { DecipherEvent } from './events.ts'

/** The part of a stream that reads and settles in steps, all at once where nobody asks for them. */
export abstract class SteppedStream {
  abstract readInSteps(text: string): InSteps<DecipherEvent[]>
  abstract settleInSteps(): InSteps<DecipherEvent[]>

  read(text: string): DecipherEvent[] {
    return finish(this.readInSteps(text))
  }

  settle(): DecipherEvent[] {
    return finish(this.settleInSteps())
  }
}
