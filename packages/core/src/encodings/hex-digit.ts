/** The value of a hexadecimal digit in either case, or -1. */
export const hexDigit = (unit: number): number => {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30
  const lower = unit | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

/** The signs of hexadecimal digits by their values. */
export const HEX_DIGITS = '0123456789abcdef'
