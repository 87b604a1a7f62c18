import { RunnelError } from '@runnel/core'
import { expect, test } from 'vitest'
import { SessionEndedError, SnapshotFormatError, SnapshotMismatchError } from './errors.ts'

test.each([
  [
    new SnapshotFormatError('magic', 'not RSNP', { cause: 'because' }),
    {
      name: 'SnapshotFormatError',
      code: 'snapshot_format',
      field: 'magic',
      cause: 'because',
      message: 'not a usable snapshot: magic: not RSNP',
    },
  ],
  [
    new SnapshotMismatchError('a', 'b'),
    {
      name: 'SnapshotMismatchError',
      code: 'snapshot_mismatch',
      expected: 'a',
      received: 'b',
      message: 'the snapshot belongs to b, this session is for a',
    },
  ],
  [
    new SessionEndedError(),
    {
      name: 'SessionEndedError',
      code: 'session_ended',
      message: 'the session has ended: make another with createSession()',
    },
  ],
])('%s', (error, fields) => {
  expect(error).toMatchObject(fields)
  expect(RunnelError.isInstance(error)).toBe(true)
  expect({
    SnapshotFormatError: SnapshotFormatError.isInstance(error),
    SnapshotMismatchError: SnapshotMismatchError.isInstance(error),
    SessionEndedError: SessionEndedError.isInstance(error),
  }).toMatchObject({ [fields.name]: true })
})
