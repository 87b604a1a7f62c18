import type { Page } from 'playwright'
import type { VisitOptions } from './site.ts'

/** A state of the page: how it is reached, and what then stands there. */
export interface PageState {
  readonly name: string
  /** The choices of a visit of its own; states without share one visit, one after the other. */
  readonly visit?: VisitOptions
  reach(page: Page): Promise<unknown>
  /** Words that are on the page then. */
  readonly says: string | RegExp
  /** Undoes what the next state of the same visit would not undo by itself. */
  leave?(page: Page): Promise<unknown>
}
