import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidOptionError } from '../errors.ts'
import { createDecodingChain, encodingsInWords, parseEncodings } from './chain.ts'
import { createEncodingStream } from './encoding-stream.ts'

const CHAINS = [
  'base64',
  'base64 > hex',
  'reversed > base64',
  'hex>percent>base32 > rot13',
  'binary > a1z26',
  'base64 > gzip',
  'hex>zlib > base64',
]

test.each(CHAINS)('%s: decoded as it was encoded, saved after every unit', (words) => {
  const encodings = parseEncodings(words)
  const isLetters = words.includes('a1z26')
  const texts = isLetters ? fc.string({ unit: fc.constantFrom(...'ABCXYZ') }) : fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(texts, (text) => {
      const encoded = encodings.reduceRight((inner, encoding, i) => {
        const asBytes = encodings[i + 1]?.signs === 'bytes'
        const written = createEncodingStream(encoding, undefined, { asBytes })
        return written.push(inner) + written.flush()
      }, text)
      let stream = createDecodingChain(encodings)
      let told = ''
      for (const unit of encoded.split('')) {
        told += stream.push(unit)
        const saved = stream.save()
        stream = createDecodingChain(encodings, saved)
        expect(stream.save()).toEqual(saved)
      }
      expect(told + stream.flush()).toBe(text.replace(/^\ufeff/, isLetters ? '\ufeff' : ''))
      expect(stream.fault).toBe(undefined)
    }),
    { numRuns: words.includes('z') ? 8 : 20 },
  )
})

test('a fault is told of the encoding that it is in', () => {
  const stream = createDecodingChain(parseEncodings('base64 > hex'))
  expect(stream.push('NDg2enp6') + stream.flush()).toBe('H')
  expect(stream.fault).toMatchObject({ encoding: 'hex', symbol: 'z', position: 3 })
})

test('names and their order', () => {
  expect(encodingsInWords(parseEncodings('base64>hex'))).toBe('base64 > hex')
  expect(() => parseEncodings('base64 > hax')).toThrow(/received "hax"/)
  expect(() => parseEncodings('hex>'.repeat(8).concat('hex'))).toThrow(InvalidOptionError)
  expect(parseEncodings('hex>'.repeat(7).concat('hex')).length).toBe(8)
})
