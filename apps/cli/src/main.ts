#!/usr/bin/env node
import { run } from './run.ts'

const interrupt = new AbortController()
const isLong = ['train', 'lab'].includes(process.argv[2])
// The first ^C ends training, or the lab, at the next step; a second one ends the program at once.
if (isLong) process.once('SIGINT', () => interrupt.abort())
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: interrupt.signal,
})
