// Parts that nobody needs to see the first text read: each comes when it is shown, and all of them after the model.

export const bringDialogs = () => import('./dialogs.tsx').then((part) => part.OpenDialog)
export const bringLesson = () => import('./lesson.tsx').then((part) => part.Lesson)
export const bringEncipher = () => import('./encipher.tsx').then((part) => part.Encipher)
export const bringKeyByHand = () => import('./key-by-hand.tsx').then((part) => part.KeyByHand)
export const bringOffers = () => import('./offers.tsx').then((part) => part.Offers)

/** Brings all of them; what does not come is asked for again when it is shown. */
export const bringAll = (): Promise<unknown> =>
  Promise.allSettled(
    [bringDialogs, bringLesson, bringEncipher, bringKeyByHand, bringOffers].map((bring) => bring()),
  )
