import type { Browser } from 'playwright'

/** CPU that the processes which show pages have taken so far, all their threads together, in milliseconds. */
export const rendererCpu = async (browser: Browser): Promise<number> => {
  const devtools = await browser.newBrowserCDPSession()
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
  await devtools.detach()
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0)
}
