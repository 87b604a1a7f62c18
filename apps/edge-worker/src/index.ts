import { createApp } from './app.ts'
import type { Env } from './env.ts'
import { faultSink } from './fault-sink.ts'
import { createModelLoader } from './model-loader.ts'
import { shelfOf } from './model-shelf.ts'
import { createMessageParser } from './session-object/client-message.ts'
import { SessionObject } from './session-object/session-object.ts'
import { createSettingsReader } from './settings.ts'
import { shareDecipherers } from './shared-decipherers.ts'
import { clientRateOf } from './work/admitted-job.ts'
import { createWork } from './work/work.ts'

const load = createModelLoader()
const share = shareDecipherers()
const work = createWork()
const settingsOf = createSettingsReader()
const parse = createMessageParser()
const log = (line: string) => console.log(line)

/** The sessions of an isolate share their models and decipherers, with its streams too. */
export class Session extends SessionObject {
  constructor(context: DurableObjectState, env: Env) {
    super(
      context,
      env,
      (options, charge) => {
        const settings = settingsOf(env)
        const surroundings = {
          assets: env.ASSETS,
          seekLetters: settings.SEEK_LETTERS,
          seekSubstitution: settings.SEEK_SUBSTITUTION,
          charge,
        }
        return share(options, (name) => load(name, shelfOf(env, settings)), surroundings)
      },
      {
        work: { ...work, clientRate: () => clientRateOf(settingsOf(env)) },
        parse,
        logFault: faultSink(log),
      },
    )
  }
}

export default createApp({ load, share, log, work })
