/** The editors of the rows, a part of their own: the builder shows names and numbers before they are there. */
export const loadRowEditor = () => import('./row-editor.tsx');
