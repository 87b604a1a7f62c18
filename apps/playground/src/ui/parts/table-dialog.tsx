import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Column, NamedKey } from '../../engine/index.ts'
import { usePage } from '../state/page-context.ts'
import { keyName } from '../words/key-name.ts'
import { bits, count, percent } from '../words/numbers.ts'
import { spoken } from '../words/score-words.ts'
import { signAt } from '../words/sign-at.ts'
import { Modal } from './modal.tsx'

/** Rows of one page of the table. */
const ROWS = 200

/** The score as a table: all its numbers but the net's memory, which has no words. */
export const TableDialog = (): JSX.Element => {
  const { page, letter } = usePage()
  const { reader, playback } = page
  reader.version.value
  const moment = playback.moment.value
  const first = useSignal(Math.max(0, Math.floor(Math.max(0, letter.value) / ROWS) * ROWS))
  const last = Math.min(moment.read, first.value + ROWS)
  reader.askColumns(first.value, last)
  const plaintext = reader.log.settled.slice(0, moment.settled) + moment.waiting.text
  return (
    <Modal title="The score as a table" isWide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section class="table-wrap" tabIndex={0} aria-label="Letters">
        <table class="numbers">
          <thead>
            <tr>
              {['letter', 'cipher', 'read as', 'leading key', 'belief', 'surprise', 'expected'].map(
                (head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: Math.max(0, last - first.value) }, (_, index) => {
              const at = first.value + index
              return (
                <tr key={at}>
                  <th scope="row">{count(at + 1)}</th>
                  <td class="mono">{spoken(signAt(page.decoded.value, at))}</td>
                  <td class="mono">
                    {page.isHidden.value ? '' : spoken(signAt(plaintext, at))}
                    {at >= moment.settled ? ' (waiting)' : ''}
                  </td>
                  <Numbers column={reader.log.columns.at(at)} names={reader.log.names} />
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      <div class="row">
        <button
          class="button small"
          type="button"
          disabled={first.value === 0}
          onClick={() => {
            first.value -= ROWS
          }}
        >
          Earlier
        </button>
        <button
          class="button small"
          type="button"
          disabled={last >= moment.read}
          onClick={() => {
            first.value += ROWS
          }}
        >
          Later
        </button>
        <span class="hint">
          {count(first.value + 1)} to {count(last)} of {count(moment.read)}
        </span>
      </div>
    </Modal>
  )
}

const Numbers = ({
  column,
  names,
}: {
  column: Column | undefined
  names: readonly NamedKey[]
}): JSX.Element => {
  const name = column && names[column.rows[0]]
  return (
    <>
      <td>{name ? keyName(name) : ''}</td>
      <td>{column ? percent(column.weights[0] ?? 0) : ''}</td>
      <td>{column && column.surprise > 0 ? `${bits(column.surprise)} bits` : ''}</td>
      <td class="mono">
        {column?.expected
          .slice(0, 3)
          .map(({ text, probability }) => `${spoken(text)} ${percent(probability)}`)
          .join(', ')}
      </td>
    </>
  )
}
