import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { laterView } from '../state/later-view.ts'
import { PageContext, type PageView, usePage } from '../state/page-context.ts'
import { Turns } from '../state/turns.ts'

/**
 * Parts that come once the rest has been drawn for the first time, and change after it: what is read first does not wait for
 * them, and no frame holds more than a part of the page.
 */
export const Lagging = ({
  turns: shared,
  children,
}: {
  /** Turns that it takes together with others; its own unless given. */
  turns?: Turns
  children: ComponentChildren
}): ComponentChildren => {
  const first = usePage()
  const turns = useMemo(() => shared ?? new Turns(), [shared])
  const shown = useSignal<PageView | undefined>(undefined)
  useEffect(() => {
    let end = (): void => {}
    const show = (): void => {
      const later = laterView(first, turns)
      end = later.end
      shown.value = later.view
    }
    // The second frame shows the first letter.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        end = turns.take(show)
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      end()
    }
  }, [first, turns, shown])
  return shown.value ? <PageContext.Provider value={shown.value}>{children}</PageContext.Provider> : null
}
