import { graphFromOnnx } from '@runnel/rnn-model/graph'
import { createVoiceNode } from './voice-node.ts'

const SAMPLE_RATE = 16_000

/** Shows in a meter how likely what the microphone hears is speech, by the Silero VAD file at `url`. */
export const start = async (url: URL, meter: HTMLMeterElement): Promise<void> => {
  const file = new Uint8Array(await (await fetch(url)).arrayBuffer())
  const definition = graphFromOnnx(file, {
    // 32 ms a frame, behind the last 4 ms of the one before, which the graph keeps itself
    input: { name: 'input', shape: [1, 64 + 512], context: 64 },
    state: { state: { shape: [2, 1, 128], next: 'stateN' } },
    constants: { sr: SAMPLE_RATE },
  })
  const context = new AudioContext({ sampleRate: SAMPLE_RATE })
  const node = await createVoiceNode(context, definition, ({ outputs: { output } }) => {
    meter.value = output[0]
  })
  const microphone = await navigator.mediaDevices.getUserMedia({ audio: true })
  context.createMediaStreamSource(microphone).connect(node)
}
