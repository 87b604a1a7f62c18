import type { PuzzleText } from './texts.ts'

/*
 * Puzzles that constants are chosen on, of authors of whom neither the twenty that are measured nor what is learned from
 * holds anything.
 */

/** Aristocrats: words stay apart. */
export const choosingAristocrats: readonly PuzzleText[] = [
  {
    source: 'Hawthorne, The House of the Seven Gables',
    text: 'Halfway down a by-street of one of our New England towns stands a rusty wooden house, with seven acutely peaked gables.',
  },
  {
    source: 'Cooper, The Last of the Mohicans',
    text: 'The Hudson and Lake Champlain: Hawkeye and Chingachgook spoke in low tones beside the tumbling waters of Glenn.',
  },
  {
    source: 'Thackeray, Vanity Fair',
    text: "Miss Pinkerton's academy for young ladies, on Chiswick Mall, saw Becky Sharp fling Johnson's Dixonary from the coach.",
  },
  {
    source: 'George Eliot, Middlemarch',
    text: 'Miss Brooke had that kind of beauty which seems to be thrown into relief by poor dress. Celia wore scarcely more trimmings.',
  },
  {
    source: 'Hardy, Tess',
    text: 'John Durbeyfield was walking homeward from Shaston to the village of Marlott, in the adjoining Vale of Blakemore.',
  },
  {
    source: 'Wilde, Dorian Gray',
    text: 'Lord Henry Wotton could just catch the gleam of the honey-sweet and honey-coloured blossoms of a laburnum.',
  },
  {
    source: 'Mary Shelley, Frankenstein',
    text: 'I am by birth a Genevese; and my family is one of the most distinguished of that republic. Justine Moritz wept.',
  },
  {
    source: 'Crane, The Red Badge of Courage',
    text: 'Jim Conklin, the tall soldier, developed virtues and went resolutely to wash a shirt. He came flying back from a brook.',
  },
  {
    source: 'Burns, Tam o’ Shanter',
    text: "Whare sits our sulky, sullen dame, gathering her brows like gathering storm, nursing her wrath to keep it warm, thought Tam o' Shanter.",
  },
  {
    source: 'Lear, The Owl and the Pussy-cat',
    text: 'They dined on mince and slices of quince, which they ate with a runcible spoon, where the Bong-tree grows.',
  },
  {
    source: 'Byron, The Destruction of Sennacherib',
    text: 'The Assyrian came down like the wolf on the fold, and his cohorts were gleaming in purple and gold, by deep Galilee.',
  },
  {
    source: 'Tennyson, The Lady of Shalott',
    text: 'On either side the river lie long fields of barley and of rye, and by the road to many-towered Camelot Sir Lancelot rode.',
  },
  {
    source: 'Franklin, Poor Richard',
    text: 'Fish and visitors stink in three days. He that lies down with dogs shall rise up with fleas. Beware of little expenses.',
  },
  {
    source: 'Emerson, Self-Reliance',
    text: 'A foolish consistency is the hobgoblin of little minds, adored by little statesmen: Pythagoras was misunderstood, and Socrates.',
  },
  {
    source: 'Whitman, Leaves of Grass',
    text: 'I sound my barbaric yawp over the roofs of the world. Through Mannahatta I loafe, and Paumanok hears my chant.',
  },
  {
    source: 'Boswell, Life of Johnson',
    text: 'When a man is tired of London, he is tired of life, said Johnson to Boswell; quoth Garrick, bring the oysters to Bolt Court.',
  },
  {
    source: 'Made up, of rare letters',
    text: 'Zebulon Quigley, puzzled by the jazzy xylophone, exclaimed that Gwendolyn Bixby had vexed the waltzing quartet.',
  },
  {
    source: 'Bierce, The Devil’s Dictionary',
    text: 'Oyster: a slimy, gobby shellfish which civilization gives men the hardihood to eat without removing its entrails! The shells go to the poor.',
  },
  {
    source: 'Bulfinch, Age of Fable',
    text: 'Phaeton besought Phoebus for the chariot; Pyrois, Aethon, and Phlegon snorted flame, and the earth blazed to Caucasus.',
  },
  {
    source: 'Longfellow, Hiawatha',
    text: 'By the shores of Gitche Gumee, by the shining Big-Sea-Water, stood the wigwam of Nokomis, daughter of the moon.',
  },
]

