import { findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'
import type { Report } from '../report.ts'
import { columns, measureNet, SEED, STREAMS } from './measure-net.ts'

/** The net that ships, on streams of unknown shift. `--model FILE` measures another. */
export const shiftAny = async (
  advance: (done: number) => void,
  [, file]: readonly string[],
): Promise<Report> => {
  const model = await loadModel(file ? new URL(`file://${file}`) : await findModel('shift-any'))
  const { cells } = measureNet(model)
  advance(1)
  const [{ cell, units }] = model.config.layers
  return {
    title: 'Caesar of any shift, one step a letter',
    about:
      `${STREAMS.toLocaleString('en')} streams of the Brown corpus that start at a word, each under a random shift ` +
      `(seed ${SEED}): streams whose nth letter is right. Lost: letters wrong among the 100 after the shift changed, ` +
      'which it does at letter 100, in as many other streams.',
    columns: ['model', 'net', ...columns],
    rows: [[model.config.name, `${cell}-${units}`, ...cells]],
  }
}
