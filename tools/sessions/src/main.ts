import { parseArgs } from 'node:util'
import { crash } from './crash.ts'
import { trySlowReaders, type Way } from './slow-readers.ts'

const usage = `node tools/sessions/src/main.ts crash [--tries 50] [--seed 1]
  kills workerd with SIGKILL in the middle of four sessions, starts it again and lets them go on; status 1 when
  anything was lost or came twice
node tools/sessions/src/main.ts slow-readers [--readers 100] [--chunks 1300]
  pushes chunks of 8 KB to sessions without readers, then with WebSockets, then with event streams that never read, and
  says what memory workerd has; status 1 when such readers cost 128 MiB or more`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tries: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    readers: { type: 'string', default: '100' },
    chunks: { type: 'string', default: '1300' },
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

/** MiB that an isolate may hold. */
const ISOLATE = 128

const slowReaders = async (): Promise<void> => {
  const [readers, chunks] = [Number(values.readers), Number(values.chunks)]
  let control = 0
  for (const way of ['none', 'socket', 'events'] satisfies Way[]) {
    const { before, after, offered } = await trySlowReaders(way, readers, chunks)
    console.log(
      `${way}: ${offered.toFixed(1)} MiB offered to each; workerd had ${before} MiB, has ${after} MiB`,
    )
    if (way === 'none') control = after - before
    else if (after - before > control + ISOLATE) process.exitCode = 1
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
