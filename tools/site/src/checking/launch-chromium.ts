import { chromiumWords } from '@runnel/tasks/chromium-words'
import { type Browser, chromium } from 'playwright'

/** Starts a Chromium without a window. */
export const launchChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...chromiumWords] })
