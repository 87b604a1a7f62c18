import { RunnelError } from '@runnel/core'
import { netList } from '@runnel/models'
import { loadModel, type RnnModel } from '@runnel/rnn-model'
import { sha256 } from 'hono/utils/crypto'
import type { ServiceBindings, Settings } from './settings.ts'

/** Places that further models lie in, and the digest of each one's file. */
export interface ModelShelf extends Pick<ServiceBindings, 'MODELS' | 'ASSETS'> {
  sha256: Settings['MODEL_SHA256']
}

/** Nets that ship, but not in the script: its assets have them. */
const inAssets = Object.fromEntries(Object.entries(netList).map(([name, { sha256 }]) => [name, sha256]))

/** The shelf of a deployment. */
export const shelfOf = ({ MODELS, ASSETS }: ServiceBindings, { MODEL_SHA256 }: Settings): ModelShelf => ({
  ...(MODELS && { MODELS }),
  ...(ASSETS && { ASSETS }),
  sha256: { ...(ASSETS && inAssets), ...MODEL_SHA256 },
})

/** A model that the deployment lists cannot be had; why is for its log. */
export class ModelUnavailableError extends RunnelError {
  static override readonly code = 'model_unavailable'
  override readonly name = 'ModelUnavailableError'
  /** Name of the model. */
  readonly model: string

  constructor(model: string, cause: unknown) {
    super(ModelUnavailableError.code, `the model ${model} cannot be loaded here at present`, { cause })
    this.model = model
  }
}

/** The largest file that is read, in bytes: an isolate has 128 MB for all that it does. */
export const LARGEST_MODEL = 16 * 1024 * 1024

/**
 * Reads a model from the bucket `MODELS`, or from the static assets under `/models`, and checks that it is the one
 * listed.
 *
 * @throws ModelUnavailableError when it is not there, too large, another one, or none
 */
export const readFromShelf = async (name: string, shelf: ModelShelf): Promise<RnnModel> => {
  try {
    const bytes = new Uint8Array(await fileOf(name, shelf))
    const received = await sha256(bytes)
    if (received !== shelf.sha256[name]) throw new Error(`SHA-256 is ${received}, not ${shelf.sha256[name]}`)
    return await loadModel(bytes)
  } catch (cause) {
    throw new ModelUnavailableError(name, cause)
  }
}

const fileOf = async (name: string, { MODELS, ASSETS }: ModelShelf): Promise<ArrayBuffer> => {
  const object = await MODELS?.get(`${name}.runnel`)
  if (object) {
    if (object.size > LARGEST_MODEL) throw new Error(`${object.size} bytes, more than ${LARGEST_MODEL}`)
    return object.arrayBuffer()
  }
  const asset = await ASSETS?.fetch(`https://assets.internal/models/${name}.runnel`)
  if (asset?.ok) return asset.arrayBuffer()
  throw new Error(`neither the bucket MODELS nor the assets have ${name}.runnel`)
}
