import { expect, test } from 'vitest'
import { runCaptured } from '../testing/run-captured.ts'

test('text in groups comes out in words', async () => {
  // ITWASTHEBESTOFTIMESITWASTHEWORSTOFTIMES, moved by 3, in groups of five.
  const groups = 'LWZDV WKHEH VWRIW LPHVL WZDVW KHZRU VWRIW LPHV'
  const words = ['decipher', '-c', 'caesar', '-k', '3', '--quiet']
  expect((await runCaptured([...words, '--respace', groups])).stdout).toBe(
    'IT WAS THE BEST OF TIMES IT WAS THE WORST OF TIMES',
  )
  expect((await runCaptured([...words, groups])).stdout).toBe(
    'ITWAS THEBE STOFT IMESI TWAST HEWOR STOFT IMES',
  )
})

test('with a format of events or objects it is refused', async () => {
  for (const format of [['--json'], ['--format', 'ndjson']]) {
    const { status, stderr } = await runCaptured(['decipher', '--respace', ...format, 'abc'])
    expect(status).toBe(2)
    expect(stderr).toContain('--respace is for text')
  }
})
