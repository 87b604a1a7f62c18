import type { TrainProgress } from '@runnel/rnn-model/train'
import { SingleBar } from 'cli-progress'

/** A bar with epoch, loss in nats and bits a character, accuracy, characters a second and time left; a line an epoch off a terminal. */
export const createTrainingBar = (
  epochs: number,
  stderr: NodeJS.WriteStream,
): { update(progress: TrainProgress): void; stop(): void } => {
  if (!stderr.isTTY) return { update: (progress) => logEpoch(progress, epochs, stderr), stop() {} }
  const bar = new SingleBar({
    stream: stderr,
    format:
      'epoch {epoch}/{epochs} [{bar}] loss {loss} ({bits} bits) · accuracy {accuracy} % · {rate} characters/s · {left} left',
    hideCursor: true,
    barsize: 24,
  })
  let started = false
  return {
    update(progress) {
      if (!started) bar.start(progress.steps, 0, { ...describe(progress), epochs })
      started = true
      bar.update(progress.step, { ...describe(progress), epochs })
    },
    stop: () => bar.stop(),
  }
}

const logEpoch = (progress: TrainProgress, epochs: number, stderr: NodeJS.WriteStream): void => {
  if (progress.step % (progress.steps / epochs) !== 0) return
  const { epoch, loss, bits, accuracy, rate, left } = describe(progress)
  stderr.write(
    `epoch ${epoch}/${epochs}: loss ${loss} (${bits} bits), accuracy ${accuracy} %, ${rate} characters/s, ${left} left\n`,
  )
}

const describe = ({ epoch, loss, accuracy, charactersPerSecond, secondsLeft }: TrainProgress) => ({
  epoch,
  loss: loss.toFixed(4),
  bits: (loss / Math.LN2).toFixed(3),
  accuracy: (100 * accuracy).toFixed(2),
  rate: Math.round(charactersPerSecond).toLocaleString('en'),
  left: `${Math.floor(secondsLeft / 60)}:${String(Math.floor(secondsLeft % 60)).padStart(2, '0')}`,
})
