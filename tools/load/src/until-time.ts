/**
 * A signal that aborts after so many milliseconds, or with another one. `AbortSignal.any` holds on to no `AbortSignal.timeout`:
 * where nobody listens it may be collected, and then never ends anything.
 */
export const untilTime = (milliseconds: number, stop: AbortSignal): AbortSignal => {
  const ending = new AbortController()
  const timer = setTimeout(
    () => ending.abort(new DOMException('it took too long', 'TimeoutError')),
    milliseconds,
  )
  timer.unref()
  if (stop.aborted) ending.abort(stop.reason)
  stop.addEventListener('abort', () => ending.abort(stop.reason), { once: true, signal: ending.signal })
  return ending.signal
}
