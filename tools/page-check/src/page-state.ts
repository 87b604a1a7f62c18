import type { Page } from 'playwright'
import type { VisitOptions } from './site.ts'

/** A state of the page: how it is reached, and what then stands there. */
export interface PageState {
  readonly name: string
  readonly visit?: VisitOptions
  reach(page: Page): Promise<unknown>
  /** Words that are on the page then. */
  readonly says: string | RegExp
}
