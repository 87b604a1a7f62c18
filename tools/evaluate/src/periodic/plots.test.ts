import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { drawPeriodic } from './plots.ts'

const root = path.join(import.meta.dirname, '../../../..')
const page = readFileSync(path.join(root, 'docs/periodic.md'), 'utf8')

test.each(drawPeriodic(page))('$file is of the table that the page has, and shown there', ({ file, svg }) => {
  expect(readFileSync(path.join(root, file), 'utf8')).toBe(svg)
  expect(svg.match(/<path d="M64,/g)?.length).toBeGreaterThan(3)
  expect(page).toContain(`](${path.basename(file)})`)
})
