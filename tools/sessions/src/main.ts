import { parseArgs } from 'node:util'
import { limits } from '@runnel/edge-worker/limits'
import { crash } from './crash.ts'
import { trySlowReaders, type Way } from './slow-readers.ts'

const usage = `node tools/sessions/src/main.ts crash [--tries 50] [--seed 1]
  kills workerd with SIGKILL in the middle of four sessions, starts it again and lets them go on; status 1 when
  anything was lost or came twice
node tools/sessions/src/main.ts slow-readers [--readers 100] [--chunks 128]
  pushes chunks of 8 KB to sessions without readers, then with WebSockets, then with event streams that never read, and
  says how much was sent to them; status 1 when it is more than a socket's window`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tries: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    readers: { type: 'string', default: '100' },
    chunks: { type: 'string', default: '128' },
  },
})

const crashes = async (): Promise<void> => {
  let failed = 0
  for (let i = 0; i < Number(values.tries); i++) {
    const seed = Number(values.seed) + i
    const { acceptedBefore, receivedBefore, faults } = await crash(seed)
    const result = faults.join('; ') || 'nothing lost, nothing twice'
    console.log(`seed ${seed}: killed after ${acceptedBefore} chunks and ${receivedBefore} events: ${result}`)
    if (faults.length > 0) failed++
  }
  console.log(`${values.tries} tries, ${failed} with something lost or twice`)
  if (failed > 0) process.exitCode = 1
}

/** Bytes that may be sent ahead of a reader at a socket, with frames and marks. */
const MOST = limits.windowBytes * 1.02

const slowReaders = async (): Promise<void> => {
  for (const way of ['none', 'socket', 'events'] satisfies Way[]) {
    const { before, after, offered, sent } = await trySlowReaders(
      way,
      Number(values.readers),
      Number(values.chunks),
    )
    console.log(
      `${way}: ${offered} bytes offered to each, ${sent} at the most were sent; workerd had ${before} MiB, has ${after} MiB`,
    )
    if (way === 'socket' && sent > MOST) process.exitCode = 1
  }
}

switch (positionals[0]) {
  case 'crash':
    await crashes()
    break
  case 'slow-readers':
    await slowReaders()
    break
  default:
    console.error(usage)
    process.exitCode = 2
}
