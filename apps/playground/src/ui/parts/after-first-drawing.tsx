import { useSignal, useSignalEffect } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { usePage } from '../state/page-context.ts'

/** Milliseconds after which the parts wait for no letter: the model may be long on its way. */
const PATIENCE = 1000

/**
 * Parts that come once the rest has been drawn for the first time, and a letter of the text has been read, if there is one:
 * what is read first does not wait for them.
 */
export const AfterFirstDrawing = ({ children }: { children: ComponentChildren }): ComponentChildren => {
  const { reader } = usePage().page
  const isDrawn = useSignal(false)
  const isLate = useSignal(false)
  const isShown = useSignal(false)
  useEffect(() => {
    // The second frame shows the first letter.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        isDrawn.value = true
      })
    })
    const timer = setTimeout(() => {
      isLate.value = true
    }, PATIENCE)
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [isDrawn, isLate])
  useSignalEffect(() => {
    reader.version.value
    const isRead = reader.text === '' || reader.log.latest.read > 0
    if (isDrawn.value && (isRead || isLate.value)) isShown.value = true
  })
  return isShown.value ? children : null
}
