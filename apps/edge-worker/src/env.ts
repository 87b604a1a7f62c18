import type { SessionObject } from './session-object/session-object.ts'
import type { ServiceBindings } from './settings.ts'

/** Bindings that the platform gives the worker: those of wrangler.jsonc, and secrets. */
export interface Env extends ServiceBindings {
  SESSIONS: DurableObjectNamespace<SessionObject>
  /** Signs the tokens of sessions; without it there are none. */
  SESSION_SECRET?: string
}

declare global {
  namespace Cloudflare {
    interface Env extends ServiceBindings {
      SESSIONS: DurableObjectNamespace<SessionObject>
      SESSION_SECRET: string
    }
  }
}
