import { Readable } from 'node:stream'
import { createClient } from '@runnel/client'

/*
 * node examples/worker-client/src/main.ts http://127.0.0.1:8787: deciphers standard input through the service that
 * `npm start` serves, as it comes.
 */
const [service] = process.argv.slice(2)
if (!service) throw new Error('where is the service? Give its address, such as http://127.0.0.1:8787')
const ciphertext = Readable.toWeb(process.stdin) as ReadableStream<Uint8Array>
for await (const text of createClient({ url: service }).decipher(ciphertext)) process.stdout.write(text)
