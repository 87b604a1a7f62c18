import { registerHooks } from 'node:module'
import path from 'node:path'
import { installApart } from '@runnel/tasks/install-apart'
import type { Peer } from './peer.ts'

interface Chef {
  magic(text: string, options: object): Promise<{ value: { data: string }[] }>
}

/** Levels of recipes that it tries one after another, as its own default. */
const DEPTH = 3

/** CyberChef's Magic in intensive mode, by its package. It shows of each guess the first 100 characters. */
export const openCyberChef = async (): Promise<Peer> => {
  const folder = path.join(import.meta.dirname, '../../apart')
  installApart(folder)
  findWithoutEndings()
  const from = path.join(folder, 'node_modules/cyberchef/src/node/index.mjs')
  const { default: chef } = (await import(from)) as { default: Chef }
  return {
    name: `CyberChef's Magic, intensive, ${DEPTH} deep`,
    async read(text) {
      const { value } = await quietly(() => chef.magic(text, { depth: DEPTH, intensiveMode: true, crib: '' }))
      return { guesses: value.map(({ data }) => data), isUnsure: value.length === 0 }
    },
  }
}

/** It names files of its dependencies as bundlers find them, without their endings. */
const findWithoutEndings = (): void => {
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
}

/** It prints the errors of each recipe that it tries. */
const quietly = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const streams = [process.stdout, process.stderr]
  const before = streams.map(({ write }) => write)
  for (const stream of streams) stream.write = () => true
  try {
    return await work()
  } finally {
    streams.forEach((stream, i) => {
      stream.write = before[i]
    })
  }
}
