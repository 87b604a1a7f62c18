import type { GraphDefinition } from '@runnel/rnn-model/graph'
import type { Heard } from './processor.ts'
import processor from './processor.ts?worker&url'

/**
 * An audio node that runs a graph over each frame of what is connected to it, one channel, on the audio thread.
 *
 * @param definition sent to the audio thread as it is: it holds nothing but objects and typed arrays
 * @param onHeard called with what the graph made of each frame
 */
export const createVoiceNode = async (
  context: BaseAudioContext,
  definition: GraphDefinition,
  onHeard: (heard: Heard) => void,
): Promise<AudioWorkletNode> => {
  await context.audioWorklet.addModule(processor)
  const node = new AudioWorkletNode(context, 'voice-activity', {
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: 'explicit',
    processorOptions: { definition },
  })
  await new Promise<void>((resolve, reject) => {
    node.port.onmessage = ({ data }: MessageEvent<Heard | { ready: true } | { error: unknown }>) => {
      if ('ready' in data) resolve()
      else if ('error' in data) reject(data.error)
      else onHeard(data)
    }
  })
  return node
}
