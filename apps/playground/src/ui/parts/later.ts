import { knownCiphers } from '../state/letter-cipher.ts'

// Parts that nobody needs to see the first text read: each comes when it is shown, and all of them after the model.

export const bringDialogs = () => import('./dialogs.tsx').then((part) => part.OpenDialog)
export const bringLesson = () => import('./lesson.tsx').then((part) => part.Lesson)
export const bringOffers = () => import('./offers.tsx').then((part) => part.Offers)

const bringFurther = async () => {
  const part = await import('./further.ts')
  knownCiphers.value = { list: part.letterCiphers, over: part.findCipher }
  return part
}
export const bringEncipher = () => bringFurther().then((part) => part.Encipher)
export const bringKeyByHand = () => bringFurther().then((part) => part.KeyByHand)
export const bringEveryKey = () => bringFurther().then((part) => part.EveryKey)

/** Brings all of them; what does not come is asked for again when it is shown. */
export const bringAll = (): Promise<unknown> =>
  Promise.allSettled([bringDialogs, bringLesson, bringFurther, bringOffers].map((bring) => bring()))
