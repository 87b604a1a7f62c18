import { InvalidOptionError } from '@runnel/core'

/** What an engine throws at a state that is not its net's, or no longer. */
export const foreignState = (freed: boolean): InvalidOptionError =>
  new InvalidOptionError('state', freed ? 'a freed one' : 'one of another model', 'a state of this model')
