import { expect, test } from 'vitest'
import { htmlProse } from './html-prose.ts'

test('takes paragraphs, without markup, code and tables', () => {
  const page = [
    '<html><head><style>p { color: red }</style></head><body>',
    '<h1>A heading</h1><p class="x">It&rsquo;s <code>x &lt; y</code>,',
    'you&#39;d say.<a href="#a">¶</a></p>',
    '<pre><p>not this</p></pre>',
    '<table><tr><td><p>nor this</p></td></tr></table>',
    '<p>First<p>second<div>third</div>',
    '<!-- <p>fourth</p> --></body></html>',
  ].join('\n')
  expect(htmlProse(page)).toBe("It’s x < y, you'd say.\n\nFirst\n\nsecond")
})
