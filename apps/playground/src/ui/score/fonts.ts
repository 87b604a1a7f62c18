const MONO = "'IBM Plex Mono', ui-monospace, Menlo, Consolas, monospace"
const SANS = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"

/** Fonts of the canvas, as `CanvasRenderingContext2D.font` takes them. */
export const fonts = {
  letter: `15px ${MONO}`,
  strongLetter: `600 15px ${MONO}`,
  small: `11px ${SANS}`,
  label: `12px ${SANS}`,
  strongLabel: `600 12px ${SANS}`,
} as const
