import { effect, type Signal, signal } from '@preact/signals'

/** Colours of the page: the device's own, or one of two. */
export type Theme = 'device' | 'light' | 'dark'

const STORED = 'runnel.theme'

/** Choices that outlive a visit: the colours alone. No text and no key is ever kept. */
export class Settings {
  readonly theme: Signal<Theme>
  readonly isReducedMotion: boolean

  constructor() {
    this.theme = signal(storedTheme())
    this.isReducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches
    effect(() => {
      const theme = this.theme.value
      if (theme === 'device') delete document.documentElement.dataset.theme
      else document.documentElement.dataset.theme = theme
      try {
        if (theme === 'device') localStorage.removeItem(STORED)
        else localStorage.setItem(STORED, theme)
      } catch {
        // Storage may be forbidden; the choice then holds for this visit.
      }
    })
    // Chosen in another tab, or by the page that this one stands in.
    addEventListener('storage', ({ key }) => {
      if (key === STORED) this.theme.value = storedTheme()
    })
  }

  /** Whether the page is dark now. */
  get isDark(): boolean {
    const { value } = this.theme
    return value === 'device' ? matchMedia('(prefers-color-scheme: dark)').matches : value === 'dark'
  }
}

const storedTheme = (): Theme => {
  try {
    const stored = localStorage.getItem(STORED)
    return stored === 'light' || stored === 'dark' ? stored : 'device'
  } catch {
    return 'device'
  }
}
