import { breathe } from '../breathe.ts'
import { gatedStep, type OpenNet, zeroState } from '../gated-step.ts'
import { BEFORE, type CipherStream } from './cipher-streams.ts'
import { Averages, type GateMeans, gateMeans } from './gate-means.ts'

/** Kinds of place in a text, as a reader tells them apart. */
export const PLACES = ['space', 'first letter of a word', 'later letter'] as const
export type Place = (typeof PLACES)[number]

/** From where on a net that began with nothing has settled on a key. */
const SETTLED = 60

/** Means of gates while the key stays the same. */
export interface PlacesRead {
  places: Record<Place, GateMeans>
  /** Mean update gate of each unit, `[units]`. */
  updateOfUnit: Float64Array
  /** State of each stream where its key changes. */
  states: Float64Array[]
}

/** Reads streams up to where their key changes, and averages gates by place. Stops when `signal` is aborted. */
export const readPlaces = async (
  net: OpenNet,
  streams: readonly CipherStream[],
  signal: AbortSignal,
): Promise<PlacesRead> => {
  const averages = Object.fromEntries(
    PLACES.map((place) => [place, new Averages(['z', 'r', 'kept', 'moved'])]),
  )
  const updateOfUnit = new Float64Array(net.units)
  const states: Float64Array[] = []
  for (const { plain, changed } of streams) {
    await breathe(signal)
    let state = zeroState(net)
    for (let t = 0; t < BEFORE; t++) {
      const step = gatedStep(net, changed[t], state)
      state = step.after
      const place = placeOf(plain, t)
      if (t < SETTLED) continue
      if (place) averages[place].add(gateMeans(step))
      for (let i = 0; i < net.units; i++)
        updateOfUnit[i] += step.gates.z[i] / (streams.length * (BEFORE - SETTLED))
    }
    states.push(state)
  }
  const places = Object.fromEntries(PLACES.map((place) => [place, averages[place].mean()]))
  return { places: places as Record<Place, GateMeans>, updateOfUnit, states }
}

/** The kind of place that the character at `at` stands in; undefined for marks. */
export const placeOf = (text: string, at: number): Place | undefined => {
  if (text[at] === ' ') return 'space'
  if (!/[a-z]/i.test(text[at])) return undefined
  return /[a-z]/i.test(text[at - 1] ?? '') ? 'later letter' : 'first letter of a word'
}
