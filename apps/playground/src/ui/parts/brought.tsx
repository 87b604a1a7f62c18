import { useSignal } from '@preact/signals'
import type { FunctionComponent, JSX } from 'preact'
import { useEffect } from 'preact/hooks'

/** A view whose code is brought when it is first shown; until it is there, or where it cannot be had, a line says so. */
export const brought = <Properties = object>(
  bring: () => Promise<FunctionComponent<Properties>>,
): FunctionComponent<Properties> => {
  let here: FunctionComponent<Properties> | undefined
  return (properties): JSX.Element => {
    const isHere = useSignal(here !== undefined)
    const isLost = useSignal(false)
    useEffect(() => {
      bring().then(
        (view) => {
          here = view
          isHere.value = true
        },
        () => {
          isLost.value = true
        },
      )
    }, [isHere, isLost])
    const View = isHere.value ? here : undefined
    if (View) return <View {...properties} />
    return (
      <p class="note" role="status">
        {isLost.value
          ? 'This part of the page did not arrive. Load the page again to have it.'
          : 'On its way …'}
      </p>
    )
  }
}
