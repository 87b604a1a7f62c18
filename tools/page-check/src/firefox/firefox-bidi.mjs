#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { WebSocket, WebSocketServer } from 'ws'

/*
 * Stands in for the program of a released Firefox where Playwright starts one: passes on what both say, and answers itself, with
 * nothing done, the commands of newer ones that this one does not know. RUNNEL_FIREFOX is the program.
 */
const unknownTo = new Set(['emulation.setMediaFeaturesOverride'])

const firefox = spawn(process.env.RUNNEL_FIREFOX ?? 'firefox-esr', process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
})
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => firefox.kill(signal))
firefox.on('exit', (status) => process.exit(status ?? 1))

const join = (from, own) => {
  const to = new WebSocket(own, { perMessageDeflate: false })
  const early = []
  from.on('message', (data) => {
    const text = String(data)
    const { id, method } = JSON.parse(text)
    if (unknownTo.has(method)) from.send(JSON.stringify({ type: 'success', id, result: {} }))
    else if (to.readyState === WebSocket.OPEN) to.send(text)
    else early.push(text)
  })
  to.on('open', () => {
    for (const text of early.splice(0)) to.send(text)
  })
  to.on('message', (data) => from.send(String(data)))
  to.on('close', () => from.close())
  to.on('error', () => from.close())
  from.on('close', () => to.close())
}

for await (const line of createInterface({ input: firefox.stderr })) {
  const own = /WebDriver BiDi listening on (ws:\/\/.*)$/.exec(line)?.[1]
  if (!own) {
    process.stderr.write(`${line}\n`)
    continue
  }
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  server.on('connection', (socket, { url }) => join(socket, new URL(url, own).href))
  server.on('listening', () => {
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}\n`)
  })
}
