import type { ReadText } from './text.ts'

/** Seed, text and surroundings that a question is answered with. */
export interface LabContext {
  /** Decides every random number. */
  seed: number
  signal: AbortSignal
  /** English to learn from, and English that is not learned from. */
  readText: ReadText
  /** Numbers of the graph, where the user gave other ones. */
  numbers: Readonly<Record<string, number | readonly number[]>>
  /** Moves the bar. `done` runs from 0 to 1. */
  advance(done: number, what: string): void
}

/** A column of a table. One without a tolerance, such as a time, is not compared with that of a page. */
export interface Column {
  title: string
  /** Distance that a number may have from that of the page. */
  tolerance?: { absolute?: number; relative?: number }
}

/** Figures. */
export interface Table {
  title?: string
  columns: readonly Column[]
  rows: readonly (readonly string[])[]
}

/** A picture, as SVG. */
export interface Plot {
  /** Of its file, without `.svg`. */
  name: string
  title: string
  svg: string
}

/** Words, figures and pictures that answer a question. */
export interface Answer {
  /** One sentence. */
  finding: string
  /** Claim of the assignment, beside what was found. */
  assignment: string
  /** Method: paragraphs in Markdown. */
  about: readonly string[]
  tables: readonly Table[]
  plots: readonly Plot[]
}

/** One question of the assignment. */
export interface Question {
  title: string
  answer(context: LabContext): Promise<Answer>
}

/** The two-step net asks for TensorFlow.js, others for kernels: only what is asked for is loaded. */
export interface ListedQuestion {
  name: string
  /** One line, for the list. */
  asks: string
  load(): Promise<Question>
}
