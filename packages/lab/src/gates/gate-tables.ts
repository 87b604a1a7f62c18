import { lineChart } from '../line-chart.ts'
import { percent } from '../percent.ts'
import type { Table } from '../question.ts'
import { AFTER } from './cipher-streams.ts'
import type { ChangeRead, ChangeStep } from './read-change.ts'
import { PLACES, type PlacesRead } from './read-places.ts'

/** Characters under the new key that the table shows. */
const AROUND = [1, 2, 3, 5, 10, 15, 20, 40]

/** Gates at spaces, at first letters and at others. */
export const placesTable = ({ places }: PlacesRead): Table => ({
  title: 'Gates while deciphering',
  columns: [
    { title: 'at' },
    { title: 'mean update gate z', tolerance: { absolute: 0.02 } },
    { title: 'units kept (z > 0.9), %', tolerance: { absolute: 2 } },
    { title: 'mean reset gate r', tolerance: { absolute: 0.02 } },
    { title: 'state moved, %', tolerance: { absolute: 3 } },
  ],
  rows: PLACES.map((place) => {
    const { z, kept, r, moved } = places[place]
    return [place, z.toFixed(3), percent(kept), r.toFixed(3), percent(moved)]
  }),
})

/** Gates and slow units after a change of key, beside the same text where it stayed. */
export const changeTable = ({ changed, stayed }: ChangeRead): Table => ({
  title: 'A change of key',
  columns: [
    { title: 'characters under the new key' },
    ...['z', 'z, key stayed', 'r', 'r, key stayed'].map((title) => ({
      title,
      tolerance: { absolute: 0.02 },
    })),
    ...['slow units alike', 'alike, key stayed'].map((title) => ({ title, tolerance: { absolute: 0.06 } })),
    { title: 'belief in the new key, %', tolerance: { absolute: 6 } },
  ],
  rows: AROUND.map((count) => {
    const [now, control] = [changed[count - 1], stayed[count - 1]]
    const figures = [now.z, control.z, now.r, control.r, now.alike, control.alike]
    return [String(count), ...figures.map((figure) => figure.toFixed(3)), percent(now.rightKey)]
  }),
})

/** The same as curves. */
export const changeChart = ({ changed, stayed }: ChangeRead): string => {
  const points = (steps: readonly ChangeStep[], of: keyof ChangeStep) =>
    steps.map((step, i) => ({ x: i + 1, y: step[of] }))
  return lineChart({
    title: 'shift-any after a change of key',
    x: { label: 'characters under the new key', domain: [1, AFTER] },
    y: { label: 'mean over streams', domain: [0, 1] },
    series: [
      { label: 'update gate z', points: points(changed, 'z') },
      { label: 'z, key stayed', points: points(stayed, 'z') },
      { label: 'reset gate r', points: points(changed, 'r') },
      { label: 'slow units alike', points: points(changed, 'alike') },
      { label: 'alike, key stayed', points: points(stayed, 'alike') },
      { label: 'belief in the new key', points: points(changed, 'rightKey') },
    ],
  })
}
