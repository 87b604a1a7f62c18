import { every, except } from 'hono/combine'
import type { Work } from '../work/work.ts'
import { admission } from './admission.ts'
import { apiKey, identify } from './identify.ts'
import { queryLength } from './query-length.ts'
import { rateLimit } from './rate-limit.ts'

/** Routes of a session that has begun. */
const OF_SESSIONS = '/v1/sessions/:id/*'

/**
 * Checks a request before a route sees it. Requests about a session carry its token, which says that all this was
 * passed when it was made: neither an event source nor a socket could send a key.
 */
export const guard = (work: Work) =>
  every(
    except(OF_SESSIONS, identify(), admission(work)),
    queryLength(),
    except(OF_SESSIONS, rateLimit(), apiKey()),
  )
