import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createCaesar } from '@runnel/core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runCaptured } from '../testing/run-captured.ts'

const message = 'Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl.'
const plaintext = 'The morning was cold, and the boat had not come.'
const encoded = Buffer.from(message).toString('base64')

describe('without a command', () => {
  test('text is deciphered', async () => {
    expect(await runCaptured([message])).toMatchObject({ status: 0, stdout: plaintext })
    expect((await runCaptured(message.split(' '))).stdout).toBe(plaintext)
    expect((await runCaptured(['-c', 'caesar', '-k', '7', message])).stdout).toBe(plaintext)
    expect((await runCaptured([], message)).stdout).toBe(plaintext)
  })

  test('a text that no key explains is looked at again when it ends', async () => {
    const moved = 'TOATENDNWTAUFNHBAHDOCMADOOYETONOHHROREOEONETNONBWDTEBBRO'
    const { stdout, stderr } = await runCaptured([moved])
    expect(stdout).toBe('THEBOATHADNOTCOMEANDNOBODYWENTDOWNTOTHEHARBOURBEFORENOON')
    expect(stderr).toMatch(/^rail-fence · rails 3/)
  })

  test.each([
    [
      'autokey · key LANTERN',
      'Ehr eedc tisge fwe iomfhbv kofs kuj efcban, sou byfbdl fbimr uccr nsh eemhl vj ghq wzwul alsa kpex oofg lmxl wz xse pmvgxy.',
    ],
    [
      'porta · key KAMSEQM',
      'Bux upuj soimt lnw utiqgbm qifc bta olfzzh, saw emwivl vfftw mrtz epx insnd gy bux jwqja gnwe xtrr nfoz rsgx rl lnw joeezl.',
    ],
  ])(
    'a cipher of many alphabets that was not sought while the text came is sought when it ends: %s',
    async (told, text) => {
      const { stdout, stderr } = await runCaptured([text])
      expect(stdout).toBe(
        'The lamp above the harbour door was broken, and nobody could read the names of the ships that came home late in the winter.',
      )
      expect(stderr.startsWith(told), stderr).toBe(true)
    },
  )

  test('a heading stands as it is, and a key that repeats begins below it', async () => {
    const text =
      'Subject: for your eyes only\n\nElq skaipwgtsz frlgtsq elq fvgid og oeib nyh rchyh fvr zpp pethss ulh nsry amguph mknj hgfvyk fvr ymsvg'
    expect((await runCaptured([text])).stdout).toBe(
      'Subject: for your eyes only\n\nThe expedition reached the river at dawn and found the old bridge had been washed away during the night',
    )
    const asked = text.replace(/^.*/, 'Can anyone solve this for me?')
    expect((await runCaptured([asked])).stdout).toMatch(
      /^Can anyone solve this for me\?\n\nThe expedition reached/,
    )
    const hint = await runCaptured(['GC1ABCD: Haqre gur fghzc oruvaq gur ovt bnx gerr'])
    expect(hint.stdout).toBe('GC1ABCD: Under the stump behind the big oak tree')
  })

  test('a substitution that is partly a shift is none of its letters', async () => {
    const { stdout, stderr } = await runCaptured([
      'Qdaoa vzp kl mlppfefifqx ls qzhfkc z vzih qdzq rzx. Va dzr eaak vzkraofkc.',
    ])
    expect(stdout).toBe('There was no possibility of taking a walk that day. We had been wandering.')
    expect(stderr).toMatch(/^substitution · /)
    // Of an article on frequency analysis: English at shift 4, in half of its letters.
    const beetle =
      'LIVITCSWPIYVEWHEVSRIQMXLEYVEOIEWHRXEXIPFEMVEWHKVSTYLXZIXLIKIIXPIJVSZEYPERRGERIMWQLMGLMXQERIWGPSRIH' +
      'MXQEREKIETXMJTPRGEVEKEITREWHEXXLEXXMZITWAWSQWXSWEXTVEPMRXRSJGSTVRIEYVIEXCVMUIMWERGMIWXMJMGCSMWXSJOMI'
    const read = await runCaptured([beetle])
    expect(read.stdout).toMatch(/^HEREUPONLEGRANDAROSEWITHAGRAVEANDSTATELYAIRANDBROUGHTMETHE/)
    expect(read.stderr).toMatch(/^substitution · /)
  })

  test.each([
    ['Nobhg sbhe srrg nobir gur cngu. [In order to avoid people]', 'About four feet above the path. [In '],
    [
      'A letter from the harbour\n\nMHWTR PX LATEE LXM LTBE YHK MAX GHKMA',
      'A letter from the harbour\n\nTODAY ',
    ],
  ])(
    'a hint in brackets, and what stands below a heading, are read from their first letter: %j',
    async (text, plain) => {
      const { stdout } = await runCaptured([text])
      expect(stdout.slice(0, plain.length)).toBe(plain)
    },
  )

  test.each(['aaaaa bbbbb', 'dit dah / dah dit'])(
    'a few letters that a key reads worse than chance are not believed: %j',
    async (text) => {
      const { stderr } = await runCaptured([text])
      const [, cipher, belief] = stderr.match(/^(.+?) · .*belief ([\d.]+) %/) ?? []
      expect(cipher === 'nothing fits' ? 0 : Number(belief)).toBeLessThan(50)
    },
  )

  test.each([
    'a b c d e f g',
    'aabbccddeeffgg',
    'ab'.repeat(20),
    'abc'.repeat(12),
    'abcd'.repeat(5),
    'ETAOIN SHRDLU',
    'zyxwvutsrqponm',
    'qwertyuiop',
    'abbabaabbaababbabaababba',
  ])('letters by a rule, that are no language, are not told as a cipher: %j', async (text) => {
    const { stdout, stderr } = await runCaptured([text])
    if (stdout !== text) expect(Number(stderr.match(/belief ([\d.]+) %/)?.[1])).toBeLessThan(75)
  })

  test.each(['wkh wkh wkh wkh', 'Wkh fdw vdw. Wkh fdw vdw. Wkh fdw vdw.'])(
    'words that are repeated are read as they were the first time: %j',
    async (text) => {
      const { stdout } = await runCaptured([text])
      expect(stdout).toBe(createCaesar().decrypt(text, { shift: 3 }))
    },
  )

  test.each(['NASA'])('letters that are like a word in another order are left in peace: %j', async (text) => {
    expect((await runCaptured([text])).stdout).toBe(text)
  })

  test('a hint below coordinates is read from its first letter', async () => {
    const coordinates = 'N 52° 14.332 E 005° 23.871\n'
    const { stdout } = await runCaptured([`${coordinates}Haqre gur fgbar oevqtr`])
    expect(stdout).toBe(`${coordinates}Under the stone bridge`)
  })

  test('a word that is very like a command is none', async () => {
    const { status, stdout, stderr } = await runCaptured(['decypher'])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain("runnel: unknown command 'decypher'\n(Did you mean decipher?)")
    expect((await runCaptured(['decipher', 'decypher'])).status).toBe(0)
  })

  test('at a terminal without text, the help', async () => {
    const { status, stdout } = await runCaptured([], '', { columns: 80 })
    expect({ status, isHelp: stdout.startsWith('Usage: runnel') }).toEqual({ status: 0, isHelp: true })
  })
})

