import { SingleBar } from 'cli-progress'

/** A bar with what is measured now and time left; off a terminal, a line for each new thing that is measured. */
export const createLabBar = (
  name: string,
  stderr: NodeJS.WriteStream,
): { advance(done: number, what: string): void; stop(): void } => {
  let latest = ''
  if (!stderr.isTTY) {
    return {
      advance(done, what) {
        if (what !== latest) stderr.write(`${name}: ${Math.floor(100 * done)} %, ${what}\n`)
        latest = what
      },
      stop() {},
    }
  }
  const bar = new SingleBar({
    stream: stderr,
    format: `${name} [{bar}] {percentage} % · {eta_formatted} left · {what}`,
    hideCursor: true,
    barsize: 24,
  })
  return {
    advance(done, what) {
      if (latest === '') bar.start(1, 0, { what })
      latest = what
      bar.update(done, { what })
    },
    stop: () => bar.stop(),
  }
}
