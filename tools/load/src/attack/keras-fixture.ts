/** A small net as Keras and tfjs write it. */
export const kerasFixture = (): { json: string; weights: Uint8Array } => {
  const array = (name: string, ...shape: number[]) => ({ name, shape, dtype: 'float32' })
  const rnn = {
    name: 'gru',
    units: 6,
    activation: 'tanh',
    recurrent_activation: 'sigmoid',
    reset_after: true,
  }
  const layers = [
    { class_name: 'InputLayer', config: { name: 'input' } },
    { class_name: 'Embedding', config: { name: 'embedding' } },
    { class_name: 'GRU', config: rnn },
    {
      class_name: 'TimeDistributed',
      config: { name: 't', layer: { class_name: 'Dense', config: { name: 'd' } } },
    },
  ]
  const weights = [
    array('embeddings', 31, 4),
    array('kernel', 4, 18),
    array('recurrent_kernel', 6, 18),
    array('bias', 2, 18),
    array('kernel', 6, 31),
    array('bias', 31),
  ]
  const model = { modelTopology: { model_config: { config: { layers } } }, weightsManifest: [{ weights }] }
  const size = weights.reduce((sum, { shape }) => sum + 4 * shape.reduce((a, b) => a * b), 0)
  return { json: JSON.stringify(model), weights: new Uint8Array(size) }
}
