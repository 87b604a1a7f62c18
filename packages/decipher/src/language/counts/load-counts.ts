import { createTokenizer, RunnelError } from '@runnel/core'
import { bytesOf, ModelFormatError, type ModelSource, openFile } from '@runnel/rnn-model'
import type { LanguageModel } from '../language-model.ts'
import { KIND, MOST_CONTEXTS, MOST_DEPTH } from './constants.ts'
import { createContextTable } from './context-table.ts'
import { CountedModel } from './counted-model.ts'
import type { Counts, CountsDefinition } from './counts.ts'
import { inflate } from './inflate.ts'
import { readTree, type TreeSizes } from './read-tree.ts'

/**
 * Loads counts and checks their file.
 *
 * @throws ModelLoadError when it cannot be fetched or read
 * @throws ModelFormatError when it is not one, cut short, altered, or of a later version
 * @example
 * import { loadCounts } from '@runnel/decipher'
 * import { findCounts } from '@runnel/models'
 * const counts = await loadCounts(await findCounts('english'))
 */
export const loadCounts = async (source: ModelSource): Promise<Counts> => {
  const { header, payload, sha256 } = await openFile(await bytesOf(source), KIND)
  const { name, tokenizer: symbols, ...sizes } = readHeader(header)
  const { alphabet, ...classes } = symbols
  const tokenizer = createTokenizer(alphabet, classes)
  const { vocabulary } = tokenizer
  const tree = readTree(await inflate(payload, sizes.length), { ...sizes, vocabulary })
  const counts = { name, id: sha256, tokenizer, depth: sizes.depth, ...createContextTable(tree) }
  return Object.freeze({ ...counts, beside: (model: LanguageModel) => new CountedModel(counts, model) })
}

interface Header extends Omit<TreeSizes, 'vocabulary'>, Pick<CountsDefinition, 'name' | 'tokenizer'> {
  /** Bytes of the payload, inflated. */
  readonly length: number
}

const readHeader = (bytes: Uint8Array): Header => {
  const wrong = (cause?: unknown) =>
    new ModelFormatError('header', 'the symbols and sizes of counts', 'something else', { cause })
  try {
    const header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Header
    const { name, tokenizer, depth, contexts, rows, length } = header
    const { alphabet, ...classes } = tokenizer
    const symbols = createTokenizer(alphabet, classes).vocabulary
    const isWithin = (value: number, most: number) => Number.isInteger(value) && value > 0 && value <= most
    const isSound =
      typeof name === 'string' &&
      isWithin(symbols, 256) &&
      isWithin(depth + 1, MOST_DEPTH + 1) &&
      isWithin(contexts, MOST_CONTEXTS) &&
      isWithin(rows, contexts) &&
      isWithin(length, 2 * contexts * symbols * 2)
    if (isSound) return header
  } catch (cause) {
    throw wrong(RunnelError.isInstance(cause) || cause instanceof Error ? cause : undefined)
  }
  throw wrong()
}
