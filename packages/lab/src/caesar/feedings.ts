import type { Feeding } from './padded-net.ts'
import { assignmentTokenizer } from './padded-pairs.ts'

/** Ways to feed the assignment's net; the first is how it should be. */
export const feedings = (): readonly { name: string; feeding: Feeding }[] => {
  const collides = assignmentTokenizer().idOf('e'.charCodeAt(0))
  const oneHot = (padding: number, masked: boolean): Feeding => ({ input: 'one-hot', padding, masked })
  return [
    { name: 'one-hot, padding 0, loss masked', feeding: oneHot(0, true) },
    { name: 'ids as numbers, padding 0, loss masked', feeding: { ...oneHot(0, true), input: 'scalar' } },
    { name: 'one-hot, padding 0, loss not masked', feeding: oneHot(0, false) },
    { name: 'one-hot, padding is the id of e, loss masked', feeding: oneHot(collides, true) },
    { name: 'one-hot, padding is the id of e, loss not masked', feeding: oneHot(collides, false) },
  ]
}
