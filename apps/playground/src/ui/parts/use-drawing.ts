import { effect } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'

/**
 * Draws into an element by hand whenever a signal that the drawing reads has changed, the first time before anything of it is
 * painted.
 */
export const useDrawing = (draw: () => void): void => {
  // Only signals are read: the first closure is as good as any later one.
  useLayoutEffect(() => effect(draw), [])
}
