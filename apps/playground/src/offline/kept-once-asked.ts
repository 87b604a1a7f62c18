const CACHE = 'runnel.asked'

/**
 * Answers with what is kept, and keeps what has to be fetched. What was kept under the same name is dropped then: it is of an
 * earlier version, and has another digest behind its name.
 */
export const keptOnceAsked = async ({ request }: { request: Request }): Promise<Response> => {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request.url)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) {
    for (const { url } of await cache.keys()) {
      if (nameOf(url) === nameOf(request.url)) await cache.delete(url)
    }
    await cache.put(request.url, answer.clone())
  }
  return answer
}

/** An address without the digest at its end. */
const nameOf = (url: string): string => url.replace(/-\w+\.runnel$/, '')
