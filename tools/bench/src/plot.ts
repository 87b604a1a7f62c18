import { ways } from './measure.ts'
import type { Findings } from './report.ts'

const [WIDTH, LEFT, ROW, BAR] = [760, 190, 22, 14]
const colours = { runnel: '#2563eb', native: '#9ca3af', other: '#d97706' }

const colourOf = (name: string): string => {
  if (name.startsWith('C,')) return colours.native
  return name.startsWith('wasm') || name === 'typed arrays' ? colours.runnel : colours.other
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Bars of characters a second on a logarithmic scale, one stream, each net below the other. */
export const plot = ({ nets }: Findings): string => {
  const parts: string[] = []
  let y = 30
  const most = 1e7
  const scale = (rate: number): number =>
    ((WIDTH - LEFT - 90) * Math.log10(Math.max(1, rate))) / Math.log10(most)
  for (const [net, { rates }] of nets) {
    parts.push(`<text x="8" y="${y}" font-weight="bold">${escaped(net)}</text>`)
    y += 10
    for (const [name, row] of rates) {
      const one = row.get(ways[0])?.median
      const whole = row.get(ways[1])?.median
      const rate = whole ?? one ?? 0
      const title = `${escaped(name)}: ${Math.round(rate).toLocaleString('en')}`
      parts.push(
        `<text x="${LEFT - 8}" y="${y + BAR - 2}" text-anchor="end">${escaped(name)}</text>`,
        `<rect x="${LEFT}" y="${y}" width="${scale(rate).toFixed(1)}" height="${BAR}" fill="${colourOf(name)}"><title>${title}</title></rect>`,
        `<text x="${(LEFT + scale(rate) + 6).toFixed(1)}" y="${y + BAR - 2}">${Math.round(rate).toLocaleString('en')}</text>`,
      )
      if (one && whole) {
        const x = (LEFT + scale(one)).toFixed(1)
        parts.push(
          `<line x1="${x}" x2="${x}" y1="${y - 2}" y2="${y + BAR + 2}" stroke="#111827" stroke-width="2"/>`,
        )
      }
      y += ROW
    }
    y += 24
  }
  parts.push(
    `<text x="8" y="${y}">Characters a second, logarithmic. Bars: 256 a call (tfjs: 1); black lines: 1 a call.</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y + 14}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#ffffff"/>
${parts.join('\n')}
</svg>
`
}
