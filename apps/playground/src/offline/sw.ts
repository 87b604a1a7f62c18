import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { keptOnceAsked } from './kept-once-asked.ts'

/** All files of the page, written in when it is built. */
declare const PRECACHE: PrecacheEntry[]

/** The folder of files that are kept once they have been asked for. */
declare const LANGUAGES: string

/*
 * The entry of the service worker: it keeps all files of the page, so that everything but reading at the edge works
 * without a network. A new version waits until the page says so.
 */
cleanupOutdatedCaches()
precacheAndRoute(PRECACHE)
registerRoute(({ url }) => url.pathname.startsWith(`/${LANGUAGES}`), keptOnceAsked)
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { allowlist: [/^\/(\?.*)?$/] }))
addEventListener('message', ({ data }: MessageEvent) => {
  if (data === 'take over') void (self as unknown as { skipWaiting(): Promise<void> }).skipWaiting()
})
