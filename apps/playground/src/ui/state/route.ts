import { type Signal, signal } from '@preact/signals'

/** A view of the page. */
export type View = 'decipher' | 'encipher' | 'lesson'

/** The view that the fragment of the address names. */
export const viewOf = (hash: string): View =>
  hash === '#encipher' ? 'encipher' : hash === '#lesson' ? 'lesson' : 'decipher'

/** Follows the fragment of the address. */
export class Route {
  readonly view: Signal<View>

  constructor() {
    this.view = signal(viewOf(location.hash))
    addEventListener('hashchange', () => {
      this.view.value = viewOf(location.hash)
    })
  }

  /** Shows a view. */
  go(view: View): void {
    const hash = view === 'decipher' ? '' : `#${view}`
    if (location.hash !== hash) history.pushState(null, '', `${location.pathname}${hash}`)
    if (this.view.value === view) return
    this.view.value = view
    document.getElementById('main')?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }
}
