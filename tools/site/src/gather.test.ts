import { expect, test } from 'vitest'
import { asHome, withLinks } from './gather.ts'

test('links stay within the site where they can, and lead to the repository where not', () => {
  const blob = 'https://github.com/runnel-streams/runnel/blob/main'
  expect(withLinks('[a](errors.md) [b](../README.md) [c](https://a.b) [d](live.svg)', '.')).toBe(
    `[a](errors.md) [b](${blob}/README.md) [c](https://a.b) [d](./live.svg)`,
  )
  expect(withLinks('[a](../engine.md) [b](../../LICENSE)', 'decisions')).toBe(
    `[a](../engine.md) [b](${blob}/LICENSE)`,
  )
})

test('the home page lists the guides that there are, in place of those that it names', () => {
  const text = '# Runnel\n\n<div class="guides">\n\n- [Old](guides/old.md)\n\n</div>\n'
  const home = asHome(text, [['guides/new', 'New']])
  expect(home).toContain('<div class="guides">\n\n- [New](guides/new.md)\n\n</div>')
  expect(home).not.toContain('Old')
  expect(() => asHome('# Runnel\n', [])).toThrow('docs/index.md has no <div class="guides">')
})
