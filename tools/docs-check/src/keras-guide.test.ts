import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fenced } from './documents.ts'
import { alphabetAsKeras } from './keras-files.ts'

/** Inside this package, so that its dependencies are found. */
const folder = path.join(import.meta.dirname, '../.cache/keras-guide')

beforeAll(() => {
  mkdirSync(folder, { recursive: true })
  const { json, weights } = alphabetAsKeras()
  writeFileSync(path.join(folder, 'model.json'), json)
  writeFileSync(path.join(folder, 'weights.bin'), weights)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Saves a piece of code of the guide as a file. */
const save = (number: number, language: string, file: string): string => {
  const name = `docs/guides/keras-and-tfjs.md ${number}`
  const { code } = fenced(language).find((one) => one.name === name) as { code: string }
  writeFileSync(path.join(folder, file), code)
  return path.join(folder, file)
}

const run = (number: number): string => {
  const file = save(number, 'js', `step-${number}.mjs`)
  return execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' })
}

interface Served {
  default: { fetch(request: Request, env: object): Promise<Response> }
}

test('a GRU of Keras is converted, writes its text a character a call, and answers on a Worker', async () => {
  expect(run(1)).toBe('')
  expect(run(2)).toBe('bcdefghijklmnopqrstuvwxyz\n')
  const { default: worker }: Served = await import(pathToFileURL(save(1, 'ts', 'worker.ts')).href)
  const asked: string[] = []
  const env = {
    ASSETS: {
      async fetch(address: string) {
        asked.push(address)
        return new Response(readFileSync(path.join(folder, 'mine.runnel')))
      },
    },
  }
  for (const [sent, answered] of [
    ['hello', 'p'],
    ['xyz', ' '],
  ]) {
    const request = new Request('http://service/', { method: 'POST', body: sent })
    expect(await (await worker.fetch(request, env)).text()).toBe(answered)
  }
  expect(asked).toEqual(['https://assets/mine.runnel'])
})
