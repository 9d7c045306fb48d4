/** What is missing in a definition, and how to mend it. */
export const problemWords = {
  subject: 'Choose what this is about.',
  values: 'Choose at least one value.',
  number: 'Type a number.',
  date: 'Choose a date.',
  states: 'Choose at least one state.',
  'empty-group': 'This group is empty. Add a condition, or delete it.',
  property: 'Choose a property.',
  missing: {
    attribute: 'The attribute is gone. Choose another, or delete this row.',
    property: 'The property is gone. Choose another, or delete this part.',
    'event-type': 'The event is gone. Choose another, or delete this row.',
    tag: 'A tag is gone. Choose others, or delete this row.',
    topic: 'A topic is gone. Choose others, or delete this row.',
    segment: 'The segment is gone. Choose another, or delete this row.',
  },
  unknownKind: (name: string) =>
    `A newer version of Shoal made this condition (${name}). Update, or delete the row.`,
  unknownOperator: (name: string) => `This version does not know the operator ${name}. Choose another.`,
  wrongType: 'This operator does not fit the type any more. Choose another.',
  segmentBroken: (title: string) => `“${title}” is broken itself. Open it to mend it.`,
  segmentIncomplete: (title: string) => `“${title}” is not finished yet.`,
  cycle: (path: string) => `This goes round in a circle: ${path}.`,
} as const;
