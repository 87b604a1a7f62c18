import type { Curve } from './tables.ts'

const [WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM] = [760, 420, 56, 20, 20, 44]
const LETTERS = 24
const colours = ['#2563eb', '#d97706', '#059669', '#7c3aed', '#dc2626', '#6b7280', '#0891b2', '#be185d']

/** Share of streams whose best key is right, against letters read: one line a contender and layout. */
export const plotCurves = (curves: readonly Curve[]): string => {
  const x = (letters: number): number => LEFT + ((letters - 1) / (LETTERS - 1)) * (WIDTH - LEFT - RIGHT)
  const y = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM)
  const parts: string[] = []
  for (let share = 0; share <= 1; share += 0.2) {
    parts.push(
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(share)}" y2="${y(share)}" stroke="#e5e7eb"/>`,
      `<text x="${LEFT - 8}" y="${y(share) + 4}" text-anchor="end">${Math.round(100 * share)} %</text>`,
    )
  }
  for (const letters of [1, 4, 8, 12, 16, 20, 24]) {
    parts.push(`<text x="${x(letters)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${letters}</text>`)
  }
  parts.push(`<text x="${(LEFT + WIDTH) / 2}" y="${HEIGHT - 8}" text-anchor="middle">letters read</text>`)
  curves.forEach(({ name, right }, i) => {
    const colour = colours[i % colours.length]
    const points = right
      .slice(0, LETTERS)
      .map((share, n) => `${x(n + 1).toFixed(1)},${y(share).toFixed(1)}`)
      .join(' ')
    const legend = HEIGHT - BOTTOM - 18 * (curves.length - i)
    parts.push(
      `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      `<line x1="${WIDTH - 330}" x2="${WIDTH - 306}" y1="${legend}" y2="${legend}" stroke="${colour}" stroke-width="2"/>`,
      `<text x="${WIDTH - 300}" y="${legend + 4}">${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`,
    )
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#ffffff"/>
${parts.join('\n')}
</svg>
`
}
