import { render } from 'preact'
import { engines } from './engines.ts'
import { EmbeddedApp } from './ui/app.tsx'
import { startPage } from './ui/start.ts'
import './ui/styles/index.css'
import './ui/styles/embedded.css'

const root = document.getElementById('root')
if (root) {
  // In the page of somebody else nothing is to move: words come with their fonts, or without them where these do not arrive.
  const fonts = Promise.allSettled(Array.from(document.fonts, (font) => font.load()))
  void fonts.then(async () => render(<EmbeddedApp view={await startPage(engines)} />, root))
}
