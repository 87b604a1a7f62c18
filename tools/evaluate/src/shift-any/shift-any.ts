import { findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'
import type { Report } from '../report.ts'
import { columns, measureNet, SEED, STREAMS } from './measure-net.ts'

/** Streams measured: so many that chance hardly counts. */
const MANY = 20_000

/** The net that ships, on streams of unknown shift. `--model FILE` measures another. */
export const shiftAny = async (
  advance: (done: number) => void,
  [, file]: readonly string[],
): Promise<Report> => {
  const model = await loadModel(file ? new URL(`file://${file}`) : await findModel('shift-any'))
  const [{ cell, units }] = model.config.layers
  const rows = [STREAMS, MANY].map((count, i) => {
    const { cells } = measureNet(model, count)
    advance((i + 1) / 2)
    return [model.config.name, `${cell}-${units}`, count.toLocaleString('en'), ...cells]
  })
  return {
    title: 'Caesar of any shift, one step a letter',
    about:
      `Streams of the Brown corpus that start at a word, each under a random shift ` +
      `(seed ${SEED}): streams whose nth letter is right. Lost: letters wrong among the 100 after the shift changed, ` +
      'which it does at letter 100, in as many other streams. Of 2,000 streams one is 0.05 %, so that many more are read too.',
    columns: ['model', 'net', 'streams', ...columns],
    rows,
  }
}
