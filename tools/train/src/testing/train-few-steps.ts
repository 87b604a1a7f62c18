import { recipes } from '@runnel/models/recipes'
import { decodeModel, encodeModel, type ModelConfig } from '@runnel/rnn-model'
import { type NetworkOptions, trainNetwork } from '@runnel/rnn-model/train'

/* Trains a net for a few steps and writes the SHA-256 of its file. */
const { config, options } = recipes().english as { config: ModelConfig; options: NetworkOptions }
const text = 'the whale and the sea, a ship of white sailors '.repeat(400)
const few = { ...options, length: 20, batchSize: 16, epochs: 1, stepsPerEpoch: 4 }
const { definition } = await trainNetwork(config, text, text.slice(0, 2000), few)
const { sha256 } = await decodeModel(await encodeModel(definition))
console.log(sha256)
