import type { CDPSession, Page } from 'playwright'

/** Collects the garbage of a page and of its workers, as far as it can be collected. */
export const collectGarbage = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page)
  const workers: string[] = []
  devtools.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.push(sessionId)
  })
  await devtools.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  await devtools.send('HeapProfiler.collectGarbage')
  for (const worker of workers) await collectIn(devtools, worker)
  await devtools.detach()
}

const collectIn = (devtools: CDPSession, sessionId: string): Promise<void> =>
  new Promise((resolve, reject) => {
    devtools.on('Target.receivedMessageFromTarget', (message) => {
      if (message.sessionId === sessionId) resolve()
    })
    const message = JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' })
    devtools.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject)
  })
