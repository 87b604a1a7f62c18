import type { GraphLayer } from '../definition.ts'
import { combine } from './combine.ts'
import { concat } from './concat.ts'
import { constant } from './constant.ts'
import { context } from './context.ts'
import { convolution } from './convolution.ts'
import { dense } from './dense.ts'
import { functions } from './functions.ts'
import type { LayerKind } from './layer-kind.ts'
import { pad } from './pad.ts'
import { recurrent } from './recurrent.ts'
import { reshape } from './reshape.ts'
import { slice } from './slice.ts'

/** Every kind of layer that a graph can have. */
export const layerKinds: {
  readonly [Kind in GraphLayer['kind']]: LayerKind<Extract<GraphLayer, { kind: Kind }>>
} = {
  dense,
  conv1d: convolution,
  recurrent,
  function: functions,
  add: combine as LayerKind<never>,
  subtract: combine as LayerKind<never>,
  multiply: combine as LayerKind<never>,
  concat,
  slice,
  reshape,
  pad,
  context,
  constant,
}
