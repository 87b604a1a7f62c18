import { createApp } from './app.ts'
import type { Env } from './env.ts'
import { createModelLoader } from './model-loader.ts'
import { SessionObject } from './session-object/session-object.ts'

const load = createModelLoader()

/** The sessions of an isolate share their models. */
export class Session extends SessionObject {
  constructor(context: DurableObjectState, env: Env) {
    super(context, env, load)
  }
}

export default createApp()
