import type { JSX } from 'preact'
import { bits as bitsInWords } from '../words/numbers.ts'

/** Bits at the right end. */
const MOST_BITS = 7

/** Where a text stands between its language and nothing that is known, in bits a letter. */
export const Gauge = ({
  bits,
  language,
  tongue,
}: {
  bits: number
  language: number
  tongue: string
}): JSX.Element => (
  <div
    class="gauge"
    role="img"
    aria-label={`${bitsInWords(bits)} bits a letter, where ${tongue} has ${bitsInWords(language)}`}
  >
    <div class="track">
      <span class="english" />
      <span class="unusual" />
      <span class="none" />
      <i class="pin" style={{ left: `${Math.min(99, (bits / MOST_BITS) * 100)}%` }} />
    </div>
    <div class="scale">
      <span>
        {tongue} {bitsInWords(language)}
      </span>
      <span>unusual</span>
      <span>no key fits</span>
    </div>
  </div>
)
