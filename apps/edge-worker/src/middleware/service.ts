import { createMiddleware } from 'hono/factory'
import type { ModelLoader } from '../model-loader.ts'
import { type ModelShelf, shelfOf } from '../model-shelf.ts'
import type { RequestReport } from '../report-entry.ts'
import { createSettingsReader, type ServiceBindings, type Settings } from '../settings.ts'

/** Bindings and variables that handlers find in their context. */
export interface ServiceEnv {
  Bindings: ServiceBindings
  Variables: {
    requestId: string
    settings: Settings
    report: RequestReport
    /** Who asks: a digest of the API key, or the address. */
    client: string
    keyIsKnown: boolean
    /** To be called when the work that the request was let in for has begun, or no longer will. */
    begun(): void
    load: ModelLoader
    /** Further models of the deployment. */
    shelf: ModelShelf
  }
}

/** Gives handlers the deployment's settings, read once for each environment, and its models. */
export const service = (load: ModelLoader) => {
  const settingsOf = createSettingsReader()
  return createMiddleware<ServiceEnv>(async (context, next) => {
    const settings = settingsOf(context.env)
    context.set('settings', settings)
    context.set('load', load)
    context.set('shelf', shelfOf(context.env, settings))
    await next()
  })
}
