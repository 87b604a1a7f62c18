import { scaleLinear, scaleLog } from 'd3-scale'
import { line } from 'd3-shape'

/** An axis: what it counts, and whether each step is a factor. */
export interface Axis {
  label: string
  logarithmic?: boolean
  /** First and last value; as the points have them when not given. */
  domain?: [number, number]
}

/** A curve. */
export interface Series {
  label: string
  points: readonly { x: number; y: number }[]
}

/** A chart: title, axes and curves. */
export interface LineChart {
  title: string
  x: Axis
  y: Axis
  series: readonly Series[]
}

/** Of the field that curves are drawn in, and what stands around it. */
const [FIELD, HEIGHT, LEFT, TOP, BOTTOM] = [480, 400, 64, 40, 52]
/** About the width of a letter, for the labels at the right. */
const LETTER = 6.5
const END = LEFT + FIELD
const COLOURS = ['#2563eb', '#d97706', '#059669', '#dc2626', '#7c3aed', '#0891b2', '#4b5563', '#db2777']

/** Draws curves over two axes, as SVG. */
export const lineChart = ({ title, x, y, series }: LineChart): string => {
  const points = series.flatMap((one) => one.points)
  const scale = (axis: Axis, values: number[], range: [number, number]) => {
    const domain = axis.domain ?? [Math.min(...values), Math.max(...values)]
    return axis.logarithmic
      ? scaleLog().domain(domain).range(range)
      : axis.domain
        ? scaleLinear().domain(domain).range(range)
        : scaleLinear().domain(domain).range(range).nice()
  }
  const across = scale(
    x,
    points.map((point) => point.x),
    [LEFT, END],
  )
  const up = scale(
    y,
    points.map((point) => point.y),
    [HEIGHT - BOTTOM, TOP],
  )
  const path = line<{ x: number; y: number }>()
    .x((point) => across(point.x))
    .y((point) => up(point.y))
  const colour = (index: number): string => COLOURS[index % COLOURS.length]
  /** Curves beyond the colours are dashed. */
  const dashes = (index: number): string => (index < COLOURS.length ? '' : ' stroke-dasharray="6 4"')
  const middle = (LEFT + END) / 2
  const longest = Math.max(...series.map(({ label }) => label.length))
  const width = Math.ceil(END + 28 + LETTER * longest)
  const parts = [
    `<text x="${middle}" y="20" text-anchor="middle" font-size="15">${escaped(title)}</text>`,
    `<text x="${middle}" y="${HEIGHT - 10}" text-anchor="middle">${escaped(x.label)}</text>`,
    `<text transform="translate(16 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${escaped(y.label)}</text>`,
    ...across.ticks(8).map((tick) => {
      const at = across(tick).toFixed(1)
      const text = across.tickFormat(8)(tick)
      return `<line x1="${at}" x2="${at}" y1="${TOP}" y2="${HEIGHT - BOTTOM}" stroke="#e5e7eb"/><text x="${at}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${text}</text>`
    }),
    ...up.ticks(6).map((tick) => {
      const at = up(tick).toFixed(1)
      const text = up.tickFormat(6)(tick)
      return `<line x1="${LEFT}" x2="${END}" y1="${at}" y2="${at}" stroke="#e5e7eb"/><text x="${LEFT - 8}" y="${at}" dy="4" text-anchor="end">${text}</text>`
    }),
    ...series.flatMap(({ label, points: curve }, index) => [
      `<path d="${path([...curve]) ?? ''}" fill="none" stroke="${colour(index)}" stroke-width="2"${dashes(index)}/>`,
      `<text x="${END + 12}" y="${TOP + 16 + 20 * index}" fill="${colour(index)}">${escaped(label)}</text>`,
    ]),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#ffffff"/>
${parts.join('\n')}
</svg>
`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
