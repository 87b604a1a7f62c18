#!/usr/bin/env node
import { run } from './run.ts'

const interrupt = new AbortController()
const training = process.argv[2] === 'train'
// The first ^C ends training at the next step; a second one ends the program at once.
if (training) process.once('SIGINT', () => interrupt.abort())
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: interrupt.signal,
})
