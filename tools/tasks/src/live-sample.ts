import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ReadableStream as NodeReadableStream } from 'node:stream/web'
import type { DecipherEvent } from '@runnel/decipher'
import { createLogUpdate } from 'log-update'
import colors from 'picocolors'

/** Texts, last event and delay of the deciphered sample. */
export interface SampleResult {
  ciphertext: string
  plaintext: string
  done: Extract<DecipherEvent, { type: 'done' }>
  /** Characters of ciphertext that had been sent when the first plaintext came back. */
  sentBeforeFirst: number
}

/**
 * Sends the sample to the service a few characters at a time, as a slow sender would, and shows each line
 * of ciphertext with its plaintext beneath it while the answer streams back.
 */
export const decipherSample = async (url: string, output: NodeJS.WriteStream): Promise<SampleResult> => {
  const ciphertext = readFileSync(path.join(import.meta.dirname, 'sample.txt'), 'utf8')
  const view = output.isTTY ? terminalView(output) : () => {}
  let sent = ''
  let plaintext = ''
  let interim = ''
  let sentBeforeFirst = 0
  const show = () => view(sent, plaintext, interim)

  const body = NodeReadableStream.from(
    (async function* () {
      for (const piece of pieces(ciphertext)) {
        yield new TextEncoder().encode(piece)
        sent += piece
        show()
        await new Promise((resolve) => setTimeout(resolve, output.isTTY ? 25 : 10))
      }
    })(),
  )
  const answer = await fetch(`${url}/v1/decipher`, {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { accept: 'application/x-ndjson' },
  } as RequestInit)
  if (!answer.ok || !answer.body)
    throw new Error(`The service answered ${answer.status}: ${await answer.text()}`)
  let done: SampleResult['done'] | undefined
  for await (const event of events(answer.body)) {
    if (event.type === 'final') {
      if (plaintext === '') sentBeforeFirst = sent.length
      plaintext += event.text
      interim = ''
      if (!output.isTTY) output.write(event.text)
    } else if (event.type === 'interim') interim = event.text
    else if (event.type === 'done') done = event
    show()
  }
  if (!done || plaintext.length !== ciphertext.length)
    throw new Error('The answer ended before the sample did.')
  return { ciphertext, plaintext, done, sentBeforeFirst }
}

/** Pieces of 1 to 6 characters. */
function* pieces(text: string): Generator<string> {
  for (let from = 0, size = 1; from < text.length; from += size) {
    size = 1 + ((from * 7) % 6)
    yield text.slice(from, from + size)
  }
}

async function* events(body: ReadableStream<Uint8Array>): AsyncGenerator<DecipherEvent> {
  let rest = ''
  for await (const chunk of body.pipeThrough(
    new TextDecoderStream() as TransformStream<Uint8Array, string>,
  )) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line)
  }
}

/** Ciphertext dim, final plaintext bold beneath it, text that may still change in yellow. */
const terminalView = (output: NodeJS.WriteStream) => {
  const live = createLogUpdate(output, { showCursor: true })
  return (sent: string, plaintext: string, interim: string): void => {
    let settled = plaintext.length
    const plain = (plaintext + interim).split('\n').map((line) => {
      const sure = line.slice(0, Math.max(0, settled))
      settled -= line.length + 1
      return colors.bold(colors.cyan(sure)) + colors.yellow(line.slice(sure.length))
    })
    const lines = sent.split('\n').flatMap((line, i) => [colors.dim(line), plain[i] ?? ''])
    live(lines.join('\n'))
  }
}
