import { InvalidOptionError } from '@runnel/core'
import type { RnnModel } from '@runnel/rnn-model'

/** Checks that a net of one cipher is asked for that cipher, or for `auto`. @throws InvalidOptionError */
export const checkTrainedOn = ({ config }: RnnModel, cipher: string, wanted: string): void => {
  if (wanted === 'auto' || wanted === cipher) return
  const expected = `auto or ${cipher}, which model ${config.name} was trained on`
  throw new InvalidOptionError('cipher', wanted, expected)
}
