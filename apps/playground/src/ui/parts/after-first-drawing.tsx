import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'

/** Parts that come once the rest has been drawn for the first time: what is read first does not wait for them. */
export const AfterFirstDrawing = ({ children }: { children: ComponentChildren }): ComponentChildren => {
  const isDrawn = useSignal(false)
  useEffect(() => {
    // The second frame shows the first letter.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        isDrawn.value = true
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [isDrawn])
  return isDrawn.value ? children : null
}
