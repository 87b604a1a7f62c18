import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runCaptured } from '../testing/run-captured.ts'

const main = path.join(import.meta.dirname, '../main.ts')
const message = 'Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl.'
const plaintext = 'The morning was cold, and the boat had not come.'

describe('words of the command line', () => {
  test('are the text where none of them names a file', async () => {
    expect((await runCaptured(['decipher', message])).stdout).toBe(plaintext)
    expect((await runCaptured(['decipher', ...message.split(' ')])).stdout).toBe(plaintext)
    expect(await runCaptured(['decipher', '--quiet', ''])).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  test('without a letter are told as such, with no cipher and no key', async () => {
    const words = async (text: string, ...options: string[]): Promise<string[]> => {
      const { stdout, stderr } = await runCaptured(['decipher', ...options, text])
      expect(stdout).toBe(text)
      return stderr.trimEnd().split('\n')
    }
    expect(await words('1914')).toEqual(['there are no letters in it', 'what it may be: runnel identify'])
    expect(await words('שלום')).toEqual([
      'its letters are none of those that are read: Latin, Cyrillic and Greek ones',
    ])
    expect(await words('Тулезх', '--language', 'en')).toEqual([
      'there are no Latin letters in it: --language auto reads Cyrillic and Greek ones',
    ])
    expect((await words('Тулезх', '-c', 'caesar', '-k', '3')).at(-1)).toBe(
      'no letter of it was moved: --alphabet ru, uk or el moves Cyrillic or Greek ones',
    )
    expect((await runCaptured(['identify', ''])).stdout).toBe('there is no text\n')
  })

  test('are files where one of them names a file', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'runnel-words-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = path.join(folder, 'message.txt')
    writeFileSync(file, message)
    expect((await runCaptured(['decipher', file])).stdout).toBe(plaintext)
    expect((await runCaptured(['decipher', file, '-'], ' Aol')).stdout).toBe(`${plaintext} The`)
    const { status, stderr } = await runCaptured(['decipher', file, 'Aol'])
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'runnel: cannot read Aol: there is no such file\n',
    })
  })
})

describe('what is short', () => {
  test.each(['42', '1984', 'FBI', 'CIA', 'Nguyen', 'Wojciech', 'lorem ipsum', 'RSVP ASAP'])(
    '%s: no guess is made of it',
    async (text) => {
      expect((await runCaptured(['decipher', '--quiet', text])).stdout).toBe(text)
    },
  )
})

test.each([[], ['--cipher', 'vigenere']])('Vigenère in groups of five %j', async (...options: string[]) => {
  const { stdout, stderr } = await runCaptured([
    'decipher',
    ...options,
    'MQXUI EITMQ RVRJK BHFVR EWIQX KIUID ZRRDR QXKIR EUXUE QHGLH INVWL JEVAV XKSHX ISEQD RQZRM QEQHQ EUOA',
  ])
  expect(stdout).toMatch(/^INTHE BEGIN NINGG ODCRE ATED/)
  expect(stderr).toContain('vigenere · key EDEN')
})

describe('on standard error', () => {
  test('the program itself names cipher, key and belief when piped, and nothing else', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'decipher', message], {
      encoding: 'utf8',
    })
    expect({ status, stdout }).toEqual({ status: 0, stdout: plaintext })
    expect(stderr).toMatch(/^caesar · shift 7 · belief (100|99)\.\d\d % · 37 letters.*\n$/)
  })

  test('a change of key on the way is told', async () => {
    const text = `${message} Wkh pruqlqj zdv frog, dqg wkh erdw kdg qrw frph.`
    const { stderr } = await runCaptured(['decipher', '--cipher', 'caesar'], text)
    const [belief, change, ...rest] = stderr.trim().split('\n')
    expect(belief).toContain('caesar · shift 3 · belief')
    expect(change).toMatch(
      /^the key changed on the way: from caesar · shift 7 to caesar · shift 3, found at character 5\d$/,
    )
    expect(rest).toEqual([])
    const { stderr: one } = await runCaptured(['decipher', '--cipher', 'caesar', '--one-key'], text)
    expect(one).not.toContain('shift 3')
    const { stderr: rare } = await runCaptured(['decipher', '--cipher', 'caesar', '--key-change', '0'], text)
    expect(rare).toBe(one)
  })

  test('the most probable keys, where they are asked for, also when quiet', async () => {
    const { stdout, stderr } = await runCaptured(['decipher', '--quiet', '--top', '3', 'Aol\nt'])
    expect(stdout).toMatch(/^The\nm$/)
    const lines = stderr.trimEnd().split('\n')
    expect(lines.length).toBe(3)
    expect(lines[0]).toMatch(/^ 1 {2,4}\d\d\.\d\d % {2}caesar · shift 7 +The m$/)
    expect(lines[1]).toMatch(/^ 2 {2,5}\d?\d\.\d\d % {2}\w+/)
  })

  test('of events and JSON nothing, since they say it', async () => {
    for (const format of ['ndjson', 'json']) {
      expect((await runCaptured(['decipher', '--format', format, message])).stderr).toBe('')
    }
  })

  test('on a terminal, the same words at the end, and none when quiet', async () => {
    const { stderr } = await runCaptured(['decipher', message], '', { columns: 80 })
    expect(stderr).toMatch(/caesar · shift 7 · belief (100|99)\.\d\d % · 37 letters.*\n$/)
    const { stdout, stderr: quiet } = await runCaptured(['decipher', '--quiet', message], '', { columns: 80 })
    expect(stdout).toBe(`${plaintext}\n`)
    expect(quiet).not.toContain('belief')
  })
})

describe('--format json: one object', () => {
  const json = async (...words: string[]) => {
    const { stdout } = await runCaptured(['decipher', '--format', 'json', ...words])
    expect(stdout.split('\n').length).toBe(2)
    return JSON.parse(stdout)
  }

  test('cipher, key, probability, letters and text', async () => {
    const answer = await json('--model', 'caesar-3', 'Gdwd 😀')
    expect(answer).toEqual({
      cipher: 'caesar',
      key: { shift: 3 },
      probability: 1,
      letters: 4,
      text: 'Data 😀',
    })
  })

  test('candidates and confidences where they are asked for', async () => {
    const answer = await json('--cipher', 'caesar', '--top', '2', '--confidences', 'Aol')
    expect(answer.candidates.map(({ text }: { text: string }) => text)[0]).toBe('The')
    expect(answer.candidates.length).toBe(2)
    expect(answer.confidences.length).toBe(3)
    for (const confidence of answer.confidences) expect(confidence > 0.5 && confidence <= 1).toBe(true)
    expect(await json('--cipher', 'caesar', 'Aol')).not.toHaveProperty('confidences')
  })
})

test('candidates are events among the others', async () => {
  const { stdout } = await runCaptured(['decipher', '--format', 'ndjson', '--top', '1', message])
  const types = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).type)
  expect(types.slice(-2)).toEqual(['candidates', 'done'])
})
