import type { JSX } from 'preact'

const paths = {
  back: 'M3 2h2v12H3zM13 2v12L6 8z',
  on: 'M11 2h2v12h-2zM3 2v12l7-6z',
  play: 'M4 2v12l10-6z',
  pause: 'M3 2h4v12H3zM9 2h4v12H9z',
  /** Half light, half dark. */
  half: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 2v10A5 5 0 0 1 8 3z',
  close: 'M3.3 2 8 6.7 12.7 2 14 3.3 9.3 8l4.7 4.7-1.3 1.3L8 9.3 3.3 14 2 12.7 6.7 8 2 3.3z',
} as const

/** A small picture on a button; the button says what it does. */
export const Icon = ({ name }: { name: keyof typeof paths }): JSX.Element => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
)

/** Two waves: the sign of Runnel. */
export const Waves = (): JSX.Element => (
  <svg viewBox="0 0 30 18" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" aria-hidden="true">
    <path d="M2 5c4-4 6 4 10 0s6 4 10 0 4 1 6 0" />
    <path d="M2 13c4-4 6 4 10 0s6 4 10 0 4 1 6 0" opacity=".5" />
  </svg>
)

/** An arrow from a letter to what it stands for. */
export const Arrow = (): JSX.Element => (
  <svg viewBox="0 0 26 14" role="img" aria-label="stands for">
    <path d="M1 7h23M18 2l6 5-6 5" />
  </svg>
)
