import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { englishCorpus } from '@runnel/corpus'
import type { Advance } from '../advance.ts'
import type { Report } from '../report.ts'
import { SIGNS, signShares, underscores } from './count-signs.ts'

/** Shares of signs in the text that `english` was trained on and in this repository's own sources. */
export const signs = async (advance: Advance): Promise<Report> => {
  const listed = execFileSync('git', ['ls-files', '*.ts', '*.mjs', '*.md', '*.json', '*.yaml'], {
    encoding: 'utf8',
  })
  const files = listed.split('\n').filter((file) => file !== '' && !/\.weights\.|lock/.test(file))
  advance(0.1)
  const texts = [englishCorpus().train, files.map((file) => readFileSync(file, 'utf8')).join('\n')]
  const shares = signShares(texts)
  return {
    title: 'Signs',
    about:
      'In thousandths of all signs: the mean of the English training text, of the sources of this repository and of all alike. ' +
      `Underscores: ${underscores(texts)} for a thousand spaces.`,
    columns: ['sign', 'share'],
    rows: Array.from(SIGNS, (sign, i) => [`\`${sign === '|' ? '\\|' : sign}\``, String(shares[i])]),
  }
}
