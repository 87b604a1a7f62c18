import { cellOf } from '../../cells/cell-of.ts'
import type { ModelConfig } from '../../config.ts'
import { tokenizerOf } from '../../tokenizer-of.ts'
import type { Arena } from './arena.ts'
import type { TrainKernels } from './kernels.ts'
import type { Layer } from './layer.ts'
import type { NetBlocks } from './net-blocks.ts'
import { Products } from './products.ts'

/** Reserves what a net's one recurrent layer needs for a window of `length` steps of `batch` streams. */
export const reserveLayer = (
  { kernels, arena, blocks }: { kernels: TrainKernels; arena: Arena; blocks: NetBlocks },
  config: ModelConfig,
  { length, batch }: { length: number; batch: number },
): Layer => {
  const [{ cell, units }] = config.layers
  const width = cellOf(cell).gates.length * units
  const rows = length * batch
  const { at } = blocks
  return {
    kernels,
    products: new Products(kernels, arena, batch, Math.max(width, blocks.places['output.kernel'].stride)),
    arena,
    length,
    batch,
    units,
    width,
    ids: arena.reserve(2 * rows),
    table: arena.floats(tokenizerOf(config).vocabulary * width),
    kernelGradient: at('layer0.kernel', 'gradients'),
    recurrent: at('layer0.recurrent', 'weights'),
    recurrentGradient: at('layer0.recurrent', 'gradients'),
    recurrentBias: at('layer0.recurrentBias', 'weights'),
    recurrentBiasGradient: at('layer0.recurrentBias', 'gradients'),
    h: arena.floats((length + 1) * batch * units),
    sums: arena.floats(rows * width),
    dh: arena.floats(batch * units),
  }
}
