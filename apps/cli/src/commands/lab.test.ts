import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { questions } from '@runnel/lab'
import { expect, test } from 'vitest'
import { runCaptured } from '../testing/run-captured.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'runnel-lab-'))

test('without a question, all are listed', async () => {
  const { status, stdout } = await runCaptured(['lab'])
  expect(status).toBe(0)
  expect(questions.map(({ name }) => name)).toEqual(['graph', 'vanishing', 'gates', 'truncation', 'caesar'])
  for (const { name, asks } of questions) expect(stdout).toMatch(new RegExp(`^${name} +${asks}$`, 'm'))
})

test('an answer is written as a page and a plot', async () => {
  const out = path.join(folder, 'graph')
  const { status, stdout, stderr } = await runCaptured(['lab', 'graph', '--y', '4,7', '--out', out])
  expect(status).toBe(0)
  expect(stdout).toContain('Found: h_1 = 2, h_2 = 3, ŷ_1 = 4, ŷ_2 = 6, L = 1, ')
  expect(stderr).toBe(`written to ${out}: graph.md, graph.svg\n`)
  expect(readdirSync(out)).toEqual(['graph.md', 'graph.svg'])
  const page = readFileSync(path.join(out, 'graph.md'), 'utf8')
  expect(page).toContain('| ∂L/∂h_2 | −4 | −4 | −4 |')
  expect(page).toContain('](graph.svg)')
})

test.each([
  [['nothing'], 2, 'Allowed choices are graph, vanishing, gates, truncation, caesar.'],
  [['gates', '--wh', '1'], 2, 'wh: expected the question graph beside it, received "gates"'],
  [['graph', '--x', '1'], 2, 'It has to be two numbers with a comma between, such as 10,10.'],
  [['graph', '--x', '1,2,3'], 2, 'It has to be two numbers with a comma between, such as 10,10.'],
  [['graph', '--wh', 'one'], 2, 'It has to be a number.'],
  [['graph', '--check', folder], 1, `cannot read ${path.join(folder, 'graph.md')}: there is no such file`],
])('%s ends with status %i', async (words, status, said) => {
  const result = await runCaptured(['lab', ...words])
  expect({ status: result.status, said: result.stderr }).toEqual({
    status,
    said: expect.stringContaining(said),
  })
})

test('a text that is too short to learn from is refused', async () => {
  const file = path.join(folder, 'short.txt')
  writeFileSync(file, 'Call me Ishmael.')
  const { status, stderr } = await runCaptured(['lab', 'truncation', '--text', file])
  expect(status).toBe(2)
  expect(stderr).toContain('text: expected at least 20000 characters, received "16 characters"')
})

test('^C stops, and nothing is written', async () => {
  const out = path.join(folder, 'stopped')
  const main = path.join(import.meta.dirname, '../main.ts')
  const child = spawn(process.execPath, [main, 'lab', 'vanishing', '--out', out], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  for await (const text of child.stderr.setEncoding('utf8')) {
    said += text
    if (said.includes('vanishing: ') && !child.killed) child.kill('SIGINT')
  }
  if (child.exitCode === null) await once(child, 'exit')
  expect(child.exitCode).toBe(1)
  expect(said).toMatch(/runnel: stopped before there was an answer\n$/)
  expect(existsSync(out)).toBe(false)
})

test('the page in docs says what the command finds; other numbers are told apart', async () => {
  const same = await runCaptured(['lab', 'graph', '--check', 'docs/lab'])
  expect(same).toMatchObject({ status: 0, stderr: 'docs/lab/graph.md says the same\n' })
  for (const value of ['h_1 = 2', 'h_2 = 3', 'ŷ_1 = 4', 'ŷ_2 = 6', 'L = 2', '∂L/∂h_1 = 0', '∂L/∂W_h = 8']) {
    expect(same.stdout).toContain(value)
  }
  const other = await runCaptured(['lab', 'graph', '--wh', '1.001', '--check', 'docs/lab'])
  expect(other.status).toBe(1)
  expect(other.stderr).toContain(
    'docs/lab/graph.md says something else:\n2.001, h_1: the page has 2, found 2.001\n',
  )
})
