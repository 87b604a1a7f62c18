// wrangler.jsonc puts this in the place of zod, which the OpenAPI generator names but our schemas never use: it would
// be a fifth of the bundle.
export const toJSONSchema = undefined
