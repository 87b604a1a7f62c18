import type { ListedQuestion } from './question.ts'

/** Every question, in the order of the assignment. */
export const questions: readonly ListedQuestion[] = [
  {
    name: 'graph',
    asks: 'a two-step RNN: values, loss and every derivative, found in three ways',
    load: async () => (await import('./graph/question.ts')).graph,
  },
  {
    name: 'vanishing',
    asks: 'why long dependencies are hard to learn, and how long is long',
    load: async () => (await import('./vanishing/question.ts')).vanishing,
  },
  {
    name: 'gates',
    asks: 'what the gates of a GRU do while it deciphers, and when they are worth their cost',
    load: async () => (await import('./gates/question.ts')).gates,
  },
  {
    name: 'truncation',
    asks: 'what is lost and won when gradients go back a few steps only',
    load: async () => (await import('./truncation/question.ts')).truncation,
  },
  {
    name: 'caesar',
    asks: 'what a recurrent net is good for against Caesar, and how to feed it',
    load: async () => (await import('./caesar/question.ts')).caesar,
  },
]
