import { findModel } from '@runnel/models'
import { decodeModel, type ModelDefinition, tokenizerOf } from '@runnel/rnn-model'
import { cellTitles } from '../cell-titles.ts'
import { openNet } from '../gated-step.ts'
import { percent } from '../percent.ts'
import type { Answer, Question } from '../question.ts'
import { BEFORE, cipherStreams } from './cipher-streams.ts'
import { costChart, costTable, costVerdict, winners } from './cost-tables.ts'
import { BUDGETS, type Priced, priceNet, RATES } from './equal-cost.ts'
import { changeChart, changeTable, placesTable } from './gate-tables.ts'
import { PASSAGE } from './passage.ts'
import { type ChangeRead, readChange } from './read-change.ts'
import { type PlacesRead, readPlaces } from './read-places.ts'

const STREAMS = 80
const CHARACTERS = 1_500_000
/** From how far a mean gate has to move for a change of key to have opened or closed it. */
const OPENED = 0.1

/** The third question: what gates do, and when they are worth their cost. */
export const gates: Question = {
  title: 'What the gates of a GRU do, and when they are worth their cost',
  async answer(context) {
    const { seed, signal, advance } = context
    advance(0, 'gates while deciphering')
    const { places, change } = await lookInside(await openShiftAny(), seed, signal)
    const text = await context.readText(CHARACTERS, (done) => advance(0.1 * done, 'writing text'))
    const priced: Priced[] = []
    const nets = BUDGETS.flatMap((budget) => Object.entries(budget))
    for (const [i, [cell, units]] of nets.entries()) {
      const what = `${cellTitles[cell]} of ${units} units`
      const progress = (done: number) => advance(0.1 + (0.9 * (i + done)) / nets.length, what)
      priced.push(await priceNet(cell, units, text, CHARACTERS, context, progress))
    }
    return toAnswer(places, change, priced, text.source, seed)
  },
}

/** The model whose gates are looked at. */
export const openShiftAny = async (): Promise<ModelDefinition> => {
  const { base64 } = await findModel('shift-any')
  return decodeModel(Buffer.from(base64, 'base64'))
}

/** Reads the passage under changing keys, and averages what the gates of a net do. */
export const lookInside = async (
  definition: ModelDefinition,
  seed: number,
  signal: AbortSignal,
): Promise<{ places: PlacesRead; change: ChangeRead }> => {
  const streams = cipherStreams(PASSAGE, STREAMS, tokenizerOf(definition.config), seed)
  const places = await readPlaces(openNet(definition), streams, signal)
  return { places, change: await readChange(definition, streams, places, signal) }
}

const toAnswer = (
  read: PlacesRead,
  change: ChangeRead,
  priced: readonly Priced[],
  source: string,
  seed: number,
): Answer => {
  const { space, 'later letter': later } = read.places
  const { changed, stayed } = change
  const letters = changed.findIndex(({ rightKey }) => rightKey > 0.5) + 1
  const [mostZ, mostR] = (['z', 'r'] as const).map((gate) =>
    Math.max(...changed.map((step, i) => Math.abs(step[gate] - stayed[i][gate]))),
  )
  return {
    finding: `The update gate keeps ${percent(space.z)} % of the state at a space and ${percent(later.z)} % inside a word, the reset gate lets ${percent(space.r)} % and ${percent(later.r)} % of it into the candidate; when the key changes their means move by ${mostZ.toFixed(3)} and ${mostR.toFixed(3)} at the most, yet the new key is believed after ${letters} characters; at equal cost the best net was ${winners(priced)} as the budget grows.`,
    assignment: `It says that a GRU keeps its state where nothing is to change, so that longer dependencies survive. ${
      Math.max(mostZ, mostR) < OPENED
        ? 'Here gates lean that way at spaces by a few points only, and at a change of key none opens or closes on the whole: the slow units that hold the key are overwritten a little by every letter, and that is enough.'
        : 'At a change of key its gates open or close on the whole.'
    } It does not say what that costs: three times the weights for each unit. ${costVerdict(priced)}`,
    about: [
      `Gates: the shipped \`shift-any\` (a GRU of 256 units) reads Lincoln's Gettysburg Address under a random key of Caesar, which changes to another after ${BEFORE} characters; ${STREAMS} streams, each from a random word, gates worked out from the weights in float64 (a test compares the states with the engine's). In h_t = z∘h_{t−1} + (1−z)∘n an update gate z of 1 keeps the state, and a reset gate r of 0 leaves the state out of the candidate n. Spaces are not enciphered. Figures of places are from characters 60 to ${BEFORE}.`,
      `Change of key: from the same state each stream also goes on under its old key, so that what the change does is the difference of two columns. Slow units are the 26 whose update gates are highest; alike is the cosine between them now and when the key changed.`,
      `Equal cost: nets of about the same number of multiplications a character (recurrent weights and output layer; the input is looked up), trained to foretell the next letter. Text: ${source}; each reads ${CHARACTERS.toLocaleString('en')} characters, windows of 50 in 32 streams, Adam from ${RATES.join(' or ')}, whichever ends better; the forget gate of the LSTM begins with a bias of 1. Bits and accuracy are on text not learned from. Times are the shortest of 50 rounds in the WebAssembly engine, a long text in one call, on the machine that made this page; they are not compared. Seed ${seed}, one seed: differences of a few hundredths of a bit mean nothing, and a part of a gap may be one of training: these nets have learned for half a minute, with two learning rates tried.`,
    ],
    tables: [placesTable(read), changeTable(change), costTable(priced)],
    plots: [
      { name: 'gates', title: 'Gates after a change of key', svg: changeChart(change) },
      { name: 'equal-cost', title: 'Accuracy against time a character', svg: costChart(priced) },
    ],
  }
}
