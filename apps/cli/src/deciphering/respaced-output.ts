import { finalText, loadCounts } from '@runnel/decipher'
import { createRespacer } from '@runnel/decipher/respace'
import { type ConsoleStreams, write } from '../console-streams.ts'
import type { Output } from './output.ts'

/** Makes an output of text with spaces where words end, by the counts that ship; what is sure is written as it arrives. */
export const createRespacedOutput = async ({ stdout }: ConsoleStreams): Promise<Output> => {
  const { englishCounts } = await import('@runnel/models/english-counts')
  const respacer = createRespacer(await loadCounts(englishCounts))
  return async (events) => {
    const isEnd = events.some(({ type }) => type === 'done')
    const end = stdout.isTTY ? '\n' : ''
    const text = respacer.push(finalText(events)) + (isEnd ? respacer.flush() + end : '')
    if (text) await write(stdout, text)
  }
}
