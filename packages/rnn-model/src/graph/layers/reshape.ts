import { checkCount, demand } from '../check.ts'
import type { ReshapeLayer } from '../definition.ts'
import type { LayerKind } from './layer-kind.ts'

/** The same numbers under another shape. */
export const reshape: LayerKind<ReshapeLayer> = {
  alias: true,
  shapeOf({ name, shape }, [input]) {
    checkCount(`${name}.steps`, shape?.steps, 1)
    checkCount(`${name}.channels`, shape.channels, 1)
    const [size, received] = [input, shape].map(({ steps, channels }) => steps * channels)
    demand(size === received, `${name}.shape`, `${size} numbers`, received)
    return shape
  },
  prepare: () => () => {},
}
