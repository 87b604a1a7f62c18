import { createDecipherer, createDecipherStream, type Decipherer } from '@runnel/decipher'
import { caesar3 } from '@runnel/models/caesar-3'
import { loadModel } from '@runnel/rnn-model'

/** Shows a ciphertext in an element, deciphered while it downloads. */
export const start = async (url: URL, element: Element): Promise<void> => {
  const decipherer = createDecipherer({ model: await loadModel(caesar3) })
  await show(await fetch(url), decipherer, element)
}

/** Shows the text of a response as it comes; `signal` stops the download, and frees what it holds. */
export const show = async (
  { body }: Response,
  decipherer: Decipherer,
  element: Element,
  signal?: AbortSignal,
): Promise<void> => {
  if (!body) return
  await body
    // Where the text is not UTF-8, say so: new TextDecoderStream('windows-1251')
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(createDecipherStream(decipherer, { signal }))
    .pipeTo(new WritableStream({ write: (text) => element.append(text) }))
}
