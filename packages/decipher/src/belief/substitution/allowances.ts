/** Random numbers that are told apart where a move is taken or not: Metropolis' rule to within 1 in 4,096. */
export const ALLOWANCES = 4096

/** The most units that a move may add at the lowest temperature, for each random number: where 2^(-units/12) is above it. */
export const createAllowances = (weights: Float64Array): Uint8Array => {
  let units = 0
  while (weights[units + 1] > 0.5 / ALLOWANCES) units++
  return Uint8Array.from({ length: ALLOWANCES }, (_, drawn) => {
    while (units > 0 && weights[units] <= (drawn + 0.5) / ALLOWANCES) units--
    return units
  })
}
