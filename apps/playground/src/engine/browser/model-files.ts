/** Addresses of the model, of the counts beside it, of counts that a search needs, by their names, and of other languages. */
export interface ModelFiles {
  readonly model: string
  readonly beside: string
  readonly counts: { readonly [name: string]: string }
  /** Counts of languages, by their codes: those that read, and those of the search for a substitution, where there are some. */
  readonly languages: { readonly [code: string]: readonly string[] }
}

/** The files of a model, fetched whole. Told as they come: bytes received, of all. */
export const fetchModel = async (
  { model, beside }: ModelFiles,
  tell: (received: number, total: number) => void,
): Promise<{ model: ArrayBuffer; counts: ArrayBuffer }> => {
  const progress = new Map<string, { received: number; total: number }>()
  const get = (url: string) =>
    fetchWhole(url, (received, total) => {
      progress.set(url, { received, total })
      const all = [...progress.values()]
      tell(
        all.reduce((sum, part) => sum + part.received, 0),
        all.reduce((sum, part) => sum + part.total, 0),
      )
    })
  const [modelFile, countsFile] = await Promise.all([get(model), get(beside)])
  return { model: modelFile, counts: countsFile }
}

/** A file, fetched whole. @throws Error when it does not arrive */
export const fetchWhole = async (
  url: string,
  tell: (received: number, total: number) => void = () => {},
): Promise<ArrayBuffer> => {
  const answer = await fetch(url)
  if (!answer.ok || !answer.body) throw new Error(`the server answered ${answer.status}`)
  const total = Number(answer.headers.get('Content-Length')) || 0
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let received = 0
  const reader = answer.body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value)
    received += part.value.length
    // Compressed on the way, it is longer than it said.
    tell(received, Math.max(total, received))
  }
  return new Blob(chunks).arrayBuffer()
}
