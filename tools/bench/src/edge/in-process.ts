import { createDecipherer, type DecipherOptions, loadCounts } from '@runnel/decipher'
import { findCounts, findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'

/** Texts to decipher inside workerd, without HTTP. */
interface Task {
  texts: readonly string[]
  options: Omit<DecipherOptions, 'model'>
  /** Times over. */
  times: number
}

/** A Worker that deciphers a text that it is given, as often as it is told: what streaming over HTTP is measured against. */
export default {
  async fetch(request: Request): Promise<Response> {
    if (request.method !== 'POST') return new Response('ok')
    const { texts, options, times } = (await request.json()) as Task
    const model = options.key === undefined ? await loadModel(await findModel('english')) : undefined
    const counts = model && (await loadCounts(await findCounts('english')))
    const { createSession } = createDecipherer({ ...options, model, counts })
    const chunks = texts.map((text) => new TextEncoder().encode(text))
    let letters = 0
    for (const bytes of Array.from({ length: times }, () => chunks).flat()) {
      const session = createSession()
      for (let start = 0; start < bytes.length; start += 4096)
        session.push(bytes.subarray(start, start + 4096))
      const done = session.flush().at(-1)
      if (done?.type === 'done') letters += done.letters
      session.free()
    }
    return Response.json({ letters })
  },
}
