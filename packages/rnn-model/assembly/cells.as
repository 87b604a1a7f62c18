import { laneOf } from './lanes'
import { Layer, Net } from './layout'
import { activate, SIGMOID, TANH } from './math'
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
  multiply(net, layer.recurrent, 0, layer.units, count, 0, net.sums)
  for (let lane = 0; lane < count; lane++) {
    activate(TANH, net.sums + lane * net.stride, stateOf(net, layer, lane), layer.units << 2)
  }
}

/** h ← n + z ∘ (h − n), with tanh of the sums as n. */
function blend(z: usize, n: usize, h: usize, bytes: i32): void {
  activate(TANH, n, n, bytes)
  for (const end = h + bytes; h < end; h += 16, z += 16, n += 16) {
    const next = v128.load(n)
    v128.store(h, f32x4.add(next, f32x4.mul(v128.load(z), f32x4.sub(v128.load(h), next))))
  }
}

function gru(net: Net, layer: Layer, count: i32): void {
  const units = layer.units
  const bytes = units << 2
  multiply(net, layer.recurrent, 0, 2 * units, count, 0, net.sums)
  multiply(net, layer.recurrent, 2 * units, units, count, layer.recurrentBias, net.sums)
  for (let lane = 0; lane < count; lane++) {
    const z = net.sums + lane * net.stride
    const r = z + bytes
    const n = r + bytes
    const x = laneOf(net.lanes, lane).input + 2 * bytes
    activate(SIGMOID, z, z, 2 * bytes)
    for (let j = 0; j < bytes; j += 16) {
      v128.store(n + j, f32x4.add(v128.load(x + j), f32x4.mul(v128.load(r + j), v128.load(n + j))))
    }
    blend(z, n, stateOf(net, layer, lane), bytes)
  }
}

function gruResetBefore(net: Net, layer: Layer, count: i32): void {
  const units = layer.units
  const bytes = units << 2
  multiply(net, layer.recurrent, 0, 2 * units, count, 0, net.sums)
  for (let lane = 0; lane < count; lane++) {
    const z = net.sums + lane * net.stride
    const h = stateOf(net, layer, lane)
    const reset = net.reset + lane * net.stride
    activate(SIGMOID, z, z, 2 * bytes)
    for (let j = 0; j < bytes; j += 16) {
      v128.store(reset + j, f32x4.mul(v128.load(z + bytes + j), v128.load(h + j)))
    }
    laneOf(net.lanes, lane).operand = operandFrom(reset, net.resetWhole + lane * net.stride, units)
  }
  multiply(net, layer.recurrent, 2 * units, units, count, 0, net.sums)
  for (let lane = 0; lane < count; lane++) {
    const z = net.sums + lane * net.stride
    blend(z, z + 2 * bytes, stateOf(net, layer, lane), bytes)
  }
}

function lstm(net: Net, layer: Layer, count: i32): void {
  const units = layer.units
  const bytes = units << 2
  multiply(net, layer.recurrent, 0, 4 * units, count, 0, net.sums)
  for (let lane = 0; lane < count; lane++) {
    const i = net.sums + lane * net.stride
    const f = i + bytes
    const g = f + bytes
    const o = g + bytes
    const h = stateOf(net, layer, lane)
    const c = h + bytes
    activate(SIGMOID, i, i, 2 * bytes)
    activate(TANH, g, g, bytes)
    activate(SIGMOID, o, o, bytes)
    for (let j = 0; j < bytes; j += 16) {
      const kept = f32x4.mul(v128.load(f + j), v128.load(c + j))
      v128.store(c + j, f32x4.add(kept, f32x4.mul(v128.load(i + j), v128.load(g + j))))
    }
    activate(TANH, c, h, bytes)
    for (let j = 0; j < bytes; j += 16) v128.store(h + j, f32x4.mul(v128.load(o + j), v128.load(h + j)))
  }
}
