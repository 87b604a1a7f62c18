#!/usr/bin/env node
import { run } from './run.ts'
import { UnwritableFileError } from './unwritable-file.ts'

const interrupt = new AbortController()
const isLong = ['train', 'lab'].includes(process.argv[2])
// The first ^C ends training, or the lab, at the next step; a second one ends the program at once.
if (isLong) process.once('SIGINT', () => interrupt.abort())
let isDone = false
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader has gone (`| head`): nobody is left to tell.
  if (error.code === 'EPIPE') process.exit(0)
  // The command that waited for the write says so itself, and has its turn before this.
  setImmediate(() => {
    if (isDone) return
    process.stderr.write(`runnel: ${new UnwritableFileError('standard output', error).message}\n`)
    process.exit(1)
  })
})
process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: interrupt.signal,
})
isDone = process.exitCode !== 0
