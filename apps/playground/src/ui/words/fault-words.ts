import type { Connection, EngineFault } from '../../engine/index.ts'
import type { Notice } from '../state/notices.ts'
import { count } from './numbers.ts'

/** Ways out of trouble. */
export interface Remedies {
  retry(): void
  useBrowser(): void
}

/** The line that tells a fault of the engine. */
export const faultNotice = (fault: EngineFault, { retry, useBrowser }: Remedies): Notice => {
  const again = { words: 'Try again', run: retry }
  const here = { words: 'Read on this device', run: useBrowser }
  switch (fault.code) {
    case 'model-not-loaded':
      return {
        id: 'fault',
        kind: 'bad',
        words: 'The model did not arrive. Your text is kept.',
        action: again,
      }
    case 'model-damaged':
      return {
        id: 'fault',
        kind: 'bad',
        words: 'The model arrived damaged. Your text is kept.',
        action: again,
      }
    case 'session-gone':
      return {
        id: 'fault',
        kind: 'bad',
        words: 'The session at the edge has ended. What is settled stays.',
        action: here,
      }
    case 'model-changed':
      return {
        id: 'fault',
        kind: 'bad',
        words: 'The edge has another model by now. Read the text again, from its start.',
        action: again,
      }
    case 'rate-limited': {
      const wait = fault.retryAfter ? ` Try again in ${count(fault.retryAfter)} s.` : ''
      return { id: 'fault', kind: 'wait', words: `The edge is asked too often.${wait}`, action: here }
    }
    case 'too-long':
      return { id: 'fault', kind: 'bad', words: 'The text is longer than the edge reads.', action: here }
    case 'connection-failed':
      return {
        id: 'fault',
        kind: 'bad',
        words: 'The edge cannot be reached. Your text is kept.',
        action: here,
      }
    case 'worker-failed':
    case 'reading-failed':
      return {
        id: 'fault',
        kind: 'bad',
        words: `Reading failed: ${fault.message} Settled text stays.`,
        action: again,
      }
  }
}

/** The line that tells a lost connection; nothing while it is open. */
export const connectionNotice = (
  { state, retryIn, letters }: Connection,
  { retry, useBrowser }: Remedies,
): Notice | undefined => {
  if (state === 'open') return undefined
  const after = letters > 0 ? ` after letter ${count(letters)}` : ''
  if (state === 'given up') {
    return {
      id: 'connection',
      kind: 'bad',
      words: `Connection lost${after}, and all tries were in vain. Settled text stays.`,
      action: { words: 'Read on this device', run: useBrowser },
    }
  }
  const when =
    retryIn === undefined ? 'Trying again' : `Trying again in ${Math.max(1, Math.ceil(retryIn / 1000))} s`
  return {
    id: 'connection',
    kind: 'wait',
    words: `Connection lost${after}. ${when}; nothing is lost.`,
    action: { words: 'Try now', run: retry },
  }
}