/** Patristocrats: letters alone, in groups of five. */
export const choosingPatristocrats: readonly PuzzleText[] = [
  {
    source: 'Collins, The Moonstone',
    text: 'Gabriel Betteredge turned to Robinson Crusoe, and lit his pipe. The diamond was gone, and Sergeant Cuff loved his roses.',
  },
  {
    source: 'Trollope, Barchester Towers',
    text: 'Who was to be the new bishop? Mrs. Proudie and Mr. Slope had each an answer, and Archdeacon Grantly trembled for the chapter.',
  },
  {
    source: 'James, Daisy Miller',
    text: 'At the little town of Vevey, in Switzerland, there is a particularly comfortable hotel; Winterbourne had come from Geneva.',
  },
  {
    source: 'Charlotte Brontë, Jane Eyre',
    text: 'There was no possibility of taking a walk that day. Eliza, John, and Georgiana Reed clustered round their mamma.',
  },
  {
    source: 'Verne, Around the World',
    text: 'Phileas Fogg wagered twenty thousand pounds at the Reform Club, and Passepartout forgot to turn off the gas in his room.',
  },
  {
    source: 'Scott, Ivanhoe',
    text: 'Gurth the swineherd and Wamba the jester sat under the oaks near Rotherwood, cursing the Norman knights of Front de Boeuf.',
  },
  {
    source: 'Fielding, Tom Jones',
    text: 'Squire Allworthy returned to Somersetshire very late in the evening, and found an infant wrapt up in coarse linen in his bed.',
  },
  {
    source: 'Sterne, Tristram Shandy',
    text: 'Pray, my dear, quoth my mother, have you not forgot to wind up the clock? Good God! cried my father to Uncle Toby.',
  },
  {
    source: 'Goldsmith, The Vicar of Wakefield',
    text: 'I was ever of opinion that the honest man who married did more service than he who only talked of population, said Primrose.',
  },
  {
    source: 'Alcott, Little Women',
    text: "Christmas won't be Christmas without any presents, grumbled Jo, lying on the rug. Meg sighed, looking down at her old dress.",
  },
  {
    source: 'Barrie, Peter Pan',
    text: 'All children, except one, grow up. Wendy knew, and Captain Hook, and Smee, and the crocodile that ticked in the lagoon.',
  },
  {
    source: 'Baum, The Wizard of Oz',
    text: 'Dorothy lived in the midst of the great Kansas prairies, with Uncle Henry, who was a farmer, and Aunt Em, and Toto.',
  },
  {
    source: 'Chesterton, The Innocence of Father Brown',
    text: 'Valentin, the chief of the Paris police, followed Flambeau from Ghent to Brussels, and from Harwich to Liverpool Street.',
  },
  {
    source: 'Jerome, Three Men in a Boat',
    text: 'There were four of us: George, and William Samuel Harris, and myself, and Montmorency. We were sitting in my room, smoking.',
  },
  {
    source: 'London, The Call of the Wild',
    text: 'Buck did not read the newspapers, or he would have known that trouble was brewing from Puget Sound to San Diego.',
  },
  {
    source: 'Cervantes, Don Quixote',
    text: 'In a village of La Mancha lived one of those gentlemen with a lance in the rack; Sancho Panza rode beside him upon Dapple.',
  },
  {
    source: 'Bunyan, The Pilgrim’s Progress',
    text: 'Christian and Pliable fell into the Slough of Despond; Mr. Worldly Wiseman met him by the way to the house of Mr. Legality.',
  },
  {
    source: 'Marlowe, Doctor Faustus',
    text: 'Was this the face that launched a thousand ships, and burnt the topless towers of Ilium? Mephistophilis answered Faustus.',
  },
  {
    source: 'Burke, Reflections',
    text: 'It is now sixteen or seventeen years since I saw the Queen of France, then the Dauphiness, at Versailles, glittering.',
  },
  {
    source: 'Pepys, Diary',
    text: 'So I down to the waterside, and there got a boat and through bridge, and saw a lamentable fire about Mr. Michell and Betty.',
  },
]
