import { lineChart } from '@runnel/lab'
import type { Curve } from './tables.ts'

const LETTERS = 24

/** Share of streams whose best key is right, against letters read: one line a contender and layout. */
export const plotCurves = (curves: readonly Curve[]): string =>
  lineChart({
    title: 'Caesar of unknown key: best key right after so many letters',
    x: { label: 'letters read', domain: [1, LETTERS] },
    y: { label: 'streams whose best key is right, %', domain: [0, 100] },
    series: curves.map(({ name, right }) => ({
      label: name,
      points: right.slice(0, LETTERS).map((share, n) => ({ x: n + 1, y: 100 * share })),
    })),
  })
