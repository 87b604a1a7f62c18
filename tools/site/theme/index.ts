import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import { LiveDemo } from './live-demo.ts'
import './styles/tokens.css'
import './styles/frame.css'
import './styles/documents.css'
import './styles/search.css'
import './styles/home.css'

/** The theme of VitePress in the colours of the page, and what the home page needs. */
const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => {
    app.component('LiveDemo', LiveDemo)
  },
}

// VitePress asks for it so.
export default theme
