import { batch, effect, type Signal, signal } from '@preact/signals'
import type { PageView } from './page-context.ts'
import type { Turns } from './turns.ts'

/** Signals of a view that change with each letter. */
const names = ['version', 'moment', 'decoded', 'stretches', 'letter'] as const

/**
 * A view that follows another one when it is its turn, all of it together: what is drawn from it leaves the frame to what is
 * drawn from the other. A new text, and a letter that is chosen, are followed at once.
 *
 * @returns the view, and a function after which it follows no more
 */
export const laterView = (first: PageView, turns: Turns): { readonly view: PageView; end(): void } => {
  const { reader, chosen } = first.page
  const copies: { [name: string]: Signal<unknown> } = {}
  let [log, letter] = [reader.log, chosen.peek()]
  let callOff: (() => void) | undefined
  const follow = (): void => {
    callOff?.()
    callOff = undefined
    batch(() => {
      for (const name of names) copies[name].value = first[name].peek()
    })
  }
  for (const name of names) copies[name] = signal(first[name].peek())
  const stop = effect(() => {
    for (const name of names) first[name].value
    const isOther = log !== reader.log || letter !== chosen.value
    log = reader.log
    letter = chosen.value
    if (isOther) follow()
    else callOff ??= turns.take(follow)
  })
  const end = (): void => {
    stop()
    callOff?.()
  }
  return { view: { ...first, ...copies }, end }
}
