import type { Alphabet } from '@runnel/core'
import type { SectionReader } from '../../saving/sections.ts'
import type { OpenWorld } from '../open-world/open-world.ts'
import type { DearSearch } from './dear-keys.ts'

/** Keys that are weighed from the first letter on, and those that are sought where they fail. */
export interface BeyondPlan {
  createListed(saved?: SectionReader): OpenWorld
  readonly searches: readonly DearSearch[]
  readonly alphabet: Alphabet
  /** Letters that the searches read of a text that they do not explain either, before they rest. */
  readonly trial: number
}
