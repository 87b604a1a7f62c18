/** Text that should come out as it went in. */
export interface PassingText {
  readonly name: string
  /** Title of what it is taken from, or of what makes it. */
  readonly source: string
  /** At most so many characters of it. */
  read(size: number): string
}
