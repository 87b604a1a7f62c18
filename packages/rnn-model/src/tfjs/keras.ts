import * as tf from '@tensorflow/tfjs'
import type { ModelDefinition } from '../config.ts'
import { ModelFormatError } from '../errors.ts'
import { buildLayersModel, type LayersModelOptions, writeLayerWeights } from './layers-model.ts'

/** A model in the layout that Keras and `tf.loadLayersModel` know: two files, side by side. */
export interface KerasFiles {
  /** Text of `model.json`. */
  json: string
  /** Bytes of `weights.bin`, which `model.json` names. */
  weights: Uint8Array
}

/** Writes a net in the Keras/tfjs layout. */
export const toKerasFiles = async (
  definition: ModelDefinition,
  options: LayersModelOptions,
): Promise<KerasFiles> => {
  const model = buildLayersModel(definition.config, options)
  writeLayerWeights(model, definition)
  let artifacts: tf.io.ModelArtifacts = {}
  await model.save(
    tf.io.withSaveHandler(async (saved) => {
      artifacts = saved
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } }
    }),
  )
  model.dispose()
  const { modelTopology, weightSpecs, weightData } = artifacts
  const json = {
    format: 'layers-model',
    generatedBy: 'Runnel',
    convertedBy: null,
    modelTopology,
    weightsManifest: [{ paths: ['weights.bin'], weights: weightSpecs }],
  }
  return {
    json: JSON.stringify(json),
    weights: new Uint8Array(tf.io.CompositeArrayBuffer.join(weightData)),
  }
}

/**
 * Reads a model in the Keras/tfjs layout as a tfjs model; the caller disposes it.
 *
 * @throws ModelFormatError when `json` is no `layers-model`, or the weights do not fit it
 */
export const fromKerasFiles = async ({ json, weights }: KerasFiles): Promise<tf.LayersModel> => {
  try {
    const { format, modelTopology, weightsManifest } = JSON.parse(json)
    if (format !== 'layers-model') throw new ModelFormatError('format', 'layers-model', String(format))
    return await tf.loadLayersModel(
      tf.io.fromMemory({
        modelTopology,
        weightSpecs: weightsManifest[0].weights,
        weightData: weights.slice().buffer,
      }),
    )
  } catch (cause) {
    if (ModelFormatError.isInstance(cause)) throw cause
    throw new ModelFormatError('model.json', 'a model that tfjs can load', 'something else', { cause })
  }
}
