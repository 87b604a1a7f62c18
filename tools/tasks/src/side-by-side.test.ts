import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from 'vitest'

const file = path.join(import.meta.dirname, 'side-by-side.ts')

/** Words for Node: a program that runs others side by side, and writes which of them passed. */
const running = (...others: readonly string[]): string[] => {
  const programs = others.map((code, index) => ({
    title: `title ${index}`,
    command: process.execPath,
    words: ['--eval', code],
  }))
  const code = `import { sideBySide } from ${JSON.stringify(file)}
    console.log(await sideBySide(...${JSON.stringify(programs)}))`
  return ['--input-type=module', '--eval', code]
}

/** A program that writes a word now and then, and ends with a status. */
const saying = (word: string, times: number, status: number): string =>
  `let left = ${times}
   const say = () => {
     console.log('${word}')
     if (--left > 0) setTimeout(say, 20)
     else process.exitCode = ${status}
   }
   say()`

test('what programs say at once is shown one after another, and which of them passed', () => {
  const words = running(saying('first', 20, 0), saying('second', 3, 1), saying('third', 1, 0))
  const { stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  expect(stdout).toBe(
    `${'first\n'.repeat(20)}\n── title 1\n${'second\n'.repeat(3)}\n── title 2\nthird\n[ true, false, true ]\n`,
  )
})

test('they run at once, and SIGTERM ends all of them', async () => {
  // Neither ends by itself: the second could not begin after the first.
  const waiting = "console.log('waits'); setTimeout(() => {}, 60_000)"
  const both = spawn(process.execPath, running(waiting, waiting), { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  both.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (said === '') setTimeout(() => both.kill('SIGTERM'), 500)
    said += text
  })
  expect(await once(both, 'close')).toEqual([0, null])
  expect(said).toBe('waits\n\n── title 1\nwaits\n[ false, false ]\n')
})
