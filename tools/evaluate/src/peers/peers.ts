import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Advance, countUp } from '../advance.ts'
import type { Case } from '../cases/case.ts'
import { parseCases } from '../cases/read-cases.ts'
import type { Report } from '../report.ts'
import { openCyberChef } from './cyberchef.ts'
import { openRunnel } from './front-door.ts'
import { columns, type Judged, judge, rowOf } from './judge.ts'
import type { Peer } from './peer.ts'

/**
 * Texts that people needed read, beside the tools that they go to: each is given the text alone.
 *
 * `--cases FOLDER` holds `cases.jsonl`, a ciphertext and its plaintext a line; `--count N` of them, `--only NAME` one tool,
 * `--list FILE` takes what became of each.
 */
export const peers = async (advance: Advance, words: readonly string[]): Promise<Report> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      cases: { type: 'string' },
      count: { type: 'string' },
      list: { type: 'string' },
      only: { type: 'string', default: '' },
    },
  })
  if (values.cases === undefined) throw new Error('--cases FOLDER: a folder with cases.jsonl is needed')
  const all = parseCases(readFileSync(path.join(values.cases, 'cases.jsonl'), 'utf8'))
  const cases = all.slice(0, values.count === undefined ? all.length : Number(values.count))
  const opens = { runnel: openRunnel, cyberchef: openCyberChef }
  const chosen = Object.entries(opens).filter(([name]) => name.startsWith(values.only))
  const tools = await Promise.all(chosen.map(([, open]) => open()))
  const count = countUp(advance, tools.length * cases.length, 'texts')
  const rows: string[][] = []
  const list: object[] = []
  for (const tool of tools) {
    const judged: Judged[] = []
    for (const given of cases) {
      const one = await timed(tool, given)
      judged.push(one)
      list.push({ tool: tool.name, id: given.id, ...one })
      count(1)
    }
    rows.push(rowOf(tool.name, judged))
  }
  if (values.list !== undefined) {
    writeFileSync(values.list, list.map((line) => `${JSON.stringify(line)}\n`).join(''))
  }
  return {
    title: 'Beside other tools',
    about:
      'Ciphertexts from puzzles, newspapers, issues and competitions, each given alone, no cipher named. Read: its letters and ' +
      'digits are right, whatever their case and the signs between; of guesses that are shown in part, what is shown. ' +
      'Told without a doubt: of Runnel a probability above 0.9; other tools name none.',
    columns,
    rows,
    page: 'docs/open-world.md',
  }
}

const timed = async (tool: Peer, { ciphertext, plaintext }: Case): Promise<Judged> => {
  const before = process.cpuUsage()
  const reading = await tool.read(ciphertext)
  const { user, system } = process.cpuUsage(before)
  return judge(reading, plaintext, (user + system) / 1000)
}
