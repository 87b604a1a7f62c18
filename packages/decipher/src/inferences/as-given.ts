/** The value of an option for its error to tell: text as it was typed, anything else as JSON. */
export const asGiven = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
