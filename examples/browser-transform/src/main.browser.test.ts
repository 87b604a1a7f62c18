import { createDecipherer } from '@runnel/decipher'
import { createFixedShiftModel } from '@runnel/decipher/testing'
import { expect, test, vi } from 'vitest'
import { show, start } from './main.ts'

const model = createFixedShiftModel(3)
const decipherer = createDecipherer({ model })

/** A response whose body comes when the test says so. */
const response = () => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const send = (text: string) => writer.write(new TextEncoder().encode(text))
  return { response: new Response(readable), send, end: () => writer.close() }
}

test('a download is shown as it comes', async () => {
  const element = document.createElement('pre')
  const { response: download, send, end } = response()
  const showing = show(download, decipherer, element)
  await send('L Olnh ')
  await vi.waitFor(() => expect(element.textContent).toBe('I Like '))
  await send('Dssohv')
  await vi.waitFor(() => expect(element.textContent).toBe('I Like Apples'))
  await end()
  await showing
  expect(model.memory.states).toBe(0)
})

test('a signal stops it, and frees all', async () => {
  const element = document.createElement('pre')
  const { response: download, send } = response()
  const controller = new AbortController()
  const showing = show(download, decipherer, element, controller.signal)
  await send('gdwd')
  await vi.waitFor(() => expect(element.textContent).toBe('data'))
  controller.abort(new Error('enough'))
  await expect(showing).rejects.toThrow('enough')
  expect(model.memory.states).toBe(0)
})

test('from an address, with the model that ships', async () => {
  const element = document.createElement('pre')
  const ciphertext = new Blob(['L Olnh Dssohv, dqg L olnh shduv.'])
  await start(new URL(URL.createObjectURL(ciphertext)), element)
  expect(element.textContent).toBe('I Like Apples, and I like pears.')
})
