import { createRandom } from '@runnel/core'
import { createDecipherer, type DecipherEvent, type Decipherer } from '@runnel/decipher'
import { createBigramModel } from '@runnel/decipher/testing'
import { describe, expect, test } from 'vitest'
import { countAltered, countAlteredEach } from './altered.ts'
import { codes } from './codes.ts'
import { coordinates } from './coordinates.ts'
import { movesOf, namesOf, readsOf } from './listed-texts.ts'
import { logLines } from './log-lines.ts'
import { countLost } from './lost.ts'
import { messagesOf } from './messages.ts'
import { alteredTable, lostTable } from './tables.ts'

const text =
  `${'The river comes down from the hills in spring, and carries the snow with it. '.repeat(60)}\n`.repeat(2)

/** A decipherer that gives text through a function, at once. */
const giving = (change: (text: string) => string, event?: DecipherEvent): Decipherer => {
  const createSession = () => ({
    push: (given: string): DecipherEvent[] => [
      ...(event ? [event] : []),
      { type: 'final', start: 0, text: change(given) },
    ],
    flush: () => [],
  })
  return { createSession } as unknown as Decipherer
}

const isWrong = (at: number): boolean => at === 0 || at === 150

/** A decipherer that believes in another key at character 150, and gives the first and that one wrong. */
const startled = (decipherer: Decipherer): Decipherer => {
  const createSession = () => {
    const session = decipherer.createSession()
    let at = 0
    const change = (event: DecipherEvent): DecipherEvent =>
      event.type === 'final'
        ? {
            ...event,
            text: event.text.replace(/./gs, (unit, i) => (isWrong(event.start + i) ? '#' : unit)),
          }
        : event
    return {
      push(unit: string): DecipherEvent[] {
        const key = { type: 'key', start: at, cipher: 'unknown', key: {}, probability: 1 } as const
        return [...session.push(unit).map(change), ...(at++ === 150 ? [key] : [])]
      },
      flush: () => session.flush().map(change),
    }
  }
  return { createSession } as unknown as Decipherer
}

describe('text that should pass', () => {
  test('letters and other characters altered are counted apart, chunk after chunk', () => {
    const given = 'abcde 1,'.repeat(500)
    const digits: number[] = []
    const altered = countAltered(
      giving((chunk) => chunk.replace(/[a1]/g, 'x')),
      given,
      (n) => digits.push(n),
    )
    expect(altered).toEqual({ letters: 2500, altered: 500, others: 500 })
    expect(digits.reduce((sum, n) => sum + n)).toBe(given.length)
    const cut = { letters: 4, altered: 1, others: 0 }
    const [row] = alteredTable([{ name: 'a', source: 'b', size: given.length, ...altered, cut }], 200).rows
    expect(row.slice(3)).toEqual(['2,500', '2000.00', '3333.33', '2500.00'])
  })

  test('messages have sessions of their own', () => {
    const messages = messagesOf('ab cde fghij\nklmno pqrst', 4)
    expect(messages).toEqual(['ab cde', ' fghij', '\nklmno', ' pqrst'])
    const first = giving((message) => `#${message.slice(1)}`)
    expect(countAlteredEach(first, messages)).toEqual({ letters: 20, altered: 1, others: 3 })
  })

  test('what does not come out is a fault', () => {
    expect(() =>
      countAltered(
        giving((chunk) => chunk.slice(1)),
        'abc',
      ),
    ).toThrow('1 characters did not come out')
  })

  test('text that comes out as it went in', () => {
    expect(
      countAltered(
        giving((chunk) => chunk),
        text,
      ).altered,
    ).toBe(0)
  })
})

