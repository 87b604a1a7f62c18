/** Spaces, and hyphens, that part words are read; those that are the layout of a telegram are passed over. */
export type Spaces = 'read' | 'passed over'
