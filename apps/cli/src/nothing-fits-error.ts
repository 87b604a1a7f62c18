import { RunnelError } from '@runnel/core'

/** No key explains the text, and that was to be a failure. The command has said so in words. */
export class NothingFitsError extends RunnelError {
  static override readonly code = 'nothing_fits'
  override readonly name = 'NothingFitsError'

  constructor() {
    super(NothingFitsError.code, 'none of the keys that were weighed explains the text')
  }
}
