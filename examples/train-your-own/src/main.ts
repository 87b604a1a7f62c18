import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createCaesar, LATIN } from '@runnel/core'
import { createDecipherer, finalText } from '@runnel/decipher'
import { encodeModel, loadModel, type ModelConfig } from '@runnel/rnn-model'
import { trainTransducer } from '@runnel/rnn-model/tfjs'
import * as tf from '@tensorflow/tfjs'

/*
 * node examples/train-your-own/src/main.ts --text FILE --out FILE [--shift 5] [--epochs 2]: trains a net of 24 units
 * to read Caesar of one shift, stores it as a model file, loads that again, and deciphers a sentence with it.
 */
const { values } = parseArgs({
  options: {
    text: { type: 'string' },
    out: { type: 'string' },
    shift: { type: 'string', default: '5' },
    epochs: { type: 'string', default: '2' },
  },
})
if (!values.text || !values.out) throw new Error('which text to train on, and where to store the net?')
const key = { shift: Number(values.shift) }

const config: ModelConfig = {
  name: `my-caesar-${key.shift}`,
  tokenizer: { alphabet: `${LATIN} '0?`, digit: '0', space: ' ', other: '?' },
  input: 'one-hot',
  layers: [{ cell: 'simple-rnn', units: 24 }],
  task: { kind: 'transduce', direction: 'decipher', cipher: 'caesar', key },
}
tf.env().set('IS_TEST', true) // keeps tfjs from printing its advice
await tf.setBackend('cpu')

// Use a text of another source to validate with: here it is the last tenth of the same one.
const text = readFileSync(values.text, 'utf8')
const cut = Math.floor(0.9 * text.length)
const { definition, history } = await trainTransducer(config, text.slice(0, cut), text.slice(cut), {
  length: 20,
  batchSize: 8,
  epochs: Number(values.epochs),
  stepsPerEpoch: 30,
  learningRate: 0.03,
  seed: 1,
})
for (const { epoch, validationLoss, validationAccuracy } of history) {
  console.log(`epoch ${epoch}: loss ${validationLoss.toFixed(3)}, accuracy ${validationAccuracy.toFixed(3)}`)
}
writeFileSync(values.out, await encodeModel(definition))

const model = await loadModel(readFileSync(values.out))
const session = createDecipherer({ model }).createSession()
const ciphertext = createCaesar().encrypt('The net reads what it never saw.', key)
console.log(ciphertext)
console.log(finalText([...session.push(ciphertext), ...session.flush()]))
