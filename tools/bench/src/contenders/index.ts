import { loadWasmEngine } from '@runnel/rnn-model'
import { typedArrayEngine } from '@runnel/rnn-model/typed-array'
import { rival } from '../../rivals/rival.ts'
import type { Onnxruntime } from '../onnx/onnxruntime.ts'
import type { Contender } from './contender.ts'
import { onnxruntimeContender } from './onnxruntime.ts'
import { runnelContender } from './runnel.ts'
import { tensorflowLayersContender } from './tensorflow-layers.ts'
import { tensorflowOpsContender } from './tensorflow-ops.ts'

/** The package for the web, which takes settings too. */
type OnnxruntimeWeb = Onnxruntime & { env: { wasm: { numThreads?: number } } }

/** Every contender that runs in this process. */
export const contenders: readonly Contender[] = [
  tensorflowLayersContender('cpu'),
  tensorflowLayersContender('wasm'),
  tensorflowOpsContender('cpu'),
  tensorflowOpsContender('wasm'),
  onnxruntimeContender('onnxruntime-web', async () => {
    const { env, ...runtime }: OnnxruntimeWeb = await import(rival('onnxruntime-web'))
    env.wasm.numThreads = 1
    return runtime
  }),
  onnxruntimeContender('onnxruntime-node', () => import(rival('onnxruntime-node'))),
  runnelContender('typed arrays', async () => typedArrayEngine),
  runnelContender('wasm float32', () => loadWasmEngine({ arithmetic: 'float32' })),
  runnelContender('wasm float32 relaxed', () => loadWasmEngine({ arithmetic: 'float32-relaxed' })),
  runnelContender('wasm int16', () => loadWasmEngine({ arithmetic: 'int16' })),
  runnelContender('wasm int8 (default)', () => loadWasmEngine()),
]
