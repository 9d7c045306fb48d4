const FORMULA_START = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[-+]?\d+(?:[.,]\d+)?$/;
const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/;

/** One row, with its line end. A cell that a spreadsheet would run as a formula begins with a quote sign. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** Plain numbers may begin with a sign: they do nothing, and must come back as they were. */
function csvCell(text: string): string {
  const isFormula = FORMULA_START.test(text) && !PLAIN_NUMBER.test(text);
  const safe = isFormula ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) || isFormula ? `"${safe.replaceAll('"', '""')}"` : safe;
}
