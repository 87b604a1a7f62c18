/** The colours that a canvas draws with, as the style sheet has them now. */
export interface Palette {
  readonly panel: string
  readonly sunk: string
  readonly line: string
  readonly edge: string
  readonly ink: string
  readonly muted: string
  readonly water: string
  readonly wait: string
  readonly turn: string
  readonly cold: string
  readonly warm: string
  readonly shade: string
}

const names = [
  'panel',
  'sunk',
  'line',
  'edge',
  'ink',
  'muted',
  'water',
  'wait',
  'turn',
  'cold',
  'warm',
  'shade',
] as const

/** Reads the palette for an element: a variable that holds `light-dark()` is resolved only where it is used as a colour. */
export const readPalette = (element: HTMLElement): Palette => {
  const probe = document.createElement('span')
  probe.hidden = true
  // Else forced colours would make even `transparent` the colour of text.
  probe.style.setProperty('forced-color-adjust', 'none')
  element.append(probe)
  const palette = Object.fromEntries(
    names.map((name) => {
      probe.style.color = `var(--${name})`
      return [name, getComputedStyle(probe).color]
    }),
  )
  probe.remove()
  return palette as unknown as Palette
}
