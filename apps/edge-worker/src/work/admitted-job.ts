import { CeilingError } from '../ceilings.ts'
import type { Settings } from '../settings.ts'
import { NOBODY } from '../unknown-client.ts'
import type { Rate } from './allowance.ts'
import { CROWDED, FULL, LONG_TURN } from './constants.ts'
import { Job, type Meter } from './job.ts'
import type { Work } from './work.ts'

/** Who asks, and the settings that say for how much. */
export interface Asker {
  client: string
  settings: Settings
}

/** Who asks, and was let in; `begun` is to be called when the work has begun, or no longer will. */
export interface Admitted extends Asker {
  begun(): void
}

/**
 * Lets a stream of a client in. Gives what has to be called when its work has begun, or no longer will.
 *
 * @throws RefusedError when the client owes work, or as many wait for their turn as may
 */
export const admit = (asker: Asker, { turns, ledger }: Work): (() => void) =>
  turns.admit(roomFor(asker, ledger))

/**
 * Begins the work of a stream that was let in, up to its ceiling, and charges the client with it. It takes its turn before
 * it does anything: many that begin at once would have nobody heard in between.
 */
export const admittedJob = (admitted: Admitted, { turns, ledger }: Work, meter: Meter): Job => {
  const { client, settings, begun } = admitted
  const most = settings.CEILINGS.work
  const charge = (work: number) => {
    if (client !== NOBODY) ledger.charge(client, clientRateOf(settings), work)
    if (job.work > most) throw new CeilingError('too_much_work', `a stream takes up to ${most} steps of work`)
  }
  const job: Job = new Job({ turns, meter, begun, charge, sinceTurn: LONG_TURN })
  return job
}

/** Streams that may wait when one more of a client comes. @throws RefusedError when it owes work */
const roomFor = ({ client, settings }: Asker, ledger: Work['ledger']): number => {
  if (client === NOBODY) return FULL
  const rate = clientRateOf(settings)
  return ledger.check(client, rate) > rate.most / 2 ? FULL : CROWDED
}

/** Work that each client may ask an isolate for. */
export const clientRateOf = ({ CEILINGS }: Settings): Rate => ({
  most: CEILINGS.clientWork,
  perSecond: CEILINGS.clientWorkRate,
})
