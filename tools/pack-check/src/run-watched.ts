import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Workbench } from './workbench.ts'

/** Files that a run loaded, and the text that it deciphered. */
export interface WatchedRun {
  /** Names of the files of the bundle that were loaded. */
  loaded: string[]
  /** The plaintext that it printed. */
  text: string
}

/** Deciphers a sentence of unknown key in Node with a bundle, and notes which of its files that takes. */
export const runWatched = (
  workbench: Workbench,
  files: Readonly<Record<string, string>>,
  entry: string,
): WatchedRun => {
  mkdirSync(path.join(workbench.project, 'watched'))
  for (const [name, text] of Object.entries(files)) workbench.write(`watched/${name}`, text)
  workbench.write(
    'watched.mjs',
    `import { registerHooks } from 'node:module'
const loaded = []
registerHooks({
  load(url, context, next) {
    if (url.includes('/watched/')) loaded.push(url.split('/').at(-1))
    return next(url, context)
  },
})
const { createDecipherer, loadModel } = await import('./watched/${entry}')
const { english } = await import('@runnel/models/english')
const session = createDecipherer({ model: await loadModel(english) }).createSession()
const events = [...session.push('Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl.'), ...session.flush()]
const text = events.map((event) => (event.type === 'final' ? event.text : '')).join('')
console.log(JSON.stringify({ loaded, text }))
`,
  )
  return JSON.parse(workbench.run(process.execPath, ['watched.mjs']))
}
