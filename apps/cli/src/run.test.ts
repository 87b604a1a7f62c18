import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { liveDefaults } from '@runnel/decipher'
import { describe, expect, test } from 'vitest'
import { runCaptured } from './testing/run-captured.ts'

const main = path.join(import.meta.dirname, 'main.ts')

describe('wrong usage ends with status 2 and says what is possible', () => {
  test.each([
    [['decipher', '--model', 'caesar-4'], 'model: expected one of caesar-3, '],
    [['decipher', '--cipher', 'nihilist'], 'key: expected the key: that of nihilist is not found without it'],
    [['decipher', '--cipher', 'rotor'], 'Allowed choices are auto, plain, caesar'],
    [['decipher', '--cipher', 'Cesar'], 'homophonic, periodic, transposition.\n(Did you mean caesar?)\n'],
    [['decode', 'bass64', 'x'], 'received "bass64"\n(Did you mean base64?)\n'],
    [['decipher', '--key', '3'], 'cipher: expected the cipher that the key belongs to'],
    [
      ['decipher', '--cipher', 'caesar', '--key', 'x'],
      'key: expected a whole number such as 3 or -3, or rot13',
    ],
    [['decipher', '--commit', '0.2'], '--commit: expected a number above 0.5, up to 1, received 0.2'],
    [['decipher', '--commit', 'x'], 'It has to be a number'],
    [['decipher', '--top', '21'], '--top: expected a whole number, 0 to 20, received 21'],
    [['decipher', '--key-change', '0.6'], '--key-change: expected a number from 0 to 0.5, received 0.6'],
    [['decipher', '--one-key', '--key-change', '0.1'], "option '--one-key' cannot be used with option"],
    [['decipher', '--format', 'xml'], 'Allowed choices are text, ndjson, json'],
    [['decipher', '--model', 'caesar-3-encipher'], 'a net that deciphers; this one enciphers'],
    [['decipher', '--modle', 'x'], "unknown option '--modle'\n(Did you mean --model?)"],
    [['encipher', '--cipher', 'caesar'], 'key: expected a whole number'],
    [['decypher'], "unknown command 'decypher'\n(Did you mean decipher?)"],
    [['train', 'caesar-4', '--corpus', 'x'], 'model: expected one of caesar-3, '],
    [['train', 'caesar-3'], "required option '--corpus <path...>' not specified"],
  ])('runnel %j', async (words, message) => {
    const { status, stdout, stderr } = await runCaptured(words)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).toMatch(/^runnel: /)
  })
})

test.each([
  [['decipher', main, 'no-such-file'], 'runnel: cannot read no-such-file: there is no such file\n'],
  [['decipher', import.meta.dirname], `runnel: cannot read ${import.meta.dirname}: it is a folder\n`],
  [['decipher', '--model', './none.runnel'], 'runnel: cannot read ./none.runnel: there is no such file\n'],
])('work that failed ends with status 1: runnel %j', async (words, message) => {
  expect(await runCaptured(words)).toMatchObject({ status: 1, stderr: message })
})

test('help comes with status 0', async () => {
  const { status, stdout } = await runCaptured(['--help'])
  expect(status).toBe(0)
  expect(stdout).toContain('Usage: runnel')
})

test.each(['encipher', 'decipher', 'train', 'lab', 'models'])(
  'the help of %s has an example, whose words the command takes',
  async (command) => {
    const { status, stdout } = await runCaptured([command, '--help'])
    expect(status).toBe(0)
    const [, options] = /Examples?:\n.*runnel \w+ (.*)/.exec(stdout) ?? []
    expect(options).not.toBe(undefined)
    for (const [name] of String(options).matchAll(/--[a-z-]+/g))
      expect(stdout).toMatch(new RegExp(`  (-\\w, )?${name}`))
  },
)

test('the help of decipher says what each option is unless given', async () => {
  const { stdout } = await runCaptured(['decipher', '--help'])
  const { commit, keyChange, watch } = liveDefaults
  const line = stdout.replace(/\s+/g, ' ')
  for (const value of [commit.probability, commit.maxDelay, '0.000002', `"${watch}"`, '"text"', 'none']) {
    expect(line).toContain(`default: ${value})`)
  }
  expect(keyChange.rate).toBe(0.000002)
})

test('several files, and standard input for -', async () => {
  const { stdout } = await runCaptured(['decipher', '-', '-'], 'gdwd')
  expect(stdout).toBe('data')
})

test('models are listed', async () => {
  const { stdout } = await runCaptured(['models', '--json'])
  expect(JSON.parse(stdout)[0]).toMatchObject({ name: 'caesar-3', net: 'simple-rnn 64', input: 'one-hot' })
  expect((await runCaptured(['models'])).stdout).toMatch(/^caesar-3 +deciphers Caesar, shift 3/)
})

describe.skipIf(process.platform === 'win32')('what cannot be read or written is named', () => {
  const shell = (script: string) => {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
      encoding: 'utf8',
      env: { ...process.env, NODE: process.execPath, MAIN: main, TMP: folder },
      timeout: 60_000,
    })
    return { status, stdout, stderr }
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'runnel-run-'))
  const full = { status: 1, stdout: '', stderr: 'runnel: cannot write standard output: the disk is full\n' }

  test
    .runIf(existsSync('/dev/full'))
    .each([
      'echo gdwd | "$NODE" "$MAIN" decipher --cipher caesar --key 3 > /dev/full',
      'echo data | "$NODE" "$MAIN" encipher --cipher caesar --key 3 > /dev/full',
      'yes gdwd | head -c 3000000 | "$NODE" "$MAIN" decipher --cipher caesar --key 3 > /dev/full',
      '"$NODE" "$MAIN" models > /dev/full',
      '"$NODE" "$MAIN" --help > /dev/full',
      '"$NODE" "$MAIN" lab > /dev/full',
    ])('a disk that is full: %s', (script) => {
    expect(shell(script)).toEqual(full)
  })

  test.each([
    'decipher --cipher caesar --key 3',
    'encipher --cipher caesar --key 3',
    'train caesar-3 --corpus -',
  ])('a folder as standard input: %s', (words) => {
    expect(shell(`"$NODE" "$MAIN" ${words} < "$TMP"`)).toEqual({
      status: 1,
      stdout: '',
      stderr: 'runnel: cannot read standard input: it is a folder\n',
    })
  })

  test('a folder for results that cannot be one', () => {
    writeFileSync(path.join(folder, 'file'), '')
    const { status, stderr } = shell('"$NODE" "$MAIN" lab graph --out "$TMP/file/lab"')
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `runnel: cannot write ${folder}/file/lab/graph.md: a part of its path is no folder\n`,
    })
  })
})

describe('the program itself', () => {
  test('answers before its input ends', async () => {
    const child = spawn(process.execPath, [main, 'decipher', '--quiet', '--model', 'caesar-3'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    child.stdin.write('L Olnh ')
    expect(String((await once(child.stdout, 'data'))[0])).toBe('I Like ')
    child.stdin.end('Dssohv')
    expect(String((await once(child.stdout, 'data'))[0])).toBe('Apples')
    expect((await once(child, 'exit'))[0]).toBe(0)
  })

  test('ends in peace when its reader leaves', () => {
    const script = `yes gdwd | head -c 3000000 | "${process.execPath}" "${main}" decipher --cipher caesar --key 3 | head -c 4; echo " \${PIPESTATUS[2]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: 'data 0\n', stderr: '' })
  })
})
