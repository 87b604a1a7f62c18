import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { usePage } from '../state/page-context.ts'
import { Icon } from './icons.tsx'

/** A dialog over the page: Escape, the cross and a click beside it close it, and the focus goes back. */
export const Modal = ({
  title,
  isWide,
  children,
}: {
  title: string
  isWide?: boolean
  children: ComponentChildren
}): JSX.Element => {
  const { page } = usePage()
  const dialog = useRef<HTMLDialogElement>(null)
  const name = useId()
  const close = () => {
    page.dialog.value = undefined
  }
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      class={isWide ? 'wide' : ''}
      aria-labelledby={name}
      onClose={close}
      onClick={(event) => {
        if (event.target === dialog.current) close()
      }}
    >
      <h2 id={name}>{title}</h2>
      {children}
      <button class="button icon bare close" type="button" aria-label="Close" onClick={close}>
        <Icon name="close" />
      </button>
    </dialog>
  )
}
