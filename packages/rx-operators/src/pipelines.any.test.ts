import type { Chunk } from '@runnel/core'
import type { DecipherEvent, Decipherer } from '@runnel/decipher'
import { type Pipeline, pipelineLaws, textIn, transformPipeline } from '@runnel/decipher/testing'
import { from, type OperatorFunction, take } from 'rxjs'
import { ColdObservable } from 'rxjs-9'
import { describe, test } from 'vitest'
import { decipher, decipherEvents } from './decipher.ts'
import { fromReadable } from './from-readable.ts'
import * as web from './observable/index.ts'
import type { SubscriberLike } from './observable/platform.ts'
import type { ResumeOptions } from './steps.ts'
import { outcome } from './testing/outcome.ts'
import { toReadable } from './to-readable.ts'

type Output = string | DecipherEvent

/** The pipeline that is an operator of RxJS 7. */
const operatorPipeline =
  (create: (decipherer: Decipherer, options: ResumeOptions) => OperatorFunction<Chunk, Output>): Pipeline =>
  async (decipherer, source, { snapshot, leaveAfter = Number.POSITIVE_INFINITY }) => {
    try {
      const outputs = from(source).pipe(create(decipherer, { snapshot }), take(leaveAfter))
      const { values, completed: _, ...ending } = outcome(outputs)
      return { text: values.map(textIn).join(''), ...ending }
    } catch (error) {
      return { text: '', error }
    }
  }

type Maker = new <T>(init: (subscriber: SubscriberLike<T>) => void) => Observable<T>

/** The pipeline that is an operator of web Observables, made by `Kind`. */
const observablePipeline =
  (
    Kind: Maker,
    create: (decipherer: Decipherer, options: ResumeOptions) => web.ObservableOperator<Chunk, Output>,
  ): Pipeline =>
  async (decipherer, source, { snapshot, leaveAfter = Number.POSITIVE_INFINITY }) => {
    const result: { text: string; error?: unknown } = { text: '' }
    const chunks = new Kind<Chunk>((subscriber) => {
      for (const chunk of source) {
        subscriber.next(chunk)
        if (!subscriber.active) return
      }
      subscriber.complete()
    })
    const controller = new AbortController()
    let outputs = 0
    try {
      create(decipherer, { snapshot })(chunks).subscribe(
        {
          next(output) {
            result.text += textIn(output)
            if (++outputs >= leaveAfter) controller.abort()
          },
          error(error) {
            result.error = error
          },
        },
        controller,
      )
    } catch (error) {
      result.error = error
    }
    return result
  }

const { Observable: Platform } = globalThis as unknown as { Observable: Maker }
const Cold = ColdObservable as unknown as Maker

describe.each([
  ['decipher', operatorPipeline(decipher)],
  ['decipherEvents', operatorPipeline(decipherEvents)],
  ['decipher of the platform', observablePipeline(Platform, web.decipher)],
  ['decipherEvents of the platform', observablePipeline(Platform, web.decipherEvents)],
  ['decipher of rxjs 9', observablePipeline(Cold, web.decipher)],
  ['decipherEvents of rxjs 9', observablePipeline(Cold, web.decipherEvents)],
  [
    'decipher between fromReadable and toReadable',
    transformPipeline((decipherer, options) => {
      const { readable, writable } = new TransformStream<Chunk, Chunk>()
      return {
        writable,
        readable: toReadable(fromReadable(() => readable).pipe(decipher(decipherer, options))),
      }
    }),
  ],
])('%s keeps the laws of pipelines', (_, pipeline) => {
  test.each(pipelineLaws())('$name', ({ check }) => check(pipeline))
})
