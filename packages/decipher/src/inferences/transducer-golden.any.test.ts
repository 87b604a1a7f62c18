import { loadDefaultEngine, loadWasmEngine, type RnnModel } from '@runnel/rnn-model'
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
    'UlNOUAIAAAB+isCHC2ZpbmdlcnByaW50QgAAAD4AAAB7Im1vZGVsIjoiZml4ZWQtc2hpZnQtMyBmaXhlZC1zaGlmdC0zIiwiZW5naW5lIjoidHlwZWQtYXJyYXkifQdzZXNzaW9uCgAAAAAAAAAAACRAAAAFaW5wdXQGAAAAAAABAAAACHBvc2l0aW9uCAAAAAAAAAAAADxABXN0YXRlaAAAAJwimCMAAAAAy8VnKQAAAAAAAAAAAAAAAAAAAAB9dg0uAAAAAIkStSu/bEIhAAAAAAAAAACg25AqAAAAAMhV7SUAAAAAAAAAAAAAAAA43r0kAAAAAAAAAAAtV+IsAAAAAAAAAAAAAAAA',
  ],
  [
    'the recalling net',
    async () => createRecallingModel(),
    ['Nzlll, Zaxqx! 3.14 — 😀 Жук\n', 'Zrz webdj bzxbf bnt oqbrl tbtd jrr lobr nuw. X Nbwt Wczfzl'],
    'UlNOUAIAAAChSkHMC2ZpbmdlcnByaW50OgAAADYAAAB7Im1vZGVsIjoicmVjYWxsaW5nIHJlY2FsbGluZyIsImVuZ2luZSI6InR5cGVkLWFycmF5In0Hc2Vzc2lvbgoAAAAAAAAAAAAkQAAABWlucHV0BgAAAAAAAQAAAAhwb3NpdGlvbggAAAAAAAAAAAA8QAVzdGF0ZZAAAABpabo+cTN/P6n5f79J1FY/TeZ7v8vCfb8N63+/YZj3Pjd3fz+MgXU/4WLgPjdQej4wE968xVEsPATGzzzO8XY8J+kQP5ncKz6ogHk/XAx5vijBszwbc/c+NaoEvvqpEj+Cwlm+JPCGPsxY1Dw2F4U8llAkP/ADGD8G8g5A0CZ+vgqu/j89rgc/1y4Ivong0T8=',
  ],
  [
    'the recalling net on the default engine',
    async () => createRecallingModel(await loadDefaultEngine()),
    ['Nzlll, Zaxvx! 3.14 — 😀 Жук\n', 'Puu wwqwt yzxwq qqq bktdy xqxd qwd qxwq wtw. Z Fzul Qbpdtd'],
    'UlNOUAIAAADTziUGC2ZpbmdlcnByaW50OAAAADQAAAB7Im1vZGVsIjoicmVjYWxsaW5nIHJlY2FsbGluZyIsImVuZ2luZSI6Indhc20taW50OCJ9B3Nlc3Npb24KAAAAAAAAAAAAJEAAAAVpbnB1dAYAAAAAAAEAAAAIcG9zaXRpb24IAAAAAAAAAAAAPEAFc3RhdGWQAAAAlx09vpXQfz/V/3+/h8dZvwIkX787/n+/FPV2v5Midj+O10w/iPV/PzTje78GyH+/eF1Xu7Bx+Du2SNs9lYSUPdpiT78cnZ48rR5PP3kVMj/0+5Q57z+XOw3AiT4lwkQ/Tt9ZvfRJbj7/uHE+U/63PcxSkr8y7/Q8RhGQP4ImYT+IfB1AAFqXO5uRjT6tZyVA',
  ],
  [
    'the recalling net in int16',
    async () => createRecallingModel(await loadWasmEngine({ arithmetic: 'int16' })),
    ['Nzlll, Zaxqx! 3.14 — 😀 Жук\n', 'Zrz webdh bzldl yej ynjby rbzd qdw tmjr tnw. X Nlwq Wuzfzd'],
    'UlNOUAIAAACOsIpoC2ZpbmdlcnByaW50OQAAADUAAAB7Im1vZGVsIjoicmVjYWxsaW5nIHJlY2FsbGluZyIsImVuZ2luZSI6Indhc20taW50MTYifQdzZXNzaW9uCgAAAAAAAAAAACRAAAAFaW5wdXQGAAAAAAABAAAACHBvc2l0aW9uCAAAAAAAAAAAADxABXN0YXRlkAAAAFWOwT6YK38/5vh/vx48WD/wFXy/yqp9v3vqf7+oR+8+LXl/Py1mdT/rg+8+ioV2PqLW57wCviA8K+TUPIrRgDy3PA0/+Ew1Prl5eT+pPHO+af62PNZp/T55DAS+w6ITPw9FV76oRIY+10rZPJt8ijzv9x4/aKkbP8LNDkCy+3e+EOD9P66aCz+auAe+5sXTPw==',
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

/** Of the recalling net on the default engine when that was int16, before snapshots named the engine. */
const before =
  'UlNOUAIAAACi0TS2C2ZpbmdlcnByaW50IwAAAB8AAAB7Im1vZGVsIjoicmVjYWxsaW5nIHJlY2FsbGluZyJ9B3Nlc3Npb24KAAAAAAAAAAAAJEAAAAVpbnB1dAYAAAAAAAEAAAAIcG9zaXRpb24IAAAAAAAAAAAAPEAFc3RhdGWQAAAAVY7BPpgrfz/m+H+/HjxYP/AVfL/Kqn2/e+p/v6hH7z4teX8/LWZ1P+uD7z6KhXY+otbnvAK+IDwr5NQ8itGAPLc8DT/4TDU+uXl5P6k8c75p/rY81mn9PnkMBL7DohM/D0VXvqhEhj7XStk8m3yKPO/3Hj9oqRs/ws0OQLL7d74Q4P0/rpoLP5q4B77mxdM/'

describe('a snapshot stored when int16 was the default', () => {
  const bytes = Uint8Array.from(atob(before), (character) => character.charCodeAt(0))

  test('the default engine refuses it, and says with which engine it goes on', async () => {
    const decipherer = createDecipherer({ model: createRecallingModel(await loadDefaultEngine()) })
    expect(() => decipherer.createSession(bytes)).toThrow(
      'the snapshot belongs to engine wasm-int16, this session is for engine wasm-int8: ' +
        'to go on, load the model with the engine wasm-int16; or begin anew',
    )
  })

  test('with that engine it goes on', async () => {
    const [, load, told] = golden[3]
    const session = createDecipherer({ model: await load() }).createSession(bytes)
    expect(finalText(session.push(second))).toBe(told[1])
  })
})
