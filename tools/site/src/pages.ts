/** The documents in their order, as the sidebar shows them. */
export const sections: readonly {
  text: string
  pages: readonly (readonly [file: string, title: string])[]
}[] = [
  {
    text: 'Start',
    pages: [
      ['first-pipeline', 'A first pipeline'],
      ['page', 'The page'],
      ['concepts', 'Concepts'],
      ['streaming-and-state', 'Streaming and state'],
      ['live-inference', 'Unknown keys, live'],
      ['encodings', 'Encodings'],
      ['periodic', 'Keys that repeat'],
      ['substitution', 'Substitution'],
      ['homophonic', 'Homophonic substitution'],
      ['transpositions', 'Letters in other places'],
      ['flags', 'Flags'],
      ['languages', 'Languages'],
      ['identify', 'What a text is'],
      ['errors', 'Errors'],
      ['versions', 'Versions'],
    ],
  },
  {
    text: 'Guides',
    pages: [
      ['guides/workers', 'Cloudflare Workers, Hono'],
      ['guides/vite', 'A page, with Vite'],
      ['guides/react', 'React'],
      ['guides/bun-and-deno', 'Bun and Deno'],
      ['guides/require', 'require'],
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
      ['open-world', 'None of these keys'],
      ['corpus', 'The corpus'],
      ['load', 'Load'],
      ['engine', 'Engine'],
      ['bench', 'Bench'],
      ['bench-training', 'Bench of training'],
      ['overhead', 'Overhead'],
      ['edge-costs', 'The service'],
      ['web-platform-tests', 'Web Platform Tests'],
    ],
  },
]
