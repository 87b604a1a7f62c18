/** Weights in base64: long enough to spell any four letters by chance, and no code. */
const base64 = /[\w+/=]{256,}/g

/** The word alone: the name that a recipe has for its trainer. */
const word = /(["'`])tensorflow\1/g

/** Tells whether code mentions TensorFlow.js, by its package or by ours that needs it. */
export const namesTensorflow = (code: string): boolean =>
  /tensorflow|tfjs/i.test(code.replace(base64, '').replace(word, ''))
