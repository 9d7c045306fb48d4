/**
 * The figures of each part as Markdown, in the order of RESULTS.md.
 * @type {Record<string, (outcome: any) => string>}
 */
export const TABLES = {
  segments: ({ figures }) =>
    [
      '## Ten segments, one call each',
      ...Object.entries(figures).map(([size, of]) => segmentsTable(size, of)),
    ].join('\n\n'),
  edits: ({ figures }) =>
    [
      '## An edit of one leaf, the rest remembered',
      ...Object.entries(figures).map(([size, of]) => editsTable(size, of)),
    ].join('\n\n'),
  memory: ({ figures }) =>
    ['## Memory', ...Object.entries(figures).map(([size, of]) => memoryTable(size, of))].join('\n\n'),
  'cold-start': ({ figures }) =>
    ['## Start', ...Object.entries(figures).map(([size, of]) => coldStartTable(size, of))].join('\n\n'),
  sample: ({ figures: { readyMs } }) =>
    [
      '## Sample workspace',
      table(
        ['from the click', 'median ms', 'least ms', 'most ms'],
        [
          [
            'to the first count in the list',
            ...[median(readyMs), Math.min(...readyMs), Math.max(...readyMs)].map(milliseconds),
          ],
        ],
      ),
    ].join('\n\n'),
  import: ({ figures: { file, runs } }) =>
    [
      '## Import through the app',
      `### ${file}: 406,829 lines into an empty workspace`,
      table(
        ['run', 'file read and understood ms', 'import s', 'longest task of the page ms'],
        /** @type {any[]} */ (runs).map(({ inspectMs, importMs, longestTaskMs }, run) => [
          String(run + 1),
          milliseconds(inspectMs),
          (importMs / 1000).toFixed(1),
          longestTaskMs === 0 ? 'none of 50 or more' : milliseconds(longestTaskMs),
        ]),
      ),
    ].join('\n\n'),
};

/** @param {string} size @param {{ segment: string, emptyMs: number[], appMs: number[] }} of */
function coldStartTable(size, { segment, emptyMs, appMs }) {
  const beyond = appMs.map((ms, round) => ms - (emptyMs[round] ?? 0));
  const line = (/** @type {string} */ what, /** @type {number[]} */ of) => [
    what,
    milliseconds(median(of)),
    milliseconds(Math.min(...of)),
    milliseconds(Math.max(...of)),
  ];
  return [
    `### ${thousands(size)} profiles, "${segment}", ${appMs.length} fresh browsers each`,
    table(
      ['from navigation', 'median ms', 'least ms', 'most ms'],
      [
        line('to an empty page', emptyMs),
        line('to the count on the screen', appMs),
        line('**beyond the empty page**', beyond),
      ],
    ),
  ].join('\n\n');
}

/**
 * @typedef {{ title: string, segment: string, count: number, ms: Times, bestMs: Times }} SegmentFigures
 * @typedef {Record<string, number>} Times milliseconds by engine
 * @param {string} size
 * @param {SegmentFigures[]} rows
 */
function segmentsTable(size, rows) {
  const peers = Object.keys(rows[0]?.ms ?? {}).filter((name) => name !== 'shoal');
  const ratioTo = (/** @type {string} */ peer, /** @type {Times} */ ms) =>
    (ms[peer] ?? 0) / (ms['shoal'] ?? 1);
  const body = rows.map(({ segment, title, count, ms }) => [
    `${segment.toUpperCase()} ${title}`,
    count.toLocaleString('en'),
    milliseconds(ms['shoal'] ?? 0),
    ...peers.flatMap((peer) => [milliseconds(ms[peer] ?? 0), ratio(ratioTo(peer, ms))]),
  ]);
  /** @type {(what: string, of: (peer: string) => number) => string[]} */
  const summary = (what, of) => [
    `**${what}**`,
    '',
    '',
    ...peers.flatMap((peer) => ['', `**${ratio(of(peer))}**`]),
  ];
  const medians = (/** @type {string} */ peer) => rows.map(({ ms }) => ratioTo(peer, ms));
  const bests = (/** @type {string} */ peer) => rows.map(({ bestMs }) => ratioTo(peer, bestMs));
  return [
    `### ${thousands(size)} profiles, ten events each`,
    table(
      ['segment', 'members', 'Shoal ms', ...peers.flatMap((peer) => [`${peer} ms`, `${peer} ÷ Shoal`])],
      [
        ...body,
        summary('geometric mean', (peer) => geometricMean(medians(peer))),
        summary('least', (peer) => Math.min(...medians(peer))),
        summary('geometric mean, best round of each', (peer) => geometricMean(bests(peer))),
        summary('least, best round of each', (peer) => Math.min(...bests(peer))),
      ],
    ),
  ].join('\n\n');
}

/** @param {string} size @param {{ edit: string, edits: number, p50: number, p95: number, max: number }[]} rows */
function editsTable(size, rows) {
  return [
    `### ${thousands(size)} profiles, ten events each`,
    table(
      ['leaf edited', 'edits', 'p50 ms', 'p95 ms', 'max ms'],
      rows.map(({ edit, edits, p50, p95, max }) => [
        edit,
        String(edits),
        ...[p50, p95, max].map(milliseconds),
      ]),
    ),
  ].join('\n\n');
}

/** @param {string} size @param {{ group: string, bytesPerProfile: number, readBySegments: boolean }[]} rows */
function memoryTable(size, rows) {
  const isIndex = (/** @type {{ group: string }} */ { group }) => group === 'one-profile index';
  const read = rows.filter((row) => row.readBySegments && !isIndex(row));
  const rest = rows.filter((row) => !row.readBySegments && !isIndex(row));
  const sum = (/** @type {typeof rows} */ some) =>
    some.reduce((total, { bytesPerProfile }) => total + bytesPerProfile, 0);
  const line = (/** @type {(typeof rows)[number]} */ { group, bytesPerProfile }) => [
    group,
    bytesPerProfile.toFixed(1),
  ];
  return [
    `### ${thousands(size)} profiles, ten events each`,
    table(
      ['columns', 'bytes a profile'],
      [
        ...read.map(line),
        ['**read by segments**', `**${sum(read).toFixed(1)}**`],
        ['**one-profile index**', `**${sum(rows.filter(isIndex)).toFixed(1)}**`],
        ...rest.map(line),
        ['**keys and ids, loaded on demand**', `**${sum(rest).toFixed(1)}**`],
      ],
    ),
  ].join('\n\n');
}

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** @param {number} value */
function milliseconds(value) {
  return value < 1 ? value.toFixed(3) : value < 10 ? value.toFixed(2) : value.toFixed(1);
}

/** @param {number} value */
function ratio(value) {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}

/** @param {string} size */
function thousands(size) {
  return Number(size).toLocaleString('en');
}

/** @param {number[]} values */
function geometricMean(values) {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) /
    2
  );
}
