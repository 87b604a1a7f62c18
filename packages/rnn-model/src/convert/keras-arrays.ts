import { ModelFormatError } from '../errors.ts'
import { listOf, objectOf, shapeOf, shown } from './json.ts'
import { checkSides, type PlannedArray } from './planned-array.ts'

/** Gives the next array, whose name ends in `suffix`. @throws ModelFormatError when it has other sides */
export type NextArray = (suffix: string, sides?: number) => PlannedArray

/** Gives arrays of `weights.bin` one after another: Keras lists them in the order of the layers. @throws ModelFormatError */
export const arraysInOrder = (manifest: unknown, bytes: Uint8Array): NextArray => {
  const specs = listOf('weightsManifest', manifest).flatMap((group) =>
    listOf('weights', objectOf('weightsManifest', group).weights),
  )
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = 0
  let index = 0
  return (suffix, sides) => {
    const spec = index < specs.length ? objectOf('weights', specs[index++]) : undefined
    const name = shown(spec?.name)
    if (!spec || !name.replace(/:\d+$/, '').endsWith(suffix)) {
      throw new ModelFormatError('weights', `an array …${suffix}`, spec ? name : 'no more')
    }
    if (spec.dtype !== 'float32' || spec.quantization) {
      throw new ModelFormatError(name, 'float32', shown(spec.dtype))
    }
    const shape = shapeOf(name, spec.shape)
    if (sides !== undefined) checkSides(name, shape, sides)
    const length = shape.reduce((product, side) => product * side, 1)
    const from = end
    end += 4 * length
    if (end > bytes.length) throw new ModelFormatError(name, `${4 * length} bytes`, 'fewer')
    return {
      shape,
      make() {
        const values = new Float32Array(length)
        for (let i = 0; i < length; i++) values[i] = view.getFloat32(from + 4 * i, true)
        return values
      },
    }
  }
}
