import { issueWatching, openTarget, readEvents, type Target } from './targets.ts'

/** Sessions of a client that does nothing while others attack. */
export interface Canaries {
  targets: Target[]
  /** Lists the sessions that are no longer as they were; empty when all is well. */
  check(): Promise<string[]>
  /** Goes on with each to its end, and lists those that came out wrong; empty when all is well. */
  finish(): Promise<string[]>
}

/** Opens sessions, each halfway through a message. */
export const openCanaries = async (url: URL, count: number): Promise<Canaries> => {
  const targets: Target[] = []
  for (let i = 0; i < count; i++) {
    const target = await openTarget(url, 'L Olnh ')
    targets.push({ ...target, watching: await issueWatching(url, target) })
  }
  const before = await Promise.all(targets.map((target) => readEvents(url, target)))
  const send = async ({ id, token }: Target, query: string, body: string): Promise<string> => {
    const headers = { authorization: `Bearer ${token}` }
    const response = await fetch(new URL(`/v1/sessions/${id}/chunks?${query}`, url), {
      method: 'POST',
      headers,
      body,
    })
    return `${response.status} ${await response.text()}`
  }
  /** Has it live on: it would expire in the midst of a long attack. A chunk that is sent again is no sign of life. */
  const renew = async ({ id, token }: Target): Promise<void> => {
    const headers = { authorization: `Bearer ${token}` }
    await (await fetch(new URL(`/v1/sessions/${id}/renew`, url), { method: 'POST', headers })).text()
  }
  const unlike = (what: string, expected: string, received: string): string[] =>
    expected === received ? [] : [`${what}: expected ${expected}, received ${received}`]
  return {
    targets,
    check: async () => {
      await Promise.all(targets.map(renew))
      const found = targets.map(async (target, i) => [
        ...unlike('events of a canary', before[i], await readEvents(url, target)),
        // Sent again, so it changes nothing, and tells what comes next.
        ...unlike('next chunk of a canary', '200 {"next":1}', await send(target, 'seq=0', 'L Olnh ')),
      ])
      return (await Promise.all(found)).flat()
    },
    finish: async () => {
      const found = targets.map(async (target) => {
        const answer = await send(target, 'seq=1&end=true', 'Dssohv')
        const texts = (await readEvents(url, target)).matchAll(/"type":"final".*?"text":"([^"]*)"/g)
        return [
          ...unlike('end of a canary', '200 {"next":2}', answer),
          ...unlike('text of a canary', 'I Like Apples', Array.from(texts, ([, text]) => text).join('')),
        ]
      })
      return (await Promise.all(found)).flat()
    },
  }
}
