import type { Engine } from '../engine.ts'
import { EdgeEngine } from './edge-engine.ts'

/** Opens an engine at the service that the page came from. Its client is fetched when the engine is used. */
export const openEdgeEngine = (): Engine => {
  const engine = new EdgeEngine({
    url: location.origin,
    store: sessionStorage,
    WebSocket,
    timers: {
      after(milliseconds, callback) {
        const timer = setTimeout(callback, milliseconds)
        return () => clearTimeout(timer)
      },
    },
    importClient: () => import('@runnel/client'),
    importDecoder: () => import('../decoding/decoder.ts'),
    now: () => performance.now(),
    defer: (call) => requestAnimationFrame(() => call()),
  })
  addEventListener('pagehide', () => engine.save())
  return engine
}
