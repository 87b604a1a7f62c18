/** The place that a whole number stands for on a ring of `size` places. */
export const wrap = (value: number, size: number): number => ((value % size) + size) % size
