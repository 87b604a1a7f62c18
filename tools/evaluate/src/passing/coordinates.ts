import type { Random } from '@runnel/core'

/** Places on earth, one a line, in the ways in which people write them. */
export const coordinates = (random: Random, size: number): string => {
  let text = ''
  while (text.length < size) {
    const [latitude, longitude] = [180 * random.next() - 90, 360 * random.next() - 180]
    text += `${forms[random.integer(forms.length)](latitude, longitude)}\n`
  }
  return text.slice(0, size)
}

const side = (value: number, sides: string): string => sides[value < 0 ? 1 : 0]
const whole = (value: number, digits: number): string => String(Math.floor(value)).padStart(digits, '0')
const minutes = (value: number): number => (Math.abs(value) % 1) * 60

/** Degrees and minutes, as on pages of geocaching. */
const inMinutes = (value: number, sides: string, digits: number): string =>
  `${side(value, sides)} ${whole(Math.abs(value), digits)}° ${minutes(value).toFixed(3).padStart(6, '0')}`

/** Degrees, minutes and seconds, as on maps. */
const inSeconds = (value: number, sides: string): string => {
  const seconds = (minutes(value) % 1) * 60
  return `${whole(Math.abs(value), 1)}°${whole(minutes(value), 2)}'${whole(seconds, 2)}"${side(value, sides)}`
}

const forms: readonly ((latitude: number, longitude: number) => string)[] = [
  (latitude, longitude) => `${inMinutes(latitude, 'NS', 2)} ${inMinutes(longitude, 'EW', 3)}`,
  (latitude, longitude) => `${inSeconds(latitude, 'NS')} ${inSeconds(longitude, 'EW')}`,
  (latitude, longitude) => `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`,
  (latitude, longitude) =>
    `${Math.abs(latitude).toFixed(4)} ${side(latitude, 'NS')}, ${Math.abs(longitude).toFixed(4)} ${side(longitude, 'EW')}`,
]
