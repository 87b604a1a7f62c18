import type { PossibleKey } from '../../session/inference.ts'
import type { OpenWorld } from '../open-world/open-world.ts'
import { CLAIM_ODDS, RECANT_ODDS } from './constants.ts'
import { DearKeys } from './dear-keys.ts'

/** The dear keys that are likeliest of those that may be told, if any are likelier than by these odds. */
export const likeliest = (
  all: readonly DearKeys[],
  told: DearKeys | undefined,
  odds: number,
): DearKeys | undefined => {
  let best: DearKeys | undefined
  for (const dear of all) {
    if (dear.unbounded < (best?.unbounded ?? odds) && mayBeTold(dear, dear === told)) best = dear
  }
  return best
}

const mayBeTold = (dear: DearKeys, isTold: boolean): boolean =>
  isTold ? dear.odds <= RECANT_ODDS : dear.odds <= CLAIM_ODDS && dear.mayBeWords && dear.unnamed <= CLAIM_ODDS

/** The share of all weight that a belief has together with text that nothing explains. */
export const shareOf = (
  belief: OpenWorld | DearKeys,
  listed: OpenWorld | undefined,
  all: readonly DearKeys[],
  told: DearKeys | undefined,
): number => {
  // Until they are told, the best of dear keys alone has weight.
  const weightOf = (dear: DearKeys): number => (dear === told ? 1 : dear.shareOfBest) / dear.unbounded
  const ofListed = listed ? 1 / listed.unbounded : 0
  const sum = all.reduce((weight, dear) => weight + weightOf(dear), 1 + ofListed)
  return (1 + (belief instanceof DearKeys ? weightOf(belief) : ofListed)) / sum
}

/** Whether a key has a name: not the place of those that are not found. */
export const isNamed = ({ cipher }: { readonly cipher: string }): boolean => cipher !== 'unknown'

/** Keys that share a part of all probability. */
export const scaled = (keys: readonly PossibleKey[], share: number): PossibleKey[] =>
  keys.map((key) => ({ ...key, probability: key.probability * share }))
