import { kernelsOf } from '#kernels'
import type { Engine } from '../engine/engine.ts'
import type { KernelBuild } from '../engine/wasm/arithmetic.ts'
import { createWasmEngine } from '../engine/wasm/wasm-engine.ts'

const weightBytes: Record<KernelBuild, number> = {
  'int8-relaxed': 1,
  int8: 2,
  int16: 2,
  float32: 4,
  'float32-relaxed': 4,
}

interface WithVersions {
  process?: { versions: { node?: string } }
}

/** Whether this runtime runs a build: Node 20, alone of all that are supported, knows no relaxed SIMD. */
export const runsBuild = (build: KernelBuild): boolean => {
  const { process } = globalThis as WithVersions
  return !build.endsWith('-relaxed') || !process?.versions.node?.startsWith('20.')
}

/** The engine of one build of the kernels, whatever the runtime would choose. */
export const engineOfBuild = async (build: KernelBuild): Promise<Engine> =>
  createWasmEngine(build === 'int8-relaxed' ? 'int8' : build, await kernelsOf(build), weightBytes[build])
