/** Those who are told of something, in the order in which they came. */
export class Listeners<Message> {
  readonly #listeners = new Set<(message: Message) => void>()

  /** @returns a function that ends it */
  add(listen: (message: Message) => void): () => void {
    this.#listeners.add(listen)
    return () => this.#listeners.delete(listen)
  }

  tell(message: Message): void {
    for (const listen of [...this.#listeners]) listen(message)
  }
}
