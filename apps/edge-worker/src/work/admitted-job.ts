import { CeilingError } from '../ceilings.ts'
import type { Settings } from '../settings.ts'
import { NOBODY } from '../unknown-client.ts'
import type { Rate } from './allowance.ts'
import { CROWDED, FULL } from './constants.ts'
import { Job, type Meter } from './job.ts'
import type { Work } from './work.ts'

/** Who asks, and the settings that say for how much. */
export interface Asker {
  client: string
  settings: Settings
}

/** @throws RefusedError when the client owes work, or as many wait for their turn as may */
export const checkAdmission = (asker: Asker, { turns, ledger }: Work): void =>
  turns.checkRoom(roomFor(asker, ledger))

/**
 * Begins the work of a stream, up to its ceiling, and charges the client with it.
 *
 * @throws RefusedError when the client owes work, or as many wait for their turn as may
 */
export const admittedJob = (asker: Asker, { turns, ledger }: Work, meter: Meter): Job => {
  const { client, settings } = asker
  const most = settings.CEILINGS.work
  const charge = (work: number) => {
    if (client !== NOBODY) ledger.charge(client, clientRateOf(settings), work)
    if (job.work > most) throw new CeilingError('too_much_work', `a stream takes up to ${most} steps of work`)
  }
  const job: Job = new Job({ turns, meter, room: roomFor(asker, ledger), charge })
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
