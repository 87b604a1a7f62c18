import { type Chunk, InvalidOptionError } from '@runnel/core'
import fc from 'fast-check'
import type { Decipherer } from '../decipherer.ts'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents } from './all-events.ts'
import { anyChunks } from './arbitraries.ts'
import { createFixedShiftModel } from './fixed-shift-model.ts'
import type { Law } from './laws.ts'
import { createRecallingModel } from './recalling-model.ts'
import { same } from './same.ts'

/** Conditions under which a pipeline is run. */
export interface PipelineRun {
  /** Go on where this snapshot was taken. */
  snapshot?: Uint8Array
  /** Leave after so many outputs: cancel, unsubscribe, break. */
  leaveAfter?: number
}

/** The outcome of a pipeline. */
export interface PipelineResult {
  /** The settled text. */
  text: string
  /** The error that making or running it ended with. */
  error?: unknown
}

/**
 * One way of putting a decipherer between a source and a reader: operator, transform stream, iterable.
 *
 * It draws chunks from `source` as it wants them; a source may have no end, and may throw.
 */
export type Pipeline = (
  decipherer: Decipherer,
  source: Iterable<Chunk>,
  run: PipelineRun,
) => Promise<PipelineResult>

/** Ciphertext for ever; `drawn` counts, `closed` tells. */
const endless = () => {
  const noted = { drawn: 0, closed: false }
  function* chunks(): Generator<string> {
    try {
      while (true) {
        noted.drawn++
        yield 'gdwd'
      }
    } finally {
      noted.closed = true
    }
  }
  return { noted, chunks: chunks() }
}

/**
 * The laws of pipelines: resume, isolation, and that all memory is given back, however a pipeline ends.
 *
 * @param numRuns random streams tried for each law
 */
export const pipelineLaws = (numRuns = 50): Law<Pipeline>[] => {
  const recalling = createDecipherer({ model: createRecallingModel() })
  const model = createFixedShiftModel(3)
  const counted = createDecipherer({ model })
  /** Runs a pipeline, and checks that nothing of it is left. */
  const runs = async (pipeline: Pipeline, source: Iterable<Chunk>, run: PipelineRun = {}) => {
    const before = model.memory.states
    const result = await pipeline(counted, source, run)
    same(model.memory.states, before, 'states left')
    return result
  }
  return [
    {
      name: 'resume: a pipeline that starts from a snapshot goes on as if never interrupted',
      check: (pipeline) =>
        fc.assert(
          fc.asyncProperty(anyChunks, fc.nat(), async (chunks, at) => {
            const split = at % (chunks.length + 1)
            const session = recalling.createSession()
            const before = chunks.slice(0, split).flatMap((chunk) => session.push(chunk))
            const after = await pipeline(recalling, chunks.slice(split), { snapshot: session.snapshot() })
            same(finalText(before) + after.text, finalText(allEvents(recalling, chunks)), 'text')
          }),
          { numRuns },
        ),
    },
    {
      name: 'resume: a snapshot of another key is refused',
      check: async (pipeline) => {
        const snapshot = createDecipherer({ cipher: 'caesar', key: '5' }).createSession().snapshot()
        const { text, error } = await runs(pipeline, ['gdwd'], { snapshot })
        same([text, (error as Error | undefined)?.name], ['', 'SnapshotMismatchError'], 'result')
      },
    },
    {
      name: 'isolation: pipelines side by side give what each gives alone',
      check: (pipeline) =>
        fc.assert(
          fc.asyncProperty(anyChunks, anyChunks, async (...streams) => {
            const results = await Promise.all(streams.map((chunks) => pipeline(recalling, chunks, {})))
            for (const [i, chunks] of streams.entries()) {
              same(results[i].text, finalText(allEvents(recalling, chunks)), `text of stream ${i}`)
            }
          }),
          { numRuns },
        ),
    },
    {
      name: 'ending: at the end of the source all is settled, and freed',
      check: async (pipeline) => {
        same(await runs(pipeline, ['gd', 'wd\ud83d']), { text: 'data\ud83d' }, 'result')
        same(await runs(pipeline, []), { text: '' }, 'result of nothing')
      },
    },
    {
      name: 'ending: who leaves an endless source stops it, and all is freed',
      check: async (pipeline) => {
        const { noted, chunks } = endless()
        const { error } = await runs(pipeline, chunks, { leaveAfter: 5 })
        same([error, noted.closed, noted.drawn < 10], [undefined, true, true], `after ${noted.drawn} chunks`)
      },
    },
    {
      name: 'nothing lost: a fault of the source comes after what it gave, and all is freed',
      check: async (pipeline) => {
        const fault = new Error('the line is down')
        function* failing() {
          yield 'gd'
          yield 'wd'
          throw fault
        }
        const { text, error } = await runs(pipeline, failing())
        same([text, error === fault], ['data', true], 'result')
      },
    },
    {
      name: 'nothing lost: a chunk that is neither text nor bytes is a typed error, and all is freed',
      check: async (pipeline) => {
        const chunks = ['gd', 42 as unknown as string, 'wd']
        const { text, error } = await runs(pipeline, chunks)
        same([text, InvalidOptionError.isInstance(error)], ['da', true], 'result')
      },
    },
  ]
}
