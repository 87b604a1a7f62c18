import { registerHooks } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

interface Chef {
  magic(text: string, options: object): Promise<{ value: { data: string }[] }>
}

/** It names files of its dependencies as bundlers find them, without their endings. */
registerHooks({
  resolve(specifier, context, next) {
    for (const ending of ['', '.mjs', '.js']) {
      try {
        return next(specifier + ending, context)
      } catch (error) {
        if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error
      }
    }
    return next(specifier, context)
  },
})
const { from, depth } = workerData as { from: string; depth: number }
const { default: chef } = (await import(from)) as { default: Chef }
parentPort?.on('message', async (text: string) => {
  const { value } = await chef.magic(text, { depth, intensiveMode: true, crib: '' })
  parentPort?.postMessage(value.map(({ data }) => data))
})
parentPort?.postMessage('ready')
