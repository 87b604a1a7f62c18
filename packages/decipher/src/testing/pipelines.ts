import type { Chunk } from '@runnel/core'
import type { Decipherer } from '../decipherer.ts'
import type { ChunkSource } from '../pipelines/iterables.ts'
import type { PipelineOptions } from '../pipelines/streams.ts'
import type { DecipherEvent } from '../session/events.ts'
import type { Pipeline, PipelineResult } from './pipeline-laws.ts'
import { sourceOf } from './web-streams.ts'

/** The settled text in one output. */
export const textIn = (output: string | DecipherEvent): string =>
  typeof output === 'string' ? output : output.type === 'final' ? output.text : ''

const attempt = async (act: (text: (part: string) => void) => Promise<void>): Promise<PipelineResult> => {
  let text = ''
  try {
    await act((part) => {
      text += part
    })
    return { text }
  } catch (error) {
    return { text, error }
  }
}

/** The pipeline that is a transform stream. */
export const transformPipeline =
  (
    create: (
      decipherer: Decipherer,
      options: PipelineOptions,
    ) => TransformStream<Chunk, string | DecipherEvent>,
  ): Pipeline =>
  (decipherer, source, { snapshot, leaveAfter = Number.POSITIVE_INFINITY }) =>
    attempt(async (give) => {
      const reader = sourceOf(source).pipeThrough(create(decipherer, { snapshot })).getReader()
      for (let outputs = 0; outputs < leaveAfter; outputs++) {
        const { done, value } = await reader.read()
        if (done) return
        give(textIn(value))
      }
      await reader.cancel()
      // The pipe hears of it one turn later, and then stops the source.
      await new Promise((resolve) => setTimeout(resolve))
    })

/** The pipeline that is an iterable. */
export const iterablePipeline =
  (
    create: (
      decipherer: Decipherer,
      source: ChunkSource,
      options: PipelineOptions,
    ) => AsyncIterable<string | DecipherEvent>,
  ): Pipeline =>
  (decipherer, source, { snapshot, leaveAfter = Number.POSITIVE_INFINITY }) =>
    attempt(async (give) => {
      let outputs = 0
      for await (const output of create(decipherer, source, { snapshot })) {
        give(textIn(output))
        if (++outputs === leaveAfter) return
      }
    })
