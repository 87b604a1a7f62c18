import { laneOf } from './lanes'
import { Layer, Net } from './layout'
import { calledSigmoid, calledTanh, sigmoid, tanh } from './math'
import { multiply, operandFrom } from './multiply'

/*
 * One step of one layer for `count` lanes, 1 or 4: products first, then the gates of each lane. Equations are
 * in src/cells, whose index.ts has the order of the gates and numbers the cells.
 */
const SIMPLE_RNN = 0
const GRU = 1
const GRU_RESET_BEFORE = 2

/** Takes the step: each lane's h (and c) in its state is overwritten. */
export function stepCell(net: Net, layer: Layer, count: i32): void {
  if (layer.cell == SIMPLE_RNN) simpleRnn(net, layer, count)
  else if (layer.cell == GRU) gru(net, layer, count)
  else if (layer.cell == GRU_RESET_BEFORE) gruResetBefore(net, layer, count)
  else lstm(net, layer, count)
}

@inline
function stateOf(net: Net, layer: Layer, lane: i32): usize {
  return laneOf(net.lanes, lane).state + layer.offset
}

function simpleRnn(net: Net, layer: Layer, count: i32): void {
  const bytes = layer.units << 2
  multiply(net, layer.recurrent, 0, layer.units, count, 0, net.sums)
  for (let lane = 0; lane < count; lane++) {
    const s = net.sums + lane * net.stride
    const h = stateOf(net, layer, lane)
    for (let j = 0; j < bytes; j += 16) v128.store(h + j, tanh(v128.load(s + j)))
  }
}

function gru(net: Net, layer: Layer, count: i32): void {
  const units = layer.units
  const bytes = units << 2
  multiply(net, layer.recurrent, 0, 2 * units, count, 0, net.sums)
  multiply(net, layer.recurrent, 2 * units, units, count, layer.recurrentBias, net.sums)
  for (let lane = 0; lane < count; lane++) {
    const s = net.sums + lane * net.stride
    const x = laneOf(net.lanes, lane).input + 2 * bytes
    const h = stateOf(net, layer, lane)
    for (let j = 0; j < bytes; j += 16) {
      const z = sigmoid(v128.load(s + j))
      const r = sigmoid(v128.load(s + bytes + j))
      const n = tanh(f32x4.add(v128.load(x + j), f32x4.mul(r, v128.load(s + 2 * bytes + j))))
      v128.store(h + j, f32x4.add(n, f32x4.mul(z, f32x4.sub(v128.load(h + j), n))))
    }
  }
}

function gruResetBefore(net: Net, layer: Layer, count: i32): void {
  const units = layer.units
  const bytes = units << 2
  multiply(net, layer.recurrent, 0, 2 * units, count, 0, net.sums)
  for (let lane = 0; lane < count; lane++) {
    const s = net.sums + lane * net.stride
    const h = stateOf(net, layer, lane)
    const reset = net.reset + lane * net.stride
    for (let j = 0; j < bytes; j += 16) {
      v128.store(s + j, calledSigmoid(v128.load(s + j)))
      v128.store(reset + j, f32x4.mul(calledSigmoid(v128.load(s + bytes + j)), v128.load(h + j)))
    }
    laneOf(net.lanes, lane).operand = operandFrom(
      net.format,
      reset,
      net.resetWhole + lane * net.stride,
      units,
    )
  }
  multiply(net, layer.recurrent, 2 * units, units, count, 0, net.sums)
  for (let lane = 0; lane < count; lane++) {
    const s = net.sums + lane * net.stride
    const h = stateOf(net, layer, lane)
    for (let j = 0; j < bytes; j += 16) {
      const n = calledTanh(v128.load(s + 2 * bytes + j))
      v128.store(h + j, f32x4.add(n, f32x4.mul(v128.load(s + j), f32x4.sub(v128.load(h + j), n))))
    }
  }
}

function lstm(net: Net, layer: Layer, count: i32): void {
  const units = layer.units
  const bytes = units << 2
  multiply(net, layer.recurrent, 0, 4 * units, count, 0, net.sums)
  for (let lane = 0; lane < count; lane++) {
    const s = net.sums + lane * net.stride
    const h = stateOf(net, layer, lane)
    for (let j = 0; j < bytes; j += 16) {
      const i = calledSigmoid(v128.load(s + j))
      const f = calledSigmoid(v128.load(s + bytes + j))
      const g = calledTanh(v128.load(s + 2 * bytes + j))
      const o = calledSigmoid(v128.load(s + 3 * bytes + j))
      const c = f32x4.add(f32x4.mul(f, v128.load(h + bytes + j)), f32x4.mul(i, g))
      v128.store(h + bytes + j, c)
      v128.store(h + j, f32x4.mul(o, calledTanh(c)))
    }
  }
}
