import { describe, expect, test } from 'vitest'
import { medianLines, tooLong } from './file-lengths.ts'
import { againstArrows, type FolderArrows } from './folder-arrows.ts'
import { importCircles } from './import-circles.ts'
import { importGraph } from './import-graph.ts'
import { riddles } from './riddles.ts'
import { isTest, sourceFiles } from './source-files.ts'

const GROUPS = '{packages,apps,tools,examples}'
const DECIPHER = 'packages/decipher/src'

const modules = sourceFiles([`${GROUPS}/**/*.ts`])
const decipher = new Map([...modules].filter(([file]) => file.startsWith(`${DECIPHER}/`)))
const graph = importGraph(new Map([...modules, ...sourceFiles([`${GROUPS}/*/package.json`])]))

/** Arrows inside @runnel/decipher, from ground to top; only tests import `testing`. */
const arrows: FolderArrows = {
  errors: '',
  'in-steps': '',
  saving: 'errors',
  input: 'errors saving',
  session: 'errors in-steps saving input',
  keys: 'errors in-steps saving input session',
  language: 'errors saving input session keys',
  belief: 'errors in-steps saving input session keys language',
  settling: 'errors in-steps saving input session keys language belief',
  inferences: 'errors in-steps saving input session keys language belief settling',
  decipherer: 'errors in-steps saving input session keys language belief settling inferences',
  encodings: 'errors in-steps saving input session keys language belief settling inferences decipherer',
  flags: 'errors in-steps saving input session keys language belief settling inferences decipherer encodings',
  scripts: 'errors in-steps saving input session decipherer encodings flags',
  languages: 'inferences scripts',
  again:
    'errors in-steps input saving session language identify inferences decipherer encodings pipelines flags',
  identify: 'errors in-steps saving input',
  respace: 'language',
  pipelines: 'errors in-steps saving input session keys language belief settling inferences decipherer',
  index: 'errors in-steps saving input session keys language belief settling inferences decipherer pipelines',
  testing:
    'errors in-steps saving input session keys language belief settling inferences decipherer encodings again identify pipelines index',
}

test('files were found', () => {
  expect(modules.size).toBeGreaterThan(500)
  expect(decipher.size).toBeGreaterThan(50)
  expect([...graph.values()].flat().length).toBeGreaterThan(1000)
})

test('no docblock opens with a question', () => {
  const code = sourceFiles([`${GROUPS}/**/*.{ts,mts,mjs,js,as,c}`, 'scripts/*.mjs', '*.ts'])
  expect(riddles(code)).toEqual([])
})

test('no files and no folders of a package import each other around', () => {
  expect(importCircles(graph)).toEqual([])
})

test('no file has more than 250 lines', () => {
  expect(tooLong(modules, 250)).toEqual([])
})

describe('@runnel/decipher', () => {
  test('imports follow the arrows between its folders', () => {
    expect(againstArrows(graph, DECIPHER, arrows)).toEqual([])
  })

  test('no file has more than 200 lines, and the median is at most 60', () => {
    expect(tooLong(decipher, 200)).toEqual([])
    const code = new Map([...decipher].filter(([file]) => !isTest(file)))
    expect(medianLines(code)).toBeLessThanOrEqual(60)
  })
})
