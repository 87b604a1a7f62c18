import { createCipherStream, createUtf8Decoder } from '@runnel/core'
import { findLetters } from '@runnel/core/alphabets'
import { bytesAsText, findCipher, textAsBytes } from '@runnel/core/ciphers'
import { Hono } from 'hono'
import * as v from 'valibot'
import { streamHeaders } from '../decipher-body.ts'
import { alphabetParameter } from '../decipher-query.ts'
import { accepting } from '../middleware/accepting.ts'
import type { ServiceEnv } from '../middleware/service.ts'
import { textBody } from '../middleware/text-body.ts'
import { described } from '../openapi/described.ts'
import { textRoutes } from '../openapi/text-routes.ts'
import { plainMeter } from '../shared-decipherers.ts'
import { bodyOf, mapBody } from '../stream-body.ts'
import type { Clock } from '../stream-watch.ts'
import { validatedQuery } from '../validated-query.ts'
import { admittedJob } from '../work/admitted-job.ts'
import type { Work } from '../work/work.ts'

const query = () =>
  v.strictObject({
    cipher: v.pipe(v.string('the name of a cipher'), v.examples(['caesar'])),
    key: v.pipe(v.string('a key'), v.examples(['3'])),
    alphabet: v.optional(alphabetParameter()),
  })

/** `POST /v1/encipher`: plaintext in, ciphertext out while it still arrives. */
export const encipherRoute = (clock: Clock, work: Work) =>
  new Hono<ServiceEnv>().post(
    '/',
    described(textRoutes().encipher),
    validatedQuery(query()),
    accepting('text/plain'),
    textBody(),
    (context) => {
      const { cipher: name, key: text, alphabet } = context.req.valid('query')
      const job = admittedJob(context.var, work, plainMeter)
      const cipher = findCipher(name, alphabet && findLetters(alphabet))
      const stream = createCipherStream(cipher, cipher.parseKey(text), 'encrypt')
      const utf8 = createUtf8Decoder()
      const isBytes = cipher.carries === 'bytes'
      let waiting = ''
      const { report, settings } = context.var
      const body = mapBody(
        bodyOf(context.req.raw),
        {
          push(chunk) {
            waiting += stream.push(isBytes ? bytesAsText(chunk) : utf8.push(chunk))
          },
          take() {
            const text = waiting
            waiting = ''
            return text
          },
          flush: () => stream.push(utf8.flush()) + stream.end(),
          ...(isBytes && { encode: textAsBytes }),
          ended: report.stream({ cipher: name, form: 'text/plain' }),
        },
        { ceilings: settings.CEILINGS, clock, job },
      )
      return context.body(body, 200, streamHeaders('text/plain', cipher.carries))
    },
  )
