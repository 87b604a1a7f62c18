import { ModelFormatError } from '../../errors.ts'
import { demand } from '../check.ts'
import type { GraphBuilder } from './builder.ts'
import type { OnnxOperation, OnnxSubgraph } from './file.ts'
import { operations } from './operations.ts'
import { isKnown, type Known, sizeOf, type Value } from './values.ts'

/** Branches within branches. */
const MOST_DEPTH = 16

/** Progress of reading a graph. */
export interface Evaluation {
  readonly builder: GraphBuilder
  /** Numbers of known tensors that may still be made. */
  left: number
}

/**
 * Runs what is known of a graph: constants, shapes, and conditions on them, so that one branch of each is left. The rest
 * becomes layers.
 *
 * @param scope tensors by name, those of the graphs around it included
 * @returns the outputs
 * @throws ModelFormatError naming the operation that Runnel has no like of
 */
export const evaluateGraph = (
  graph: OnnxSubgraph,
  scope: ReadonlyMap<string, Value>,
  evaluation: Evaluation,
  depth = 0,
): Map<string, Value> => {
  demand(depth < MOST_DEPTH, 'graph', `at most ${MOST_DEPTH} branches within branches`, 'more')
  const values = new Map(scope)
  const set = (name: string, value: Value): void => {
    if (isKnown(value)) evaluation.left -= sizeOf(value.shape)
    demand(evaluation.left >= 0, 'graph', 'constants that are used a few times', 'more')
    values.set(name, value)
  }
  for (const [name, constant] of graph.constants) set(name, constant)
  for (const operation of graph.operations) {
    const results =
      operation.type === 'If'
        ? branchOf(operation, values, evaluation, depth)
        : resultsOf(operation, values, evaluation)
    operation.outputs.forEach((name, i) => {
      const value = results[i]
      if (name !== '' && value) set(name, value)
    })
  }
  return values
}

const resultsOf = (
  { type, inputs, attributes }: OnnxOperation,
  values: ReadonlyMap<string, Value>,
  { builder }: Evaluation,
): readonly Value[] => {
  if (!Object.hasOwn(operations, type)) {
    throw new ModelFormatError('graph', `operations ${Object.keys(operations).join(', ')}, If`, type)
  }
  const given = inputs.map((name) => (name === '' ? undefined : tensorOf(values, name)))
  const result = operations[type]({ type, inputs: given, attributes, builder })
  return Array.isArray(result) ? result : [result as Value]
}

const branchOf = (
  { inputs, attributes }: OnnxOperation,
  values: ReadonlyMap<string, Value>,
  evaluation: Evaluation,
  depth: number,
): readonly Value[] => {
  const condition = tensorOf(values, inputs[0])
  demand(isKnown(condition), 'If', 'a condition on shapes and constants', inputs[0])
  const holds = Boolean((condition as Known).values[0])
  const branch = attributes.get(holds ? 'then_branch' : 'else_branch')?.graph()
  if (!branch) throw new ModelFormatError('If', 'two branches', 'less')
  const results = evaluateGraph(branch, values, evaluation, depth + 1)
  return branch.outputs.map((name) => tensorOf(results, name))
}

/** The tensor of that name. @throws ModelFormatError */
export const tensorOf = (values: ReadonlyMap<string, Value>, name: string): Value => {
  const value = values.get(name)
  if (value) return value
  throw new ModelFormatError('graph', 'a tensor that was made before', name)
}
