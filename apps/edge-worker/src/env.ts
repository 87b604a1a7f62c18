import type { SessionObject } from './session-object/session-object.ts'

/** What the platform gives the worker: wrangler.jsonc, and secrets. */
export interface Env {
  SESSIONS: DurableObjectNamespace<SessionObject>
  /** Signs the tokens of sessions; without it there are none. */
  SESSION_SECRET?: string
}

declare global {
  namespace Cloudflare {
    interface Env {
      SESSIONS: DurableObjectNamespace<SessionObject>
      SESSION_SECRET: string
    }
  }
}
