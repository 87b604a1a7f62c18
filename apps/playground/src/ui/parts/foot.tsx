import type { JSX } from 'preact'
import { usePage } from '../state/page-context.ts'
import { count } from '../words/numbers.ts'
import { Lagging } from './lagging.tsx'

/** The foot, which comes with what stands above it, so that it does not move. */
export const Foot = ({ isKept }: { isKept: boolean }): JSX.Element => (
  <Lagging>
    <Line isKept={isKept} />
  </Lagging>
)

/** Which net reads, how fast, and, of a page that is kept for times without a network, that it is. */
const Line = ({ isKept }: { isKept: boolean }): JSX.Element => {
  const { page } = usePage()
  const { ready, loading, fault, log, version } = page.reader
  version.value
  const net = ready.value
  const part = loading.value
  return (
    <footer class="foot">
      <span data-engine={net?.engine}>
        {net && net.units === 0
          ? `${net.model}, read at the edge`
          : net
            ? `${net.model}: a net of ${net.units} units`
            : fault.value
              ? 'The net has not arrived'
              : part && part.total > 0
                ? `The net is on its way: ${Math.round((100 * part.received) / part.total)} %`
                : 'The net is on its way'}
      </span>
      {isKept && page.engineKind.value === 'browser' && <span>Works offline</span>}
      <a href="https://github.com/runnel-streams/runnel/blob/main/docs/evaluation.md">How well it does</a>
      <a href="https://github.com/runnel-streams/runnel">Source</a>
      <span class="end">
        {log.speed >= 50 && `${count(Math.round(log.speed / 100) * 100)} letters a second`}
      </span>
    </footer>
  )
}
