import type { EngineFault, Ready } from '../../engine/index.ts'

/** Whether a fault goes on when another text comes: without a model that is not read either. */
export const isLasting = (fault: EngineFault | undefined, ready: Ready | undefined): boolean =>
  fault?.code === 'model-not-loaded' || (fault?.code === 'model-damaged' && !ready)
