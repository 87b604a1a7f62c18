import { parseArgs } from 'node:util'
import colors from 'picocolors'
import { decipherSample } from './live-sample.ts'
import { type Service, startService } from './service.ts'

const usage = `npm start [-- --once] [-- --port N]

Starts the edge service on workerd at 127.0.0.1, with the page at /, deciphers a sample through it, live, and serves until ^C.

  --once    end after the sample
  --port N  port to serve at (8787)
  --help    this text`

const options = () => {
  try {
    const { values } = parseArgs({
      options: {
        once: { type: 'boolean', default: false },
        port: { type: 'string', default: '8787' },
        help: { type: 'boolean', default: false },
      },
    })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw new Error(`--port: expected a number from 1 to 65535, received ${values.port}`)
    }
    return { ...values, port }
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`)
    process.exit(2)
  }
}

const main = async (): Promise<number> => {
  const { once, port, help } = options()
  if (help) {
    console.log(usage)
    return 0
  }
  const ended = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ended.abort())
  let service: Service | undefined
  try {
    console.log(colors.dim('Starting the edge service …'))
    service = await startService(port, { signal: ended.signal })
    console.log(
      colors.dim(`A message in cipher streams to ${service.url}/v1/decipher, its plaintext back:\n`),
    )
    const { done, sentBeforeFirst, ciphertext } = await decipherSample(service.url, process.stdout)
    console.log(
      colors.dim(
        `${done.letters} letters, ${done.cipher}, ${Object.entries(done.key).flat().join(' ')}; the first plaintext came when ` +
          `${sentBeforeFirst} of ${ciphertext.length} characters had been sent.`,
      ),
    )
    if (once) return 0
    console.log(`
Serving at ${colors.bold(service.url)} until ^C: open it in a browser, or type ciphertext and watch it being read:
  curl -N -X POST -T . ${service.url}/v1/decipher`)
    await Promise.race([
      waitFor(ended.signal),
      new Promise((resolve) => service?.process.once('exit', resolve)),
    ])
    return ended.signal.aborted ? 0 : 1
  } catch (error) {
    if (ended.signal.aborted) return 130
    console.error((error as Error).message)
    return 1
  } finally {
    await service?.stop()
  }
}

const waitFor = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve())))

process.exit(await main())