test('--version', async () => {
  const { status, stdout } = await runCaptured(['--version'])
  expect(status).toBe(0)
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/)
})

test('--json is one object, and no other format beside it', async () => {
  const { stdout } = await runCaptured(['--json', '-c', 'caesar', '-k', '3', 'Gdwd'])
  expect(JSON.parse(stdout)).toMatchObject({ cipher: 'caesar', text: 'Data' })
  expect((await runCaptured(['--json', '--format', 'text', 'a'])).status).toBe(2)
})

describe('where the text was taken from', () => {
  const lines = async (...words: string[]) => (await runCaptured(words)).stderr.trim().split('\n')

  test('is told where a file seems to be meant, and when asked for', async () => {
    const [first] = await lines('-c', 'plain', 'letter.txt')
    expect(first).toBe('there is no file letter.txt: the words of the command line were read as the text')
    expect((await lines('-c', 'plain', './no/letter'))[0]).toContain('there is no file ./no/letter')
    expect((await lines('-c', 'plain', '--verbose', 'letter'))[0]).toBe(
      'the words of the command line were read as the text: no file is named so',
    )
  })

  test('is told of nothing else', async () => {
    expect((await lines('-c', 'plain', 'The end. And so on')).length).toBe(1)
    expect((await runCaptured(['--quiet', 'letter.txt'])).stderr).toBe('')
    expect((await runCaptured(['--json', 'letter.txt'])).stderr).toBe('')
    const folder = mkdtempSync(path.join(tmpdir(), 'runnel-typed-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = path.join(folder, 'letter.txt')
    writeFileSync(file, 'The end')
    expect((await lines('-c', 'plain', '--verbose', file)).length).toBe(1)
  })
})

describe('encodings', () => {
  test('are found and told, unless cipher or key are named', async () => {
    const { stdout, stderr } = await runCaptured([encoded])
    expect(stdout).toBe(plaintext)
    expect(stderr).toMatch(/^base64 > caesar · shift 7 · belief /)
    expect((await runCaptured(['-c', 'caesar', '-k', '0', encoded])).stdout).toBe(encoded)
    expect((await runCaptured(['-e', 'none', '--quiet', 'aGVsbG8=', '-k', '0', '-c', 'caesar'])).stdout).toBe(
      'aGVsbG8=',
    )
    expect((await runCaptured(['-e', 'auto', '-c', 'caesar', '-k', '7', encoded])).stdout).toBe(plaintext)
  })

  test('are taken off by name', async () => {
    const twice = Buffer.from(Buffer.from('Khoor').toString('hex')).toString('base64')
    const words = ['-c', 'caesar', '-k', '3', '-e', 'base64 > hex']
    const { stdout, stderr } = await runCaptured([...words, twice])
    expect(stdout).toBe('Hello')
    expect(stderr).toMatch(/^base64 > hex > caesar · shift 3 · belief 100/)
    const { stdout: json } = await runCaptured(['--json', ...words, twice])
    expect(JSON.parse(json)).toMatchObject({ encoding: 'base64 > hex', text: 'Hello' })
  })

  test('that a text is not in are told of, after the text before', async () => {
    expect(await runCaptured(['-e', 'hex', '4869zz'])).toEqual({
      status: 1,
      stdout: 'Hi',
      stderr: 'runnel: hex: "z" may not stand at position 5\n',
    })
    const { status, stderr } = await runCaptured(['-e', 'base65', 'a'])
    expect(status).toBe(2)
    expect(stderr).toContain('encoding: expected one of hex, base64, ')
  })
})
