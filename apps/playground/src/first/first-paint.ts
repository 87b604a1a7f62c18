/** Milliseconds after which nobody waits for a browser to say that it has painted: a tab in the background does not, nor do old ones. */
const PATIENCE = 300

/** Waits until something of the page has been painted. */
export const firstPaint = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, PATIENCE)
    new PerformanceObserver(() => resolve()).observe({ type: 'paint', buffered: true })
  })
