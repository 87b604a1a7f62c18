/*
 * Constants of work. Its unit is a step of a net: 5 µs for English, up to 25 µs where keys change
 * all the time. Measured in Node on 2 × AMD EPYC; `npm run load -- fairness` measures what comes of them.
 */

/** Work between two turns while others wait for theirs: 1 to 6 ms, in which nobody else is heard. */
export const TURN = 250

/** The same while nobody waits: handing a turn on takes 1 ms, which one alone had better not wait for so often. */
export const LONG_TURN = 500

/**
 * Rounds of the event loop between two turns while others wait: a request goes through it several times before it is
 * answered, and would wait for a turn each time. With 1 a refusal took 127 ms at the 99th percentile, with 4 it took 94, and
 * half as many letters that nothing explains were read beside it: each round takes 1 ms.
 */
export const ROUNDS = 4

/**
 * Work of a step for which the loop goes round once more, and rounds at the most: a letter at which keys are sought cannot be
 * divided, and takes up to 270 ms; whoever came meanwhile is answered before there is another.
 */
export const LONG_STEP = 500
export const MOST_ROUNDS = 16

/** Work that a slice aims at, so that no turn is overrun by much. */
export const SLICE = 200

/** Work that is done of a letter that takes long until others may be heard. */
export const STEP = 100

/** UTF-16 units, or bytes, of a first slice: the first letters of unknown key cost most. */
export const FIRST_SLICE = 8

/** Units or bytes of a slice at the most. */
export const LONGEST_SLICE = 64 * 1024

/**
 * Moves of a run of the search for a homophonic substitution, and such runs at the end of a text: 60 ms each while text
 * arrives, 120 ms at its end. Chosen on Moby-Dick; docs/homophonic.md has what it is worth.
 */
export const HOMOPHONIC_BUDGET = { moves: 400_000, runs: 2 } as const

/**
 * The search for a substitution where no cipher is named: its partial keys, and the letters that it waits for. With a fifth of the
 * usual width 39 of 40 texts of 100 letters of Moby-Dick are read, as with all of it, in half of the time.
 */
export const SOUGHT = { width: 2000, after: 40 } as const

/**
 * Work of a letter of a cipher that is looked at as a whole, each time that the text has doubled: 20 to 400 µs, the most for
 * rails and routes of 2,000 letters.
 */
export const LOOKED_LETTER = 16

/** Languages that take as long with a symbol as a step does, whatever they look up: 70 µs for sixteen and a space. */
export const LANGUAGES_A_STEP = 4

/** Work of a symbol of a machine whose start is sought: 250 µs for a space, which all starts are weighed by. */
export const TURNED_LETTER = 8

/** Work of making a decipherer that is not kept, for each language that it weighs: 5 to 25 ms, its keys being listed. */
export const MADE = 2000

/** Work of a piece of a body, however small: a reader that is asked, a turn of the loop, events. 50 to 100 µs. */
export const PIECE_WORK = 4

/** Work of a letter that no net reads, its key being known: 0.04 µs. */
export const PLAIN_LETTER = 1 / 256

/**
 * Work of a letter whose key is not known, besides the steps that it takes: 0.1 µs once a key is found and not watched, 1 to 2 µs
 * of one that no key reads, 6 µs of a digit while all keys are open.
 */
export const WEIGHED_LETTER = 1 / 4

/** Work up to which a job is of each rank: what has done little goes first. */
export const RANKS = [250, 4000, 64_000]

/** Turns that a job waits, at the least, for one of the next rank to be overtaken no more. */
export const PATIENCE = 64

/** Streams that may wait for a turn when one more comes of a client, or session, that has done much lately. */
export const CROWDED = 4

/** The same when the client has done little. */
export const FULL = 16

/** The same for the chunk of a session that has done little: next to none of them needs a turn at all. */
export const FULL_FOR_CHUNKS = 64

/** Milliseconds for which one that was let in counts as waiting before it has read a first piece. */
export const EXPECTED = 250

/**
 * Milliseconds after which one who waits looks again: who is next, more for each place behind it, and at the most. A look
 * costs 0.05 ms, and a turn takes 5 ms or more while others wait.
 */
export const LOOK_EVERY = { first: 1, further: 8, most: 100 } as const

/** Milliseconds by which a timer is late, seen from one that has rung, when its request or object is gone. */
export const GONE = 25

/** The same seen from one that comes, whatever holds the loop up: longer than the longest step. */
export const LOST = 1000

/** Clients whose work is remembered in an isolate. */
export const CLIENTS = 10_000

/**
 * Bytes that open streams may hold, of all clients and of one: an isolate has 128 MiB, and text that is held whole is there
 * twice or more.
 */
export const HELD = 32 * 1024 * 1024
export const HELD_BY_ONE = 8 * 1024 * 1024

/** Bytes of a stream that is deciphered, besides its text: some 170 KiB for English. */
export const STREAM_BYTES = 128 * 1024

/** Milliseconds for which what nothing more has come of counts as held: a stream may be idle for less. */
export const HELD_FOR = 5 * 60_000

/** Work of telling what a text is, once: 2 to 8 ms, as long as its beginning is. */
export const LOOK = 1000
