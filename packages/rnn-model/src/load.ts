import { builtinModule } from './builtin-module.ts'
import { decodeModel } from './codec.ts'
import { loadDefaultEngine } from './engine/default-engine.ts'
import type { Engine, PrepareOptions } from './engine/engine.ts'
import { ModelFormatError, ModelLoadError } from './errors.ts'
import { createModelOn, type RnnModel } from './model.ts'

/** A model file inside a JavaScript module, as `@runnel/models` ships them. */
export interface EmbeddedModel {
  readonly name: string
  /** The model file in base 64. */
  readonly base64: string
}

/** Source of a model: its bytes, an answer that brings them, or an address. */
export type ModelSource = Uint8Array | ArrayBuffer | Response | URL | string | EmbeddedModel

/** Options of loading a model. */
export interface LoadOptions extends PrepareOptions {
  /** Engine that runs the net; the WebAssembly kernels in int8 unless given, or typed arrays without SIMD. */
  engine?: Engine
  /** Gives up fetching. */
  signal?: AbortSignal
}

/**
 * Loads a model and checks its magic, version, lengths and SHA-256.
 *
 * @throws ModelLoadError when it cannot be fetched or read, or is none of the forms of a source
 * @throws ModelFormatError when it is not a model, cut short, altered, or of a later version
 * @throws the reason of `signal` when it aborts
 * @example
 * import { caesar3 } from '@runnel/models/caesar-3'
 * import { loadModel } from '@runnel/rnn-model'
 * const model = await loadModel(caesar3)
 */
export const loadModel = async (source: ModelSource, options: LoadOptions = {}): Promise<RnnModel> => {
  // the kernels compile while the model is fetched and checked
  const [{ sha256, ...definition }, engine] = await Promise.all([
    bytesOf(source, options.signal).then(decodeModel),
    options.engine ?? loadDefaultEngine(),
  ])
  options.signal?.throwIfAborted()
  return createModelOn(definition, sha256, engine, options)
}

/**
 * The bytes of a model file, wherever they come from.
 *
 * @throws ModelLoadError when they cannot be fetched or read, or it is none of the forms of a source
 */
export const bytesOf = async (source: ModelSource, signal?: AbortSignal): Promise<Uint8Array> => {
  signal?.throwIfAborted()
  if (source instanceof Uint8Array) return source
  if (source instanceof ArrayBuffer) return new Uint8Array(source)
  // Asked before `Response`, which Node takes 50 ms to load.
  if ((source as EmbeddedModel)?.base64 !== undefined) return fromBase64(source as EmbeddedModel)
  if (source instanceof Response) {
    return received(source.url || 'from a response', () => bodyOf(source), signal)
  }
  if (URL.canParse(source as string)) {
    return received(String(source), () => fetched(new URL(source as string), signal), signal)
  }
  throw new ModelLoadError(String(source), 'give bytes, a Response, a URL or an export of @runnel/models')
}

/** Gives what `read` brings; whatever it fails with becomes a ModelLoadError about `name`. */
const received = async (
  name: string,
  read: () => Promise<Uint8Array>,
  signal?: AbortSignal,
): Promise<Uint8Array> => {
  try {
    return await read()
  } catch (cause) {
    signal?.throwIfAborted()
    throw new ModelLoadError(name, cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

const fetched = async (url: URL, signal?: AbortSignal): Promise<Uint8Array> =>
  url.protocol === 'file:' ? readFile(url) : bodyOf(await fetch(url, signal ? { signal } : {}))

const bodyOf = async (response: Response): Promise<Uint8Array> => {
  if (!response.ok) throw new Error(`the server answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** `fetch` knows no files in Node. */
const readFile = async (url: URL): Promise<Uint8Array> => {
  const files = builtinModule<{ readFile(url: URL): Promise<Uint8Array> }>('node:fs/promises')
  if (!files) throw new Error('this runtime cannot read files; pass the bytes')
  return files.readFile(url)
}

const fromBase64 = ({ name, base64 }: EmbeddedModel): Uint8Array => {
  try {
    const text = atob(base64)
    const bytes = new Uint8Array(text.length)
    // A loop: `Uint8Array.from` takes thirty times as long.
    for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i)
    return bytes
  } catch (cause) {
    throw new ModelFormatError('base64', 'base 64', `something else in ${name}`, { cause })
  }
}
