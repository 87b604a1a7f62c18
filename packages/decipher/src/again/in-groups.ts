import type { Decipherer } from '../decipherer.ts'
import { isInGroups } from '../input/is-in-groups.ts'
import type { AgainMeans } from './again-means.ts'
import { leavingGaps } from './leaving-gaps.ts'

/** The means to look again at a text in groups by a decipherer that takes their spaces for spaces between words: without them. */
export const inGroups = (decipherer: Decipherer): AgainMeans => ({
  name: 'groups',
  *others(text) {
    if (isInGroups(text)) yield leavingGaps(decipherer)
  },
})
