/** The alphabet of the net below, as the guide has it. */
const SYMBOLS = 27

/**
 * `model.json` and its weights as Keras 3 and TensorFlow's converter write them: a GRU that resets after the product, and whose
 * likeliest symbol is always the next one of the alphabet, round and round.
 */
export const alphabetAsKeras = (): { json: string; weights: Uint8Array } => {
  const size = SYMBOLS + 1
  const [OPEN, SURE] = [20, 3]
  const zeros = (length: number): number[] => new Array(length).fill(0)
  // z shut, so that h is n alone; n tells the symbol that was read.
  const kernel = Array.from({ length: size }, (_, row) => {
    const columns = zeros(3 * size)
    columns[2 * size + row] = SURE
    return columns
  }).flat()
  const bias = [...zeros(size).fill(-OPEN), ...zeros(5 * size)]
  const next = Array.from({ length: size }, (_, row) => {
    const columns = zeros(size)
    if (row > 0) columns[(row % SYMBOLS) + 1] = SURE
    return columns
  }).flat()
  const arrays: [name: string, shape: number[], values: number[]][] = [
    ['gru/gru_cell/kernel', [size, 3 * size], kernel],
    ['gru/gru_cell/recurrent_kernel', [size, 3 * size], zeros(3 * size * size)],
    ['gru/gru_cell/bias', [2, 3 * size], bias],
    ['dense/kernel', [size, size], next],
    ['dense/bias', [size], zeros(size)],
  ]
  const gru = {
    name: 'gru',
    units: size,
    activation: 'tanh',
    recurrent_activation: 'sigmoid',
    reset_after: true,
  }
  const layers = [
    { class_name: 'InputLayer', config: { name: 'input', batch_shape: [null, null, size] } },
    { class_name: 'GRU', config: gru },
    { class_name: 'Dense', config: { name: 'dense', units: size, use_bias: true } },
  ]
  const json = {
    format: 'layers-model',
    generatedBy: 'keras v3.6.0',
    convertedBy: 'TensorFlow.js Converter v4.22.0',
    modelTopology: {
      keras_version: '3.6.0',
      model_config: { class_name: 'Sequential', config: { name: 'sequential', layers } },
    },
    weightsManifest: [
      { paths: ['weights.bin'], weights: arrays.map(([name, shape]) => ({ name, shape, dtype: 'float32' })) },
    ],
  }
  const values = Float32Array.from(arrays.flatMap(([, , array]) => array))
  return { json: JSON.stringify(json), weights: new Uint8Array(values.buffer) }
}
