import type { DecipherEvent } from '@runnel/decipher'
import type { OperatorFunction } from 'rxjs'
import { operatorOf } from './map-with-state.ts'
import { type SettledText, type SettledTextOptions, settledSteps } from './settled-steps.ts'

/**
 * Joins events to the text so far: the finals, and the current interim text, for rendering.
 *
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { decipherEvents, settledText } from '@runnel/rx-operators'
 * import { of } from 'rxjs'
 * of('gd', 'wd')
 *   .pipe(decipherEvents(createDecipherer({ cipher: 'caesar', key: '3' })), settledText({ keep: 80 }))
 *   .subscribe(({ settled, interim }) => console.log(settled, interim))
 */
export const settledText = (options?: SettledTextOptions): OperatorFunction<DecipherEvent, SettledText> =>
  operatorOf(settledSteps(options))
