import { backPropagate } from './back-propagate.ts'
import { forward, type GraphInputs } from './two-step-net.ts'

const [FORWARD, BACKWARD] = ['#2563eb', '#dc2626']
/** Rows: loss, outputs, states, inputs. */
const [LOSS_Y, OUTPUT_Y, STATE_Y, INPUT_Y] = [70, 180, 310, 430]
const COLUMNS = [110, 330, 570]
const LOSS_X = (COLUMNS[1] + COLUMNS[2]) / 2
const RADIUS = 30

type Point = readonly [x: number, y: number]

/** Draws the two-step net: values in and beside the nodes, the gradient that flows back along each edge in red. */
export const drawGraph = (inputs: GraphInputs): string => {
  const { h, output, loss } = forward(inputs)
  const { gradients, edges } = backPropagate(inputs)
  const { wh, wx, wy, h0, x, y } = inputs
  const states: Point[] = COLUMNS.map((column) => [column, STATE_Y])
  const outputs: Point[] = COLUMNS.slice(1).map((column) => [column, OUTPUT_Y])
  const loss1: Point = [LOSS_X, LOSS_Y]
  const parts = [
    edge(states[0], states[1], `× W_h = ${short(wh)}`, gradients.h1 * wh),
    edge(states[1], states[2], `× W_h = ${short(wh)}`, edges.fromNext),
    ...[0, 1].flatMap((t) => [
      edge(
        [COLUMNS[t + 1], INPUT_Y],
        states[t + 1],
        `× W_x = ${short(wx)}`,
        [gradients.h1, gradients.h2][t] * wx,
      ),
      edge(states[t + 1], outputs[t], `× W_y = ${short(wy)}`, edges.fromOutput[t]),
      edge(outputs[t], loss1, `(ŷ − ${short(y[t])})² = ${short((output[t] - y[t]) ** 2)}`, edges.output[t]),
    ]),
    node(states[0], 'h_0', h0),
    ...[0, 1].flatMap((t) => [
      node([COLUMNS[t + 1], INPUT_Y], `x_${t + 1}`, x[t]),
      node(states[t + 1], `h_${t + 1}`, h[t]),
      node(outputs[t], `ŷ_${t + 1}`, output[t]),
    ]),
    node(loss1, 'L', loss),
    text([20, 490], 'start', FORWARD, 'blue: forward, values'),
    text([190, 490], 'start', BACKWARD, 'red: backward, ∂L/∂(where the edge starts), by this edge alone'),
    text(
      [20, 514],
      'start',
      BACKWARD,
      `∂L/∂h_1 = ${short(gradients.h1)}   ∂L/∂h_2 = ${short(gradients.h2)}   ∂L/∂W_h = ${short(gradients.wh)}   ∂L/∂W_x = ${short(gradients.wx)}   ∂L/∂W_y = ${short(gradients.wy)}`,
    ),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="680" height="530" viewBox="0 0 680 530" font-family="sans-serif" font-size="13">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#4b5563"/></marker></defs>
<rect width="100%" height="100%" fill="#ffffff"/>
${parts.join('\n')}
</svg>
`
}

const node = ([x, y]: Point, label: string, value: number): string =>
  [
    `<circle cx="${x}" cy="${y}" r="${RADIUS}" fill="#f3f4f6" stroke="#4b5563"/>`,
    text([x, y - 4], 'middle', '#111827', label),
    text([x, y + 14], 'middle', FORWARD, short(value)),
  ].join('')

/** An arrow from node to node, what it does on one side, and the gradient that comes back on the other. */
const edge = (from: Point, to: Point, does: string, gradient: number): string => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  const along = (distance: number): Point => [
    from[0] + ((to[0] - from[0]) * distance) / length,
    from[1] + ((to[1] - from[1]) * distance) / length,
  ]
  const [start, end, middle] = [along(RADIUS), along(length - RADIUS), along(length / 2)]
  const isLevel = from[1] === to[1]
  const leans = to[0] < from[0] ? -1 : 1
  const labels = isLevel
    ? [
        text([middle[0], middle[1] - 8], 'middle', FORWARD, does),
        text([middle[0], middle[1] + 18], 'middle', BACKWARD, short(gradient)),
      ]
    : [
        text([middle[0] - 8 * leans, middle[1]], leans > 0 ? 'end' : 'start', FORWARD, does),
        text([middle[0] + 10 * leans, middle[1] + 8], leans > 0 ? 'start' : 'end', BACKWARD, short(gradient)),
      ]
  return `<line x1="${start[0].toFixed(1)}" y1="${start[1].toFixed(1)}" x2="${end[0].toFixed(1)}" y2="${end[1].toFixed(1)}" stroke="#4b5563" marker-end="url(#arrow)"/>${labels.join('')}`
}

const text = ([x, y]: Point, anchor: string, colour: string, content: string): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="${colour}">${content}</text>`

/** At most five digits. */
const short = (value: number): string => String(Number(value.toPrecision(5))).replace('-', '−')
