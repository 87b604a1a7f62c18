import { stepCell } from './cells'
import { laneOf } from './lanes'
import { FLOAT, IN_BYTES, Layer, Net } from './layout'
import { multiply, operandFrom } from './multiply'
import { finish } from './output'

export { exact } from './exact'
export { pack } from './pack'

@inline
function layerOf(net: Net, index: i32): Layer {
  return changetype<Layer>(net.layers + index * offsetof<Layer>())
}

@inline
function wholeOf(layer: Layer, lane: i32): usize {
  return layer.whole + lane * (layer.units << 1)
}

/** Readies one lane for a state: h of every layer as whole numbers. */
function enter(net: Net, lane: i32, state: usize): void {
  laneOf(net.lanes, lane).state = state
  if (FORMAT == FLOAT) return
  for (let l = 0; l < net.layerCount; l++) {
    const layer = layerOf(net, l)
    operandFrom(state + layer.offset, wholeOf(layer, lane), layer.units)
  }
}

/** One step of `count` lanes, 1 or 4, whose inputs are set. Fills their logits. */
function step(net: Net, count: i32): void {
  for (let l = 0; l < net.layerCount; l++) {
    const layer = layerOf(net, l)
    if (l > 0) {
      multiply(net, layer.input, 0, layer.input.rows, count, layer.bias, net.inputs)
      for (let i = 0; i < count; i++) laneOf(net.lanes, i).input = net.inputs + i * net.stride
    }
    for (let i = 0; i < count; i++) {
      const lane = laneOf(net.lanes, i)
      lane.operand = FORMAT == FLOAT ? lane.state + layer.offset : wholeOf(layer, i)
    }
    stepCell(net, layer, count)
    for (let i = 0; i < count; i++) {
      const lane = laneOf(net.lanes, i)
      lane.operand = operandFrom(lane.state + layer.offset, wholeOf(layer, i), layer.units)
    }
  }
  multiply(net, net.output, 0, net.output.rows, count, net.outputBias, net.logits)
}

/** Runs `count` ids (uint16) through one state; `out` is `[count, outputs]` float32. */
export function run(net: Net, ids: usize, count: i32, state: usize, out: usize): void {
  if (net.entered != state) {
    enter(net, 0, state)
    net.entered = state
  }
  const lane = laneOf(net.lanes, 0)
  const row = net.outputs << 2
  for (let t = 0; t < count; t++, ids += 2, out += row) {
    lane.input = net.table + <i32>load<u16>(ids) * net.tableStride
    step(net, 1)
    finish(net, net.logits, out)
  }
}

/** Runs one id (uint16) through each of `count` states; `out` is `[count, outputs]` float32. */
export function stepMany(net: Net, ids: usize, states: usize, count: i32, out: usize): void {
  const row = net.outputs << 2
  net.entered = 0
  // weights of a byte come from memory so fast that four states at once gain less than they take in code
  for (; !IN_BYTES && count >= 4; count -= 4, ids += 8, states += 16) {
    for (let i = 0; i < 4; i++) {
      enter(net, i, load<u32>(states + (i << 2)))
      laneOf(net.lanes, i).input = net.table + <i32>load<u16>(ids + (i << 1)) * net.tableStride
    }
    step(net, 4)
    for (let i = 0; i < 4; i++, out += row) finish(net, net.logits + i * net.stride, out)
  }
  for (; count > 0; count--, ids += 2, states += 4, out += row) run(net, ids, 1, load<u32>(states), out)
}

/** First byte that JavaScript may use. */
export function base(): usize {
  return __heap_base
}
