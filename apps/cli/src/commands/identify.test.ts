import { encodings } from '@runnel/core/encodings'
import { cipherNames } from '@runnel/decipher/ciphers'
import { describe, expect, test } from 'vitest'
import { runCaptured } from '../testing/run-captured.ts'

const plain = 'The morning was cold, and the boat had not come. Nobody had seen it since the storm.'
const caesar = 'Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl. Uvivkf ohk zllu pa zpujl aol zavyt.'

const told = async (text: string) => {
  const { stdout } = await runCaptured(['identify', '--json', '--', text])
  return JSON.parse(stdout) as {
    kinds: { kind: string; probability: number; why: string[]; next?: string }[]
  }
}

describe('what a text is', () => {
  test.each([
    [plain, 'plain', undefined],
    [caesar, 'caesar', 'decipher'],
    [Buffer.from(plain).toString('base64'), 'base64', 'decode base64'],
    [Buffer.from(plain).toString('hex'), 'hex', 'decode hex'],
    ['- .... . / -- --- .-. -. .. -. --.', 'morse', 'decode morse'],
    ['20-8-5 13-15-18-14-9-14-7', 'a1z26', 'decode a1z26'],
    ['%96 >@C?:?8 H2D 4@=5[ 2?5 E96 3@2E 925 ?@E 4@>6]', 'rot47', 'decipher'],
  ])('%j', async (text, kind, next) => {
    const [first] = (await told(text)).kinds
    expect({ kind: first.kind, next: first.next }).toEqual({ kind, next })
    expect(first.probability).toBeGreaterThan(0.9)
    expect(first.why.length).toBeGreaterThan(0)
  })

  test('as a table, with the figures of the text', async () => {
    const { status, stdout, stderr } = await runCaptured(['identify', '--top', '2'], caesar)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^ 1 +\d+\.\d\d % {2}caesar +Caesar: every letter moved by one shift$/)
    expect(lines).toContain('              try: runnel decipher')
    expect(lines.at(-1)).toMatch(
      /^65 of 68 characters are letters, \d+ of the 26, index of coincidence 0\.\d+/,
    )
    expect(stdout).not.toContain('it looks like')
  })

  test('at a terminal the table is drawn again while the text arrives', async () => {
    const { stdout } = await runCaptured(['identify'], caesar, { columns: 200 })
    expect(stdout.match(/index of coincidence/g)?.length).toBeGreaterThan(2)
    expect(stdout).toContain('65 of 68 characters are letters')
  })

  test('no kind, where the signs are of none', async () => {
    expect((await runCaptured(['identify', 'Жук'])).stdout).toBe(
      'no kind that is known has such signs\nno letters, 0 different signs\n',
    )
    expect((await told('')).kinds).toEqual([])
  })

  test('a file that seems to be meant, and is not there', async () => {
    expect((await runCaptured(['identify', 'letter.txt'])).stderr).toContain('there is no file letter.txt')
  })
})

test('every step that is told can be taken', async () => {
  const texts = [
    caesar,
    'LXFOPVEFRNHRLXFOPVEFRNHR',
    '0101010101',
    'ABABA BABAB',
    '11 22 33',
    'MFRGGMFRGG',
    '9jqo^BlbD-',
  ]
  const steps = new Set(
    (await Promise.all(texts.map(told))).flatMap(({ kinds }) => kinds.map(({ next }) => next)),
  )
  steps.delete(undefined)
  expect(steps.size).toBeGreaterThan(4)
  for (const step of steps) {
    const [command, ...rest] = (step as string).split(' ')
    if (command === 'decode') {
      expect(Object.keys(encodings)).toContain(rest[0])
      continue
    }
    expect(command).toBe('decipher')
    const known = { '--cipher': cipherNames(), '--encoding': [...Object.keys(encodings), 'none'] }
    for (let at = 0; at < rest.length; at += 2) {
      expect(Object.keys(known)).toContain(rest[at])
      expect(known[rest[at] as keyof typeof known]).toContain(rest[at + 1])
    }
  }
})
