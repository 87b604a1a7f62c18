/** The documents in their order, as the sidebar shows them. */
export const sections: readonly {
  text: string
  pages: readonly (readonly [file: string, title: string])[]
}[] = [
  {
    text: 'Start',
    pages: [
      ['page', 'The page'],
      ['first-pipeline', 'A first pipeline'],
      ['concepts', 'Concepts'],
      ['streaming-and-state', 'Streaming and state'],
      ['live-inference', 'Unknown keys, live'],
      ['errors', 'Errors'],
    ],
  },
  {
    text: 'Service',
    pages: [
      ['edge-deployment', 'Deployment, limits and costs'],
      ['edge-sessions', 'Sessions over HTTP and WebSocket'],
    ],
  },
  {
    text: 'Models',
    pages: [
      ['bring-your-own-model', 'Bring your own model'],
      ['model-format', 'Model format'],
      ['training', 'Training'],
    ],
  },
  {
    text: 'Lab',
    pages: [
      ['lab/index', 'The lab'],
      ['lab/graph', 'A two-step RNN'],
      ['lab/vanishing', 'Vanishing gradients'],
      ['lab/gates', 'Gates'],
      ['lab/truncation', 'Truncated BPTT'],
      ['lab/caesar', 'Caesar'],
    ],
  },
  {
    text: 'Measured',
    pages: [
      ['evaluation', 'Evaluation'],
      ['load', 'Load'],
      ['engine', 'Engine'],
      ['bench', 'Bench'],
      ['overhead', 'Overhead'],
      ['edge-costs', 'The service'],
      ['web-platform-tests', 'Web Platform Tests'],
    ],
  },
]
