import { CeilingError } from '../ceilings.ts'
import type { Settings } from '../settings.ts'
import { NOBODY } from '../unknown-client.ts'
import type { Rate } from './allowance.ts'
import { CROWDED, FULL } from './constants.ts'
import { Job, type Meter } from './job.ts'
import type { Work } from './work.ts'

/**
 * Begins the work of a stream, up to its ceiling, and charges the client with it.
 *
 * @throws RefusedError when the client owes work, or as many wait for their turn as may
 */
export const admittedJob = (
  { client, settings }: { client: string; settings: Settings },
  { turns, ledger }: Work,
  meter: Meter,
): Job => {
  const most = settings.CEILINGS.work
  const rate = clientRateOf(settings)
  const isKnown = client !== NOBODY
  const isLight = !isKnown || ledger.check(client, rate) > rate.most / 2
  const charge = (work: number) => {
    if (isKnown) ledger.charge(client, rate, work)
    if (job.work > most) throw new CeilingError('too_much_work', `a stream takes up to ${most} steps of work`)
  }
  const job: Job = new Job({ turns, meter, room: isLight ? FULL : CROWDED, charge })
  return job
}

/** Work that each client may ask an isolate for. */
export const clientRateOf = ({ CEILINGS }: Settings): Rate => ({
  most: CEILINGS.clientWork,
  perSecond: CEILINGS.clientWorkRate,
})
