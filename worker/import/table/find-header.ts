import { parseIsoTime } from '../../../shared/kernel/iso-time.ts';
import { writtenNumber } from '../cells/read-number.ts';
import { writtenDate } from '../cells/read-time.ts';

/** Whether the first row names the columns: names are neither numbers, dates nor addresses. */
export function findHeader(rows: readonly (readonly string[])[]): boolean {
  const first = rows[0]?.map((cell) => cell.trim());
  if (first === undefined) return false;
  const names = first.filter((cell) => cell !== '');
  return names.length > 0 && !names.some(isValue);
}

function isValue(cell: string): boolean {
  return (
    writtenNumber(cell, 'point') !== undefined ||
    writtenNumber(cell, 'comma') !== undefined ||
    writtenDate(cell) !== undefined ||
    parseIsoTime(cell) !== undefined ||
    /^(?:true|false|yes|no)$/i.test(cell) ||
    /^\S+@\S+\.\S+$/.test(cell)
  );
}

/** Every column gets a name, and no two the same. */
export function headersOf(rows: readonly (readonly string[])[], hasHeader: boolean): readonly string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const used = new Set<string>();
  return Array.from({ length: hasHeader ? (rows[0]?.length ?? 0) : width }, (_, index) => {
    const written = hasHeader ? (rows[0]?.[index]?.trim() ?? '') : '';
    const base = written === '' ? `Column ${index + 1}` : written;
    let name = base;
    for (let number = 2; used.has(name); number += 1) name = `${base} (${number})`;
    used.add(name);
    return name;
  });
}
