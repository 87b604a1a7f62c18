import { type Context, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Derived } from './derive.ts'
import type { Page } from './page.ts'

/** The page, and what follows from the moment that is shown. */
export interface PageView extends Derived {
  readonly page: Page
}

/** Hands the page down to its parts. */
export const PageContext: Context<PageView | undefined> = createContext<PageView | undefined>(undefined)

/** The page that a part belongs to. @throws Error outside of one */
export const usePage = (): PageView => {
  const view = useContext(PageContext)
  if (!view) throw new Error('A part of the page was rendered outside of it')
  return view
}
