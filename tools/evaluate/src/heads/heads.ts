import { writeFileSync } from 'node:fs'
import { englishCorpus } from '@runnel/corpus'
import { lineChart } from '@runnel/lab'
import { loadDefaultEngine } from '@runnel/rnn-model'
import { trainNetwork } from '@runnel/rnn-model/train'
import { createModel } from '@runnel/rnn-model/typed-array'
import type { Report } from '../report.ts'
import { rightAt } from '../shift-any/accuracy.ts'
import { columns, measureNet, SEED, STREAMS } from '../shift-any/measure-net.ts'
import { nets } from './nets.ts'

/** Compares heads and cells of nets that read Caesar of unknown shift, each trained here from nothing. */
export const heads = async (advance: (done: number) => void): Promise<Report> => {
  const { train, validate } = englishCorpus()
  const engine = await loadDefaultEngine()
  const trained = nets()
  const rows: string[][] = []
  const series: { label: string; points: { x: number; y: number }[] }[] = []
  for (const { label, config, options } of trained) {
    const { definition, characters, seconds } = await trainNetwork(config, train, validate, options, {
      onProgress: ({ step, steps }) => advance((rows.length + step / steps) / trained.length),
    })
    const { streams, cells } = measureNet(createModel(definition, label, engine))
    const weights = Object.values(definition.weights).reduce((sum, { values }) => sum + values.length, 0)
    rows.push([
      label,
      weights.toLocaleString('en'),
      ...cells,
      `${(characters / 1e6).toFixed(1)} M in ${Math.round(seconds)} s`,
    ])
    series.push({
      label,
      points: Array.from({ length: 100 }, (_, i) => ({ x: i + 1, y: 100 * rightAt(streams, i + 1) })),
    })
  }
  writeFileSync(
    'docs/heads.svg',
    lineChart({
      title: 'Caesar of unknown shift: letters right after so many letters',
      x: { label: 'letters read', logarithmic: true, domain: [1, 100] },
      y: { label: 'streams whose letter is right, %', domain: [0, 100] },
      series,
    }),
  )
  return {
    page: 'docs/training.md',
    title: 'Heads and cells',
    about:
      `Nets that read Caesar of unknown shift, trained alike (seed 1, the text in [corpus.md](corpus.md)) and measured on ` +
      `${STREAMS.toLocaleString('en')} streams of the Brown corpus that start at a word (seed ${SEED}): streams whose nth ` +
      'letter is right; letters lost among the 100 after a change of shift at letter 100.',
    columns: ['head and cell', 'weights', ...columns, 'trained on'],
    rows,
  }
}
