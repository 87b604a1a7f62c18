import type { JSX } from 'preact'
import type { NamedKey } from '../../engine/index.ts'
import { decryptPiece } from '../state/decrypt-with.ts'
import { usePage } from '../state/page-context.ts'
import { keyName } from '../words/key-name.ts'
import { percent } from '../words/numbers.ts'

/** Letters of a preview. */
const PREVIEW = 24

/** Every key that is still weighed, the likeliest first, with a preview of the same place. */
export const EveryKey = (): JSX.Element => {
  const { page, version, decoded, letter } = usePage()
  const { log } = page.reader
  version.value
  const column = log.columns.at(letter.value) ?? log.columns.before(letter.value + 1)
  const to = letter.value + 1
  const range = { from: Math.max(0, to - PREVIEW), to }
  const keys: { named: NamedKey; weight: number }[] = []
  column?.rows.forEach((row, index) => {
    if (log.names[row]) keys.push({ named: log.names[row], weight: column.weights[index] })
  })
  keys.sort((one, other) => other.weight - one.weight)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section class="all-keys" tabIndex={0} aria-label="Every key that is still weighed">
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">key</th>
            <th scope="col">belief</th>
            <th scope="col">reads</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ named, weight }) => (
            <tr key={keyName(named)}>
              <td>{keyName(named)}</td>
              <td>{percent(weight)}</td>
              <td class="mono">{decryptPiece(decoded.value, range, named) ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
