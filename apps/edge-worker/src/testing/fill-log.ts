import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { limits } from '../session-object/limits.ts'
import type { SessionRecord } from '../session-object/session-record.ts'
import { type OpenSession, stubOf } from './sessions.ts'

/** Has the final at offset 2 take up nearly all the room that a session's log has; no reader may be there. */
export const fillLog = async (session: OpenSession, changes: Partial<SessionRecord> = {}): Promise<void> => {
  const stub = await stubOf(session)
  await runInDurableObject(stub, (_, { storage }) => {
    const record = storage.kv.get<SessionRecord>('session')
    for (const { offset, type, json } of record?.recent ?? []) {
      storage.sql.exec('INSERT INTO events VALUES (?, ?, ?, ?)', offset, type, json, json.length)
    }
    storage.sql.exec('UPDATE events SET size = ? WHERE offset = 2', limits.logBytes - 100)
    storage.kv.put('session', { ...record, recent: [], logBytes: limits.logBytes, ...changes })
  })
  await evictDurableObject(stub)
}
