import { render } from 'preact'
import { openBrowserEngine } from './engine/index.ts'

const root = document.getElementById('root')
const engine = openBrowserEngine()
let text = ''
engine.subscribe((message) => {
  if (message.type === 'frame') {
    text += message.settled
    if (root)
      render(
        <p>
          {text}|{message.waiting.text}
        </p>,
        root,
      )
  }
})
await engine.load()
engine.start({ cipher: 'auto' })
engine.append('Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl. ')
