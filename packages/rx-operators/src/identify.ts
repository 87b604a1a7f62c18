import type { Chunk } from '@runnel/core'
import type { Identifier, KindsEvent } from '@runnel/decipher/identify'
import type { OperatorFunction } from 'rxjs'
import { identifySteps } from './identify-steps.ts'
import { operatorOf } from './map-with-state.ts'
import type { ResumeOptions } from './steps.ts'

/**
 * Tells what the text of chunks is: ranked kinds each time it has become twice as long, and of the whole at the end.
 *
 * Each subscription has a session of its own.
 *
 * @throws SnapshotFormatError, SnapshotMismatchError when the operator is made with a snapshot of no use
 * @example
 * import { loadIdentifier } from '@runnel/decipher/identify'
 * import { identify as weights } from '@runnel/models/identify'
 * import { identify } from '@runnel/rx-operators'
 * import { of } from 'rxjs'
 * const kinds = of('LXFOP ', 'VEFRN HR').pipe(identify(await loadIdentifier(weights)))
 */
export const identify = (
  identifier: Identifier,
  options?: ResumeOptions,
): OperatorFunction<Chunk, KindsEvent> => operatorOf(identifySteps(identifier, options))