describe('prose under Caesar', () => {
  const plan = () => ({ text, streams: 4, letters: 200, random: createRandom(2) })

  test('a session that finds the key loses nothing', () => {
    const model = createBigramModel()
    const lost = countLost(createDecipherer({ model, cipher: 'caesar', keyChange: { rate: 0 } }), plan())
    expect(lost).toEqual({ streams: 4, found: 4, spared: 4, letters: 800, lost: 0, unread: 0, alarms: 0 })
    const nervous = countLost(startled(createDecipherer({ model, cipher: 'caesar' })), plan())
    // The first character is a letter as well, but comes before the key is found.
    const wrong = nervous.lost + nervous.unread
    expect(nervous).toMatchObject({ found: 4, spared: 4 - wrong, alarms: 4 })
    expect(wrong).toBeGreaterThan(0)
    expect(wrong).toBeLessThanOrEqual(4)
    const [, , found, kept, , spared] = lostTable([{ name: 'a', ...nervous }], 200, 2).rows[0]
    expect([found, kept]).toEqual(['100.00 %', `${(100 - nervous.lost / 8).toFixed(3)} %`])
    expect(spared).toBe(`${(25 * nervous.spared).toFixed(2)} %`)
  })

  test('what no key is believed to explain is left as it stands, and not lost', () => {
    const model = createBigramModel()
    const decipherer = createDecipherer({ model, cipher: 'caesar', keyChange: { rate: 0 } })
    const createSession = () => {
      const session = decipherer.createSession()
      const unread = { type: 'key', start: 0, cipher: 'unknown', key: {}, probability: 1 } as const
      let at = 0
      return {
        push: (unit: string): DecipherEvent[] =>
          ++at <= 100
            ? [...session.push(unit), ...(at === 100 ? [...session.flush(), unread] : [])]
            : [{ type: 'final', start: at - 1, text: unit }],
        flush: () => [],
      }
    }
    const lost = countLost({ createSession } as unknown as Decipherer, plan())
    expect(lost).toMatchObject({ found: 4, spared: 0, lost: 0, alarms: 4 })
    expect(lost.unread).toBeGreaterThan(4 * 50)
    expect(lostTable([{ name: 'a', ...lost }], 200, 2).rows[0][4]).toBe(`${(lost.unread / 8).toFixed(3)} %`)
  })

  test('where the key is not found nothing counts as lost', () => {
    const key = { type: 'key', start: 0, cipher: 'unknown', key: {}, probability: 1 } as const
    expect(
      countLost(
        giving((unit) => unit, key),
        plan(),
      ),
    ).toMatchObject({ found: 0, lost: 0, letters: 0 })
  })
})

describe('what is read out of files', () => {
  test('moves', () => {
    const openings = '# a note\n\nA00b "Fried fox"  1.f3 e5 2.Kf2 *\nA00f "Creepy"  1.a3\n  e5 *\n'
    expect(movesOf(openings)).toBe('1.f3 e5 2.Kf2\n1.a3\ne5\n')
  })

  test('reads', () => expect(readsOf('@r1\nACGT\n+\n!!!!\n@r2\nTTN\n+\n!!!\n')).toBe('ACGT\nTTN'))

  test('names', () => {
    const list =
      '@PLAYER "."\n# a note\nAdly, Jan #gm EGY\n   %Bio born\n= Adly J\nBo, Li #- CHN\nCruz, Eva #- PER\n'
    expect(namesOf(list, 100)).toBe('Adly, Jan\nBo, Li\nCruz, Eva')
    // Every second one where there are twice as many as asked for.
    expect(namesOf(list, 13)).toBe('Adly, Jan\nCru')
  })
})

describe('what is made', () => {
  test('coordinates, on earth and in four forms', () => {
    const lines = coordinates(createRandom(1), 20_000).split('\n').slice(0, -1)
    const forms = [
      /^[NS] \d\d° \d\d\.\d{3} [EW] \d{3}° \d\d\.\d{3}$/,
      /^\d{1,2}°\d\d'\d\d"[NS] \d{1,3}°\d\d'\d\d"[EW]$/,
      /^-?\d{1,2}\.\d{5}, -?\d{1,3}\.\d{5}$/,
      /^\d{1,2}\.\d{4} [NS], \d{1,3}\.\d{4} [EW]$/,
    ]
    const counts = forms.map((form) => lines.filter((line) => form.test(line)).length)
    expect(Math.min(...counts)).toBeGreaterThan(100)
    expect(counts.reduce((sum, count) => sum + count)).toBe(lines.length)
  })

  test('codes, one a line, twelve kinds of them', () => {
    const lines = codes(createRandom(1), 20_000).split('\n').slice(0, -1)
    const heads = [
      /^[A-Z2-9]{5}-/,
      /^[A-Z]{4}-/,
      /^[\da-f]{8}-/,
      /^(?:[\da-f]{2}:){5}/,
      /^#/,
      /^GB\d\d /,
      /^1\./,
    ]
    for (const head of heads) expect(lines.filter((line) => head.test(line)).length).toBeGreaterThan(10)
    expect(codes(createRandom(1), 500)).toBe(codes(createRandom(1), 600).slice(0, 500))
  })

  test('log lines, forward in time, the same for a seed', () => {
    const [lines, again] = [1, 1].map((seed) => logLines(createRandom(seed), 5000))
    expect(again).toBe(lines)
    expect(logLines(createRandom(2), 5000)).not.toBe(lines)
    const times = Array.from(lines.matchAll(/2026-11-28T[\d:.]+Z/g), ([time]) => time)
    expect(times.length).toBeGreaterThan(20)
    expect(times.toSorted()).toEqual(times)
  })
})
