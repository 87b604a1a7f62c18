import { loadDefaultEngine, type RnnModel } from '@runnel/rnn-model'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { createFixedShiftModel, createRecallingModel } from '../testing/index.ts'

/*
 * Transcripts recorded once, in Node. That they hold in workerd and Chromium is law 7; that a snapshot stored
 * then goes on now, wherever this runs, is law 4 across runtimes and versions.
 */
const [first, second] = [
  'Khoor, Zruog! 3.14 — 😀 Жук\n',
  'Wkh txlfn eurzq ira mxpsv ryhu wkh odcb grj. L Olnh Dssohv',
]

const golden: [name: string, model: () => Promise<RnnModel>, told: string[], stored: string][] = [
  [
    'the fixed-shift net',
    async () => createFixedShiftModel(3),
    ['Hello, World! 3.14 — 😀 Жук\n', 'The quick brown fox jumps over the lazy dog. I Like Apples'],
    'UlNOUAIAAAAOYXmYC2ZpbmdlcnByaW50KwAAACcAAAB7Im1vZGVsIjoiZml4ZWQtc2hpZnQtMyBmaXhlZC1zaGlmdC0zIn0Hc2Vzc2lvbgoAAAAAAAAAAAAkQAAABWlucHV0BgAAAAAAAQAAAAhwb3NpdGlvbggAAAAAAAAAAAA8QAVzdGF0ZWgAAACcIpgjAAAAAMvFZykAAAAAAAAAAAAAAAAAAAAAfXYNLgAAAACJErUrv2xCIQAAAAAAAAAAoNuQKgAAAADIVe0lAAAAAAAAAAAAAAAAON69JAAAAAAAAAAALVfiLAAAAAAAAAAAAAAAAA==',
  ],
  [
    'the recalling net',
    async () => createRecallingModel(),
    ['Nzlll, Zaxqx! 3.14 — 😀 Жук\n', 'Zrz webdj bzxbf bnt oqbrl tbtd jrr lobr nuw. X Nbwt Wczfzl'],
    'UlNOUAIAAADRcQz7C2ZpbmdlcnByaW50IwAAAB8AAAB7Im1vZGVsIjoicmVjYWxsaW5nIHJlY2FsbGluZyJ9B3Nlc3Npb24KAAAAAAAAAAAAJEAAAAVpbnB1dAYAAAAAAAEAAAAIcG9zaXRpb24IAAAAAAAAAAAAPEAFc3RhdGWQAAAAaWm6PnEzfz+p+X+/SdRWP03me7/Lwn2/Det/v2GY9z43d38/jIF1P+Fi4D43UHo+MBPevMVRLDwExs88zvF2PCfpED+Z3Cs+qIB5P1wMeb4owbM8G3P3PjWqBL76qRI/gsJZviTwhj7MWNQ8NheFPJZQJD/wAxg/BvIOQNAmfr4Krv4/Pa4HP9cuCL6J4NE/',
  ],
  [
    'the recalling net on the default engine',
    async () => createRecallingModel(await loadDefaultEngine()),
    ['Nzlll, Zaxqx! 3.14 — 😀 Жук\n', 'Zrz webdh bzldl yej ynjby rbzd qdw tmjr tnw. X Nlwq Wuzfzd'],
    'UlNOUAIAAACi0TS2C2ZpbmdlcnByaW50IwAAAB8AAAB7Im1vZGVsIjoicmVjYWxsaW5nIHJlY2FsbGluZyJ9B3Nlc3Npb24KAAAAAAAAAAAAJEAAAAVpbnB1dAYAAAAAAAEAAAAIcG9zaXRpb24IAAAAAAAAAAAAPEAFc3RhdGWQAAAAVY7BPpgrfz/m+H+/HjxYP/AVfL/Kqn2/e+p/v6hH7z4teX8/LWZ1P+uD7z6KhXY+otbnvAK+IDwr5NQ8itGAPLc8DT/4TDU+uXl5P6k8c75p/rY81mn9PnkMBL7DohM/D0VXvqhEhj7XStk8m3yKPO/3Hj9oqRs/ws0OQLL7d74Q4P0/rpoLP5q4B77mxdM/',
  ],
]

describe.each(golden)('%s', async (_, load, told, stored) => {
  const decipherer = createDecipherer({ model: await load() })

  test('the transcript', () => {
    const session = decipherer.createSession()
    const key = { cipher: 'caesar', key: { shift: 3 }, probability: 1 }
    expect(session.push(first)).toEqual([
      { type: 'key', start: 0, ...key },
      { type: 'final', start: 0, text: told[0] },
    ])
    expect(btoa(String.fromCharCode(...session.snapshot()))).toBe(stored)
    expect(session.push(second)).toEqual([{ type: 'final', start: 28, text: told[1] }])
    expect(session.flush()).toEqual([{ type: 'done', start: 86, ...key, letters: 56 }])
  })

  test('the stored snapshot goes on', () => {
    const bytes = Uint8Array.from(atob(stored), (character) => character.charCodeAt(0))
    expect(finalText(decipherer.createSession(bytes).push(second))).toBe(told[1])
  })
})
