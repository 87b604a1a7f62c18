import { expect, test } from 'vitest'
import { mailBody } from './mail-body.ts'

const message = (header: string, body: string) => `From: someone\nSubject: x\n${header}\n\n${body}`

test('keeps what the author wrote, without header, quotations, addresses and signature', () => {
  const body = [
    'On Monday, someone wrote:',
    '> I think so.',
    'Kevin> So do I.',
    '  | And I.',
    '',
    'I do not. See http://example.com/page for why,',
    'or write to someone@example.com about it.',
    '',
    '-- ',
    'someone, somewhere',
  ].join('\n')
  expect(mailBody(message('', body))).toBe('I do not. See  for why,\nor write to  about it.')
})

test.each([
  '_______________________________________________',
  '-----Original Message-----',
  '------------------------ Yahoo! Groups Sponsor',
  'begin 644 picture.gif',
])('ends at %s', (end) => {
  expect(mailBody(message('', `Mine.\n${end}\nNot mine.`))).toBe('Mine.')
})

test('parts the points of a list', () => {
  expect(mailBody(message('', 'Two things:\n- one thing\n- another'))).toBe(
    'Two things:\n\n- one thing\n\n- another',
  )
})

test('decodes quoted-printable text', () => {
  const header = 'Content-Transfer-Encoding: quoted-printable'
  expect(mailBody(message(header, 'A caf=E9 that is =\nfar away.'))).toBe('A café that is far away.')
})

test('takes the plain part of a mail with several', () => {
  const body = [
    '--x',
    'Content-Type: text/html',
    '',
    '<b>Hello</b>',
    '--x',
    'Content-Type: text/plain',
    '',
    'Hello.',
    '--x--',
  ].join('\n')
  expect(mailBody(message('Content-Type: multipart/alternative; boundary="x"', body))).toBe('Hello.')
})

test.each(['Content-Type: text/html', 'Content-Transfer-Encoding: base64'])(
  'drops a mail in %s',
  (header) => {
    expect(mailBody(message(header, 'SGVsbG8='))).toBe('')
  },
)
