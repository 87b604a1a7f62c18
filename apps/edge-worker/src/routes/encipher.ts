import { createCipher, createUtf8Decoder } from '@runnel/core'
import { Hono } from 'hono'
import * as v from 'valibot'
import { mapBody, streamHeaders } from '../stream-body.ts'
import { validatedQuery } from '../validated-query.ts'
import { bodyOf } from './decipher.ts'

const query = () => v.strictObject({ cipher: v.string('the name of a cipher'), key: v.string('a key') })

/** `POST /v1/encipher`: plaintext in, ciphertext out while it still arrives. */
export const encipherRoute = () =>
  new Hono().post('/', validatedQuery(query()), (context) => {
    const { cipher: name, key: text } = context.req.valid('query')
    const cipher = createCipher(name)
    const key = cipher.parseKey(text)
    const utf8 = createUtf8Decoder()
    const body = mapBody(
      bodyOf(context.req.raw),
      (chunk) => cipher.encrypt(utf8.push(chunk), key),
      () => cipher.encrypt(utf8.flush(), key),
    )
    return context.body(body, 200, streamHeaders('text/plain'))
  })
