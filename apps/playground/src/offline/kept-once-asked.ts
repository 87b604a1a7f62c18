const CACHE = 'runnel.asked'

/**
 * Answers with what is kept, and keeps what has to be fetched; what an earlier version kept is dropped then.
 *
 * @param current paths of all that this version may ask for
 */
export const keptOnceAsked =
  (current: readonly string[]) =>
  async ({ request }: { request: Request }): Promise<Response> => {
    const cache = await caches.open(CACHE)
    const kept = await cache.match(request.url)
    if (kept) return kept
    const answer = await fetch(request)
    if (answer.ok) {
      for (const { url } of await cache.keys()) {
        if (!current.includes(new URL(url).pathname)) await cache.delete(url)
      }
      await cache.put(request.url, answer.clone())
    }
    return answer
  }
