/** Where the links of the open problems lead. */
export function columnId(column: number): string {
  return `column-${column}`;
}
