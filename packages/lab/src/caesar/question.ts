import { percent } from '../percent.ts'
import type { Answer, Question } from '../question.ts'
import { startTensorflow } from '../tensorflow/start-tensorflow.ts'
import { feedings } from './feedings.ts'
import { NETS, trainCaesar } from './known-and-unknown.ts'
import { LENGTH } from './padded-pairs.ts'
import { type Compared, comparedTable, feedingTable, windowChart, windowTable } from './tables.ts'
import type { PaddedResult } from './train-padded.ts'
import { type ReadInWindows, readInWindows } from './windows-and-live.ts'

/** Characters to learn from: a shift that is not known takes more. */
const CHARACTERS = { known: 500_000, unknown: 4_000_000 }
const TEXT = 400_000
/** Batches of 32 sentences for the nets of TensorFlow.js. */
const STEPS = 60

/** The fifth question: Caesar, with and without memory, and how to feed the net. */
export const caesar: Question = {
  title: 'Caesar: what a recurrent net is good for, and how to feed it',
  async answer(context) {
    const { seed, signal, advance } = context
    await startTensorflow()
    const { trainPadded } = await import('./train-padded.ts')
    const text = await context.readText(TEXT, (done) => advance(0.1 * done, 'writing text'))
    const compared: Compared[] = []
    let windows: ReadInWindows = { fresh: [], carried: [], all: { fresh: 0, carried: 0 } }
    for (const shift of ['known', 'unknown'] as const) {
      for (const { name, recurrent } of NETS) {
        const { definition, right } = await trainCaesar(shift, recurrent, text, {
          characters: CHARACTERS[shift],
          seed,
          signal,
          advance: (done) => advance(0.1 + (compared.length + done) / 20, `${name}, shift ${shift}`),
        })
        compared.push({ shift, name, right })
        if (shift === 'unknown' && recurrent)
          windows = readInWindows(definition, text.held, { streams: 200, windows: 5, seed })
      }
    }
    const fed: PaddedResult[] = []
    const ways = feedings()
    for (const { name, feeding } of ways) {
      const progress = (done: number) => advance(0.3 + (0.7 * (fed.length + done)) / ways.length, name)
      fed.push(await trainPadded(feeding, text, { steps: STEPS, seed, signal, advance: progress }))
    }
    return toAnswer(compared, fed, windows, text.source, seed)
  },
}

const toAnswer = (
  compared: readonly Compared[],
  fed: readonly PaddedResult[],
  windows: ReadInWindows,
  source: string,
  seed: number,
): Answer => {
  const [oneHot, scalar, , collidedMasked, collided] = fed
  const [forwardKnown, recurrentKnown, forwardUnknown, recurrentUnknown] = compared.map(({ right }) => right)
  const { all } = windows
  return {
    finding: `With a known shift a feed-forward net gets ${percent(forwardKnown)} % of letters right and a SimpleRNN ${percent(recurrentKnown)} %, with an unknown one ${percent(forwardUnknown)} % and ${percent(recurrentUnknown)} %; ids as numbers cost ${percent(oneHot.right - scalar.right)} points against one-hot, a padding that collides with e leaves ${percent(collidedMasked.rightOfE)} % of e right if the loss is masked and ${percent(collided.rightOfB)} % of b if not, and a state that is carried reads ${percent(all.carried)} % where windows of ${LENGTH} read ${percent(all.fresh)} %.`,
    assignment: [
      'It says that a feed-forward net could learn the letter map and that an RNN does better, since it learns which letters are likely to follow.',
      recurrentKnown - forwardKnown < 0.01
        ? 'At a fixed shift it does not: the map of letters is all there is to learn, and one letter at a time is enough.'
        : 'At a fixed shift it did here.',
      recurrentUnknown - forwardUnknown > 0.1
        ? 'Where the shift is not known it does: a single letter tells almost nothing, and memory is what counts.'
        : 'Where the shift is not known it did not here.',
      `That the padding value has to differ from every character is right; the last rows of the second table show what happens otherwise. Of a mask it says nothing: without one this net got ${percent(fed[2].right)} % of real characters right, and what it reports, ${percent(fed[2].apparent)} %, counts padding as success. Windows of ${LENGTH} forget the key every ${LENGTH} characters; a stream needs no windows.`,
    ].join(' '),
    about: [
      `Known and unknown shift: nets of 64 units, trained by the kernels on ${CHARACTERS.known.toLocaleString('en')} and ${CHARACTERS.unknown.toLocaleString('en')} characters. With shift 3 they give the plaintext letter; with an unknown one they say which of 26 shifts it is (the letter follows). The feed-forward net is the same net with windows of one step and a state of zeros. Text: ${source}. Letters right on text not learned from; a stream of the SimpleRNN starts afresh every 500 characters or so.`,
      `Feeding: the assignment's net (SimpleRNN of 64 units, softmax at each time step) in TensorFlow.js, shift 3, ${STEPS} batches of 32 sentences of 10 to ${LENGTH} characters, padded at the end, Adam at 0.01; measured on 128 other sentences. A masked loss leaves out targets that equal the padding value, which is how masks are usually made, and so leaves out every e when they collide. Without a mask, e in the ciphertext asks the net for b where it is a letter and for e where it is padding. Reported is the share right of all places, padding counted in, which is what is shown where nobody masks it; nets with a mask never learned padding, so that it says nothing about them.`,
      `Windows: the SimpleRNN for unknown shifts reads 200 streams of five windows, each stream under one shift; the state starts from zeros in every window, or is carried. The first window, where both are the same, is left out. Seed ${seed}.`,
    ],
    tables: [comparedTable(compared), feedingTable(fed), windowTable(windows)],
    plots: [
      { name: 'caesar', title: 'Letters right against the place in a window', svg: windowChart(windows) },
    ],
  }
}
