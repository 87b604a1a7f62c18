import { createGraph, type Graph, type GraphDefinition, type GraphState } from '@runnel/rnn-model/graph'

/** The outputs of the graph for one frame. */
export interface Heard {
  /** Seconds from the start of the context to the end of the block that the frame ended in. */
  time: number
  outputs: Record<string, Float32Array>
}

/** Collects blocks of 128 samples to frames, and runs the graph over each. */
class VoiceProcessor extends AudioWorkletProcessor {
  #graph: Graph | undefined
  #state: GraphState | undefined
  #frame = new Float32Array(0)
  #filled = 0

  constructor({ processorOptions }: { processorOptions: { definition: GraphDefinition } }) {
    super()
    this.#prepare(processorOptions.definition).then(
      () => this.port.postMessage({ ready: true }),
      (error: unknown) => this.port.postMessage({ error }),
    )
  }

  async #prepare(definition: GraphDefinition): Promise<void> {
    const graph = await createGraph(definition)
    this.#frame = new Float32Array(graph.input.steps * graph.input.channels)
    this.#state = graph.createState()
    this.#graph = graph
  }

  process([[samples]]: Float32Array[][]): boolean {
    for (let from = 0; samples && this.#graph && this.#state && from < samples.length; ) {
      const part = samples.subarray(from, from + this.#frame.length - this.#filled)
      this.#frame.set(part, this.#filled)
      from += part.length
      this.#filled += part.length
      if (this.#filled < this.#frame.length) break
      this.#filled = 0
      const outputs = this.#graph.step(this.#frame, this.#state)
      this.port.postMessage({ time: (currentFrame + samples.length) / sampleRate, outputs })
    }
    return true
  }
}

registerProcessor('voice-activity', VoiceProcessor)
