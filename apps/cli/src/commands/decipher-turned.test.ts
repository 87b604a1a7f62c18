import { expect, test } from 'vitest'
import { runCaptured } from '../testing/run-captured.ts'

const plaintext = 'The key is under the old mat.'

test.each([
  ['ETsoRTgovHYkxbY1ynIoxrY0zTFty2cpRT1swX4=', 'atbash > base64'],
  ["'v9=xvE=6$qA4Jq`3>#=4:q_2v&83aI<xv`95rcl", 'rot47 > base64'],
  ['ALmqNLyqjXGuhdG1grWqhnG0fLZlg2cpNL1miH4=', 'caesar-5 > base64'],
  ['546865206y657920697320756v64657220746865206u6x64206w61742v', 'atbash > hex'],
  ['dcegeda_e3edfha_ehfba_fde6ecedfaa_fcegeda_e7e4eca_e5e`fca6', 'rot47 > hex'],
])('an encoding whose signs were enciphered once more: %s', async (text, encoding) => {
  const { stdout, stderr } = await runCaptured(['decipher', text])
  expect(stdout).toBe(plaintext)
  expect(stderr).toContain(`${encoding} > plain · belief 100.00 %`)
})

test('a sentence backwards under a key that is listed', async () => {
  const { stdout, stderr } = await runCaptured(['decipher', '.yfr iqt jmy wjisz xn djp jmY'])
  expect(stdout).toBe(plaintext)
  expect(stderr).toContain('reversed > caesar · shift 5')
})

test.each([
  ['Yslr yjr drvpmf [syj smf ;ppl imfrt yjr p;f psl/', 'Take the second path and look under the old oak.'],
  ['rgw jwt ua ybswe rgw q\\rwe riqwe', 'the key is under the water tower'],
])('words typed on other keys: %s', async (text, read) => {
  expect((await runCaptured(['decipher', text])).stdout).toBe(read)
})

test.each([
  '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  '$2b$12$KIXQ0jz8mYv3nq6',
  'd41d8cd98f00b204e9800998ecf8427e',
])('a code passes: %s', async (text) => expect((await runCaptured(['decipher', text])).stdout).toBe(text))

test.each([
  // Under XOR a flag of one of fifty kinds comes out.
  ['VSAQKUSSIGEOQHLNCGLGETLH', 'xor'],
  // Turkish, and Finnish, are a little like English backwards.
  ['Herkes herhangi bir devletin sınırları dahilinde serbestçe', 'reversed'],
  ['toimintaa rauhan ylläpitämiseksi. Vanhemmilla on', 'reversed'],
])('%s is not read as %s', async (text, told) => {
  const { stdout, stderr } = await runCaptured(['decipher', text])
  expect(stdout).toBe(text)
  expect(stderr).not.toContain(told)
})
