import { SingleBar } from 'cli-progress'

/** Shows how far a part has got, with its rate and the time left, while it runs. Away from a terminal, a line every half a minute. */
export const withProgress = async <T>(
  title: string,
  unit: string,
  total: number,
  run: (advance: (done: number) => void) => Promise<T>,
): Promise<T> => {
  const bar = new SingleBar({
    stream: process.stderr,
    format: `${title} [{bar}] {percentage} % · {rate} ${unit} a second · {eta_formatted} left`,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 30_000,
  })
  const start = performance.now()
  bar.start(total, 0, { rate: 0 })
  try {
    return await run((done) => {
      bar.update(done, { rate: Math.round((done / (performance.now() - start)) * 1000) })
    })
  } finally {
    bar.stop()
  }
}
