import type { Message } from '../messages.ts'
import type { Workerd } from '../start-workerd.ts'
import type { FairnessFindings } from './tally.ts'

/** Clients that read English while others attack. */
export interface EnglishOptions {
  workerd: Workerd
  message: Message
  /** Bytes of a chunk. */
  chunk: number
  findings: FairnessFindings
}

/** Sends a message chunk by chunk as somebody types, and compares what comes out. Nothing is sent twice. */
export const readEnglish = async (
  { workerd, message, chunk, findings }: EnglishOptions,
  signal: AbortSignal,
): Promise<void> => {
  const { url } = workerd
  const from = { 'cf-connecting-ip': '203.0.113.1' }
  const opened = await fetch(new URL('/v1/sessions', url), { method: 'POST', headers: from })
  const { id, token } = (await opened.json()) as { id: string; token: string }
  const headers = { ...from, authorization: `Bearer ${token}` }
  // Bytes, so that no character is lost where one is cut.
  const bytes = Buffer.from(message.ciphertext)
  let seq = 0
  for (let at = 0; at < bytes.length; at += chunk) {
    if (signal.aborted) return
    const end = at + chunk >= bytes.length
    const [start, used] = [performance.now(), workerd.cpuTime()]
    const response = await fetch(
      new URL(`/v1/sessions/${id}/chunks?seq=${seq++}${end ? '&end=true' : ''}`, url),
      {
        method: 'POST',
        headers,
        body: bytes.subarray(at, at + chunk),
      },
    )
    const answer = await response.text()
    findings.chunks.push(performance.now() - start)
    findings.chunksWork.push(workerd.cpuTime() - used)
    if (response.status !== 200) {
      findings.faults.push(`a chunk of English: ${response.status} ${answer}`)
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const events = await (await fetch(new URL(`/v1/sessions/${id}/events`, url), { headers })).text()
  const text = Array.from(
    events.matchAll(/^data: (\{"type":"final".*\})$/gm),
    ([, json]) => JSON.parse(json).text,
  ).join('')
  if (text !== message.finals)
    findings.faults.push('a session of English came out otherwise than uninterrupted')
  await fetch(new URL(`/v1/sessions/${id}`, url), { method: 'DELETE', headers })
}
