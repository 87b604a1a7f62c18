import type { Counts } from '@runnel/decipher'
import type { RnnModel } from '@runnel/rnn-model'
import type { Look } from '../frame.ts'

/** The world around a second look. */
export interface LookWorld {
  tell(look: Look): void
  /** Whether another text is read by now. */
  isLeft(): boolean
  isStopped(): boolean
  /** Gives way to messages. */
  pause(): Promise<void> | void
}

/** Looks at a text once more, and tells how far that is; its code is brought then. */
export const lookAgain = async (
  { text, ...means }: { readonly text: string; readonly model: RnnModel; readonly counts: Counts },
  { tell, isLeft, isStopped, pause }: LookWorld,
): Promise<void> => {
  let tried = 0
  tell({ tried })
  const { secondLook } = await import('./second-look.ts')
  const looking = secondLook(text, means)
  while (!isLeft()) {
    const { done, value } = await looking.next()
    if (isLeft()) return
    if (isStopped()) return tell({ tried, ended: 'stopped' })
    if (done) return tell(value ? { tried, ended: 'found', found: value } : { tried, ended: 'nothing' })
    if (value !== tried) tell({ tried: value })
    tried = value
    await pause()
  }
}
