/** Takes the share of the work that is done, and how fast it goes. */
export type Advance = (done: number, rate?: string) => void

/** Progress of units of work, whose number is known before: their share and their rate a second. */
export const countUp = (
  advance: Advance,
  total: number,
  unit: string,
  now = performance.now.bind(performance),
) => {
  const started = now()
  let done = 0
  return (count: number): void => {
    done += count
    const seconds = (now() - started) / 1000
    advance(Math.min(1, done / total), seconds > 0 ? `${Math.round(done / seconds)} ${unit}/s` : undefined)
  }
}
