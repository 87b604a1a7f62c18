import { InvalidOptionError } from '@runnel/core'
import type { ModelConfig, Task } from './config.ts'

/**
 * The task of a net that has to be of one kind.
 *
 * @throws InvalidOptionError when it was trained for another
 */
export const taskOf = <Kind extends Task['kind']>(
  { name, task }: ModelConfig,
  kind: Kind,
): Extract<Task, { kind: Kind }> => {
  if (task.kind === kind) return task as Extract<Task, { kind: Kind }>
  throw new InvalidOptionError('model', `${name} (${task.kind})`, `a net with the task ${kind}`)
}
