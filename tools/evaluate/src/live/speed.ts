import { loadavg } from 'node:os'
import { createCipher } from '@runnel/core'
import { brown } from '@runnel/corpus'
import { type Counts, createDecipherer, watchModes } from '@runnel/decipher'
import type { RnnModel } from '@runnel/rnn-model'
import { openCounts, openModel } from '../open-model.ts'
import type { Report } from '../report.ts'

const CHUNK = 4096

/** The speed of deciphering the first million characters of the Brown corpus; wants a machine that does nothing else. */
export const liveSpeed = async (): Promise<Report> => ({
  ...speedTable(await openModel('english'), brown.read().slice(0, 1_000_000), await openCounts()),
  page: 'docs/live-inference.md',
})

/**
 * Characters a second of each way to watch, next to the bare net: in turn, piece by piece, so that a busy machine
 * is as busy for all of them.
 */
export const speedTable = (model: RnnModel, text: string, counts?: Counts): Report => {
  const ciphertext = createCipher('caesar').encrypt(text, { shift: 3 })
  const state = model.createState()
  const seconds = { bare: 0, every: 0, adaptive: 0, off: 0 }
  const sessions = watchModes.map((watch) =>
    createDecipherer({ model, counts, cipher: 'caesar', watch }).createSession(),
  )
  const measure = (name: keyof typeof seconds, act: () => void): void => {
    const started = performance.now()
    act()
    seconds[name] += (performance.now() - started) / 1000
  }
  for (let from = 0; from < text.length; from += CHUNK) {
    const ids = model.tokenizer.encode(text.slice(from, from + CHUNK))
    measure('bare', () => {
      for (let i = 0; i < ids.length; i++) model.step(ids[i], state)
    })
    watchModes.forEach((watch, i) => {
      measure(watch, () => {
        sessions[i].push(ciphertext.slice(from, from + CHUNK))
      })
    })
  }
  const rate = (name: keyof typeof seconds): number => text.length / seconds[name]
  return {
    title: 'Speed',
    about:
      `${Math.round(text.length).toLocaleString('en')} characters of Caesar in chunks of ${CHUNK}, each way in turn; ` +
      `the bare net reads the plaintext one step a call. The machine's load was ${loadavg()[0].toFixed(1)}.`,
    columns: ['watch', 'asked', 'characters/s', 'as a share of the bare net'],
    rows: (['bare', ...watchModes] as const).map((name) => [
      name === 'bare' ? 'bare net' : name,
      asked[name],
      Math.round(rate(name)).toLocaleString('en'),
      (rate(name) / rate('bare')).toFixed(2),
    ]),
  }
}

const asked = {
  bare: '',
  every: 'at least 0.8 of the bare net',
  adaptive: 'at least 8 times the bare net',
  off: 'at least 20,000,000',
}
