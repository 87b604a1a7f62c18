import { createRandom } from '@runnel/core'
import { createGraph, graphFromOnnx } from '@runnel/rnn-model/graph'
import { graphFixtures } from '@runnel/rnn-model/testing'
import { expect, test } from 'vitest'
import type { Heard } from './processor.ts'
import { createVoiceNode } from './voice-node.ts'

const [RATE, FRAME, BLOCK] = [16_000, 32, 128]

test('frame by frame on the audio thread: the same bits as in the page, none lost', async () => {
  const [, [, onnx, options]] = graphFixtures()
  const definition = graphFromOnnx(onnx, options)
  const random = createRandom(1)
  const sound = Float32Array.from({ length: RATE / 10 }, () => 2 * random.next() - 1)
  const context = new OfflineAudioContext(1, sound.length, RATE)
  const heard: Heard[] = []
  const node = await createVoiceNode(context, definition, (one) => heard.push(one))
  const buffer = context.createBuffer(1, sound.length, RATE)
  buffer.copyToChannel(sound, 0)
  const source = new AudioBufferSourceNode(context, { buffer })
  source.connect(node)
  source.start()
  await context.startRendering()
  const frames = Math.floor((Math.floor(sound.length / BLOCK) * BLOCK) / FRAME)
  await expect.poll(() => heard.length).toBeGreaterThanOrEqual(frames)

  const graph = await createGraph(definition)
  const state = graph.createState()
  for (let f = 0; f < frames; f++) {
    const { speech } = graph.step(sound.subarray(f * FRAME, (f + 1) * FRAME), state)
    expect(heard[f].outputs.speech).toEqual(speech)
    expect(heard[f].time).toBe(((Math.floor((f * FRAME) / BLOCK) + 1) * BLOCK) / RATE)
  }
  expect(heard[frames - 1].outputs.speech[0]).not.toBe(heard[0].outputs.speech[0])
})

test('a graph that is wrong is told to whoever made the node', async () => {
  const context = new OfflineAudioContext(1, 128, RATE)
  const definition = { name: 'empty', input: { steps: 1, channels: 1 }, layers: [], outputs: [] }
  await expect(createVoiceNode(context, definition, () => {})).rejects.toThrow('layers: expected 1 to')
})
