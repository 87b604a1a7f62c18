import { InvalidArgumentError } from 'commander'

/** A number given as an option. @throws InvalidArgumentError */
export const number = (text: string): number => {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (Number.isNaN(value)) throw new InvalidArgumentError('It has to be a number.')
  return value
}

/** Two numbers given as an option, with a comma between. @throws InvalidArgumentError */
export const pair = (text: string): [number, number] => {
  const [first, second, ...more] = text.split(',').map(number)
  if (second === undefined || more.length > 0) {
    throw new InvalidArgumentError('It has to be two numbers with a comma between, such as 10,10.')
  }
  return [first, second]
}

/** A whole number above 0 given as an option. @throws InvalidArgumentError */
export const whole = (text: string): number => {
  const value = number(text)
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InvalidArgumentError('It has to be a whole number, 1 or more.')
  }
  return value
}
