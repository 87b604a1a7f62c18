import { parseArgs } from 'node:util'
import { otherCiphers } from '@runnel/decipher/again'
import { loadIdentifier } from '@runnel/decipher/identify'
import { identify } from '@runnel/models/identify'
import { type Advance, countUp } from '../advance.ts'
import { answer } from '../answers/answer.ts'
import { CONFIDENT } from '../answers/outcome.ts'
import { englishTexts } from '../english-text.ts'
import { openCounts, openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { hopelessTexts } from './hopeless-texts.ts'

/**
 * False claims of the second look, on texts that none of its ciphers has written, each given to all of them.
 *
 * `--count N` texts of each kind, `--only TEXT` those whose name has it, `--list` those that were read, `--text moby-dick`.
 */
export const again = async (advance: Advance, words: readonly string[]): Promise<Report> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '100' },
      only: { type: 'string', default: '' },
      list: { type: 'boolean', default: false },
      text: { type: 'string', default: englishTexts[0] },
    },
  })
  const means = otherCiphers({
    model: await openModel('english'),
    counts: await openCounts(),
    identifier: await loadIdentifier(identify),
  })
  const sets = hopelessTexts(values.text).filter(({ name }) => name.includes(values.only))
  const count = Number(values.count)
  const counter = countUp(advance, sets.length * count, 'texts')
  const rows = sets.map(({ name, text }) => {
    const claims = new Map<string, number>()
    for (let i = 0; i < count; i++) {
      const given = text(i)
      for (const other of means.others(given)) {
        const { cipher, probability, text: reading } = answer(other, given)
        if (probability <= CONFIDENT || cipher === 'unknown' || reading === given) continue
        claims.set(cipher, (claims.get(cipher) ?? 0) + 1)
        if (values.list) console.error(`${cipher} ${probability.toFixed(4)} ${given} -> ${reading}`)
      }
      counter(1)
    }
    const all = [...claims.values()].reduce((sum, one) => sum + one, 0)
    return [name, String(count), String(all), [...claims].map(([cipher, n]) => `${cipher} ${n}`).join(', ')]
  })
  return {
    title: 'False claims of the second look',
    about: `Texts that none of its ciphers has written, each given to all of them (${values.text}). Claimed: readings with a probability above ${CONFIDENT}.`,
    columns: ['', 'texts', 'claimed', 'as'],
    rows,
    page: 'docs/open-world.md',
  }
}
