import { from, Observable, toArray } from 'rxjs'
import { expect, test } from 'vitest'
import { createFlow } from './flow.ts'

/** Gives numbers up to a last one, then ends or fails. */
const numbers = (last: number, failure?: Error) => {
  let given = 0
  const left: number[] = []
  const flow = createFlow<number>(
    async () => {
      if (given < last) return { done: false, value: ++given }
      if (failure) throw failure
      return { done: true, value: undefined }
    },
    () => left.push(given),
  )
  return { flow, left }
}

const collect = async (flow: AsyncIterable<number>): Promise<number[]> => {
  const values: number[] = []
  for await (const value of flow) values.push(value)
  return values
}

test('a loop gets all values, at its own pace', async () => {
  const { flow, left } = numbers(3)
  expect(await collect(flow)).toEqual([1, 2, 3])
  expect(left).toEqual([])
})

test('leaving the loop leaves the source', async () => {
  const { flow, left } = numbers(3)
  for await (const value of flow) if (value === 2) break
  expect(left).toEqual([2])
  expect(await collect(flow)).toEqual([])
})

test('RxJS takes it for an Observable, and unsubscribing leaves a source that is silent', async () => {
  expect(await new Promise((resolve) => from(numbers(3).flow).pipe(toArray()).subscribe(resolve))).toEqual([
    1, 2, 3,
  ])
  let left = false
  const silent = createFlow<number>(
    () => new Promise(() => {}),
    () => {
      left = true
    },
  )
  const source = from(silent)
  expect(source).toBeInstanceOf(Observable)
  const subscription = source.subscribe()
  await Promise.resolve()
  subscription.unsubscribe()
  expect(left).toBe(true)
})

test('a failure reaches the loop, and the observer', async () => {
  await expect(collect(numbers(1, new Error('gone')).flow)).rejects.toThrow('gone')
  const { flow } = numbers(1, new Error('gone'))
  const error = await new Promise((resolve) => flow.subscribe({ error: resolve }))
  expect(error).toEqual(new Error('gone'))
})

test('an observer that has unsubscribed hears nothing more', async () => {
  const { flow, left } = numbers(5)
  const heard: number[] = []
  await new Promise<void>((resolve) => {
    const subscription = flow.subscribe({
      next: (value) => {
        heard.push(value)
        if (value === 2) {
          subscription.unsubscribe()
          setTimeout(resolve)
        }
      },
      complete: () => heard.push(-1),
    })
  })
  expect(heard).toEqual([1, 2])
  expect(left).toEqual([2])
})
