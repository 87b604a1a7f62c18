/** A text as puzzles of the American Cryptogram Association have it: 70 to 130 letters, names and odd words among them. */
export interface PuzzleText {
  /** Author and work, all in the public domain. */
  readonly source: string
  readonly text: string
}

/** Aristocrats: words stay apart. */
export const aristocrats: readonly PuzzleText[] = [
  {
    source: 'Doyle, A Scandal in Bohemia',
    text: 'To Sherlock Holmes she is always the woman. I have seldom heard him mention her under any other name.',
  },
  {
    source: 'Carroll, Jabberwocky',
    text: "'Twas brillig, and the slithy toves did gyre and gimble in the wabe: all mimsy were the borogoves, and the mome raths outgrabe.",
  },
  {
    source: 'Dickens, A Christmas Carol',
    text: 'Marley was dead: to begin with. There is no doubt whatever about that. The register of his burial was signed by the clergyman.',
  },
  {
    source: 'Stevenson, Treasure Island',
    text: 'Squire Trelawney, Dr. Livesey, and the rest of these gentlemen having asked me to write down the whole particulars',
  },
  {
    source: 'Twain, Huckleberry Finn',
    text: "You don't know about me without you have read a book by the name of The Adventures of Tom Sawyer; but that ain't no matter.",
  },
  {
    source: 'Poe, The Fall of the House of Usher',
    text: 'I found myself, as the shades of the evening drew on, within view of the melancholy House of Usher.',
  },
  {
    source: 'Stoker, Dracula',
    text: 'Buda-Pesth seems a wonderful place, from the glimpse which I got of it from the train and the little I could walk',
  },
  {
    source: 'Shelley, Ozymandias',
    text: 'My name is Ozymandias, king of kings: look on my works, ye Mighty, and despair! Nothing beside remains.',
  },
  {
    source: 'Coleridge, Kubla Khan',
    text: 'In Xanadu did Kubla Khan a stately pleasure-dome decree: where Alph, the sacred river, ran through caverns measureless',
  },
  {
    source: 'Gibbon, Decline and Fall',
    text: 'In the second century of the Christian Aera, the empire of Rome comprehended the fairest part of the earth',
  },
]

/** Patristocrats: letters alone, in groups of five. */
export const patristocrats: readonly PuzzleText[] = [
  {
    source: 'Wells, The War of the Worlds',
    text: 'No one would have believed in the last years of the nineteenth century that this world was being watched keenly and closely',
  },
  {
    source: 'Thoreau, Walden',
    text: 'The mass of men lead lives of quiet desperation. What is called resignation is confirmed desperation.',
  },
  {
    source: 'Shakespeare, Hamlet',
    text: 'Alas, poor Yorick! I knew him, Horatio: a fellow of infinite jest, of most excellent fancy: he hath borne me on his back',
  },
  {
    source: 'Darwin, The Origin of Species',
    text: 'When on board H.M.S. Beagle, as naturalist, I was much struck with certain facts in the distribution of the inhabitants of South America',
  },
  {
    source: 'Kipling, The Jungle Book',
    text: "It was seven o'clock of a very warm evening in the Seeonee hills when Father Wolf woke up from his day's rest, scratched himself",
  },
  {
    source: 'Emily Brontë, Wuthering Heights',
    text: "A perfect misanthropist's Heaven: and Mr. Heathcliff and I are such a suitable pair to divide the desolation between us.",
  },
  {
    source: "Swift, Gulliver's Travels",
    text: 'My father had a small estate in Nottinghamshire: I was the third of five sons. He sent me to Emanuel College in Cambridge',
  },
  {
    source: 'Defoe, Robinson Crusoe',
    text: 'I was born in the city of York, of a good family, though not of that country, my father being a foreigner of Bremen, who settled first at Hull',
  },
  {
    source: 'Grahame, The Wind in the Willows',
    text: 'The Mole had been working very hard all the morning, spring-cleaning his little home. First with brooms, then with dusters',
  },
  {
    source: 'Irving, Rip Van Winkle',
    text: 'Whoever has made a voyage up the Hudson must remember the Kaatskill mountains. They are a dismembered branch of the great Appalachian family',
  },
]
