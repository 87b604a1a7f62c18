import type { JSX } from 'preact'

/** A bar as long as a probability; the number beside it says the same. */
export const ShareBar = ({ share }: { share: number }): JSX.Element => (
  <span class="bar" aria-hidden="true">
    <i style={{ width: `${Math.max(0.6, Math.min(100, share * 100))}%` }} />
  </span>
)
