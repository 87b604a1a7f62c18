import { createRandom } from '@runnel/core'

/** Samples a second. */
export const SAMPLE_RATE = 16_000

/** Formants of vowels in Hz. Source: Peterson and Barney, Control Methods Used in a Study of the Vowels (1952), men. */
const vowels = [
  [730, 1090, 2440],
  [270, 2290, 3010],
  [300, 870, 2240],
  [530, 1840, 2480],
  [570, 840, 2410],
  [490, 1350, 1690],
]
const BANDWIDTHS = [60, 90, 150]

type Random = ReturnType<typeof createRandom>

/** A resonator at a frequency of that bandwidth, in Hz. */
const createResonator = (bandwidth: number): ((sample: number, frequency: number) => number) => {
  let [y1, y2] = [0, 0]
  const radius = Math.exp((-Math.PI * bandwidth) / SAMPLE_RATE)
  return (sample, frequency) => {
    const turn = 2 * radius * Math.cos((2 * Math.PI * frequency) / SAMPLE_RATE)
    const y = (1 - radius) * sample + turn * y1 - radius * radius * y2
    y2 = y1
    y1 = y
    return y
  }
}

/** Writes one syllable: hiss or nothing, then a voice whose formants glide from one vowel to another. */
const speak = (out: Float32Array, from: number, length: number, pitch: number, random: Random): void => {
  const [a, b] = [random.integer(vowels.length), random.integer(vowels.length)].map((i) => vowels[i])
  const resonators = BANDWIDTHS.map(createResonator)
  const hiss = random.next() < 0.4 ? Math.floor(length * 0.25) : 0
  let phase = 0
  for (let i = 0; i < length && from + i < out.length; i++) {
    const part = i / length
    phase += (pitch * (1.1 - 0.2 * part)) / SAMPLE_RATE
    const pulse = phase >= 1 ? 1 : 0
    phase -= pulse
    const source = i < hiss ? 0 : pulse * 8 + 0.05 * random.normal()
    let voice = 0
    resonators.forEach((resonate, f) => {
      voice += resonate(source, a[f] + (b[f] - a[f]) * part) / (f + 1)
    })
    const envelope = Math.min(1, 8 * part, 8 * (1 - part))
    out[from + i] += envelope * (0.7 * voice + (i < hiss ? 0.05 * random.normal() : 0))
  }
}

/**
 * Sound of that many seconds from a seed: phrases of syllables by voices of several pitches, pauses, tones, and noise of
 * several levels.
 */
export const createSound = (seconds: number, seed: number): Float32Array => {
  const random = createRandom(seed)
  const out = new Float32Array(seconds * SAMPLE_RATE)
  for (let at = 0; at < out.length; ) {
    const pitch = 85 + 140 * random.next()
    const noise = [0, 0.001, 0.01, 0.05][random.integer(4)]
    const start = at
    const kind = random.next()
    if (kind < 0.6) {
      for (let syllable = 3 + random.integer(14); syllable > 0; syllable--) {
        const length = Math.floor((0.1 + 0.2 * random.next()) * SAMPLE_RATE)
        speak(out, at, length, pitch, random)
        at += Math.floor(length * (0.9 + 0.4 * random.next()))
      }
    } else if (kind < 0.75) {
      const length = Math.floor((0.5 + 2 * random.next()) * SAMPLE_RATE)
      const turn = (2 * Math.PI * (100 + 2000 * random.next())) / SAMPLE_RATE
      for (let i = 0; i < length && at + i < out.length; i++) out[at + i] += 0.2 * Math.sin(turn * i)
      at += length
    }
    at += Math.floor((0.2 + 2 * random.next()) * SAMPLE_RATE)
    for (let i = start; i < Math.min(at, out.length); i++) out[i] += noise * random.normal()
  }
  return out.map((sample) => Math.max(-1, Math.min(1, sample)))
}
