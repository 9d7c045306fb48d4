import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCycles } from './find-cycles.ts';
import {
  CHECKOUT,
  isNode,
  memberName,
  parseSource,
  readSources,
  type SourceFile,
  type SyntaxNode,
} from './source-file.ts';

const sources = readSources();

/** The room of a file; the two that live inside `worker/` are rooms of their own. */
function roomOf(path: string): string {
  const inner = /^worker\/(command-line|simulation)\//.exec(path);
  return inner ? `worker/${inner[1]}` : (path.split('/')[0] ?? '');
}

function violations(rule: (file: SourceFile) => readonly string[]): readonly string[] {
  return sources.flatMap((file) => rule(file).map((what) => `${file.path}: ${what}`));
}

const ROOM_IMPORTS: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  worker: ['worker', 'shared'],
  'sync-server': ['sync-server', 'shared'],
  web: ['web', 'shared'],
  'worker/command-line': ['worker/command-line', 'worker', 'sync-server', 'shared'],
  'worker/simulation': ['worker/simulation', 'worker', 'sync-server', 'shared'],
};

describe('rooms', () => {
  test('a room imports only the rooms it may', () => {
    const found = violations(({ path, imports }) => {
      const allowed = ROOM_IMPORTS[roomOf(path)];
      if (allowed === undefined) return [];
      return imports.flatMap(({ from, target }) =>
        target === undefined || allowed.includes(roomOf(target)) ? [] : [`imports ${from}`],
      );
    });
    expect(found).toEqual([]);
  });

  test('the page reaches the Worker by its address, in one file', () => {
    const found = violations(({ path, nodes }) =>
      nodes.filter(isNewWorker).length > 0 && path !== 'web/worker-client.ts' && roomOf(path) === 'web'
        ? ['starts a Worker']
        : [],
    );
    expect(found).toEqual([]);
  });

  test('nobody imports a composition root', () => {
    const roots = ['worker/main.ts', 'sync-server/main.ts', 'web/main.tsx', 'worker/command-line/main.ts'];
    const found = violations(({ path, imports, isTest }) =>
      path === 'sync-server/start.mjs' || isTest
        ? []
        : imports.flatMap(({ target }) => (roots.includes(target ?? '') ? [`imports ${target}`] : [])),
    );
    expect(found).toEqual([]);
  });

  test('only tests and the benchmarks import testing/', () => {
    const found = violations(({ path, imports, isTest }) =>
      isTest || /^(e2e|bench)\//.test(path)
        ? []
        : imports.flatMap(({ target }) => (target?.includes('/testing/') ? [`imports ${target}`] : [])),
    );
    expect(found).toEqual([]);
  });
});

function isNewWorker(node: SyntaxNode): boolean {
  return node.type === 'NewExpression' && isNode(node['callee']) && node['callee']['name'] === 'Worker';
}

describe('layers', () => {
  const LAYERS = ['kernel', 'profile', 'segment', 'activity', 'sync'];

  /** Files on top of `shared/`, such as `worker-api.ts`, are above every layer. */
  function layerOf(path: string): number {
    const layer = LAYERS.indexOf(path.split('/')[1] ?? '');
    return layer === -1 ? LAYERS.length : layer;
  }

  test('a layer of shared/ imports only the layers before it', () => {
    const found = violations(({ path, imports, isTest }) => {
      if (!path.startsWith('shared/') || isTest) return [];
      return imports.flatMap(({ from, target }) =>
        target?.startsWith('shared/') && layerOf(target) > layerOf(path) ? [`imports ${from}`] : [],
      );
    });
    expect(found).toEqual([]);
  });

  test('no file imports itself by way of others', () => {
    const edges = new Map(
      sources.map(({ path, imports }) => [
        path,
        imports.flatMap(({ target, isTypeOnly }) => (target === undefined || isTypeOnly ? [] : [target])),
      ]),
    );
    expect(findCycles(edges)).toEqual([]);
  });

  test('no file only passes others on', () => {
    const passesOn = (node: SyntaxNode) =>
      node.type === 'ExportAllDeclaration' ||
      (node.type === 'ExportNamedDeclaration' && isNode(node['source']));
    const found = violations(({ path, statements }) => [
      ...(/(^|\/)index\.tsx?$/.test(path) ? ['is called index'] : []),
      ...(statements.length > 0 && statements.every(passesOn) ? ['only passes others on'] : []),
      ...(statements.some((node) => node.type === 'ExportAllDeclaration')
        ? ['exports all of another file']
        : []),
    ]);
    expect(found).toEqual([]);
  });
});

describe('packages', () => {
  /** Package names (or their beginnings) and the only places for them. */
  const ONLY_IN: readonly (readonly [package_: RegExp, place: RegExp])[] = [
    [/^dexie$/, /^worker\/(?!command-line)/],
    [/^comlink$/, /^(worker\/main\.ts|web\/worker-client\.ts|bench\/browser\/(page|worker)\.ts)$/],
    [/^(hono|@hono\/.*)$/, /^sync-server\//],
    [/^(solid-js|@solidjs\/.*|@kobalte\/.*|lucide-solid|virtua)$/, /^web\//],
    [/^papaparse$/, /^worker\//],
    [/^workbox-.*$/, /^web\//],
    [
      /^node:/,
      /^(sync-server|worker\/command-line|worker\/simulation|shared\/architecture|e2e|bench|\.ci|vite\.config\.ts)/,
    ],
  ];

  function nameOf(from: string): string {
    if (from.startsWith('node:')) return from;
    return from
      .split('/')
      .slice(0, from.startsWith('@') ? 2 : 1)
      .join('/');
  }

  test('a package is used only in its place', () => {
    const found = violations(({ path, imports, isTest }) =>
      imports.flatMap(({ from }) => {
        const rule = ONLY_IN.find(([name]) => name.test(nameOf(from)));
        return rule === undefined || isTest || rule[1].test(path) ? [] : [`imports ${from}`];
      }),
    );
    expect(found).toEqual([]);
  });

  test('shared/ uses no package that could touch the outside', () => {
    const pure = ['valibot', 'temporal-polyfill'];
    const found = violations(({ path, imports, isTest }) =>
      !path.startsWith('shared/') || path.startsWith('shared/architecture/') || isTest
        ? []
        : imports.flatMap(({ from }) =>
            from.startsWith('.') || pure.includes(nameOf(from)) ? [] : [`imports ${from}`],
          ),
    );
    expect(found).toEqual([]);
  });
});

describe('time and chance', () => {
  const ROOTS = ['worker/main.ts', 'sync-server/main.ts', 'web/main.tsx', 'worker/command-line/main.ts'];
  const IMPURE = new Set([
    'Date.now',
    'Math.random',
    'crypto.randomUUID',
    'crypto.getRandomValues',
    ...['instant', 'plainDateISO', 'plainDateTimeISO', 'plainTimeISO', 'zonedDateTimeISO', 'timeZoneId'].map(
      (name) => `Now.${name}`,
    ),
  ]);

  function impurity(node: SyntaxNode): readonly string[] {
    const member = memberName(node);
    if (member !== undefined && IMPURE.has(member)) return [member];
    const { callee } = node;
    if (!isNode(callee) || callee['name'] !== 'Date') return [];
    if (node.type === 'CallExpression') return ['Date()'];
    const isNow = node.type === 'NewExpression' && (node['arguments'] as readonly unknown[]).length === 0;
    return isNow ? ['new Date()'] : [];
  }

  test('the clock and the dice are handed in, from a composition root', () => {
    const found = violations(({ path, nodes, isTest }) => {
      const isFree = isTest || ROOTS.includes(path) || path.endsWith('.mjs') || /^(e2e|bench)\//.test(path);
      return isFree ? [] : nodes.flatMap(impurity);
    });
    expect(found).toEqual([]);
  });

  test('the rule finds what it forbids', () => {
    const text =
      'Date.now(); new Date(); globalThis.crypto.randomUUID(); Math["random"](); Temporal.Now.instant()';
    const { nodes } = parseSource('shared/x.ts', `${text}; new Date(5); const now = "Date.now()"`);
    expect(nodes.flatMap(impurity)).toHaveLength(5);
  });
});

describe('habits', () => {
  const MAX_LINES = 400;

  test('no file is longer than 400 lines', () => {
    expect(violations(({ lineCount }) => (lineCount > MAX_LINES ? [`${lineCount} lines`] : []))).toEqual([]);
  });

  test('no any', () => {
    const found = violations(({ nodes }) =>
      nodes.some(({ type }) => type === 'TSAnyKeyword') ? ['any'] : [],
    );
    expect(found).toEqual([]);
  });

  test('no test is left out, or runs alone', () => {
    expect(violations(({ nodes }) => nodes.flatMap(leftOut))).toEqual([]);
    const { nodes } = parseSource(
      'x.ts',
      'test.only("a"); test.skip("b"); test.skip(!found, "no such data")',
    );
    expect(nodes.flatMap(leftOut)).toEqual(['test.only', 'test.skip']);
  });

  // Solid writes such a style into its template, and the content security policy refuses it there.
  test('no style that is known beforehand is written at an element', () => {
    const found = violations(({ nodes }) => nodes.filter(isFixedStyle).map(() => 'put it into a stylesheet'));
    expect(found).toEqual([]);
    const { nodes } = parseSource(
      'x.tsx',
      'const a = <p style="x:1" /><p style={{ x: 1, y: b() }} /><p style={{ y: b() }} />;'.replaceAll(
        '/><',
        '/>;<',
      ),
    );
    expect(nodes.filter(isFixedStyle)).toHaveLength(2);
  });

  test('no path of the machine it was written on', () => {
    const places = [`${CHECKOUT}/`, `${homedir()}/`];
    const found = violations(({ text }) => places.filter((place) => text.includes(place)));
    expect(found).toEqual([]);
  });
});

function isFixedStyle(node: SyntaxNode): boolean {
  const { name, value } = node;
  if (node.type !== 'JSXAttribute' || !isNode(name) || name['name'] !== 'style' || !isNode(value))
    return false;
  if (value.type === 'Literal') return true;
  const { expression } = value;
  if (!isNode(expression) || expression.type !== 'ObjectExpression') return false;
  const properties = expression['properties'] as readonly SyntaxNode[];
  return properties.some((property) => isNode(property['value']) && property['value'].type === 'Literal');
}

describe('lockfiles', () => {
  interface LockEntry {
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }

  for (const path of ['package-lock.json', 'e2e/chromium/package-lock.json']) {
    const text = readFileSync(join(CHECKOUT, path), 'utf8');

    test(`${path} names no registry`, () => {
      expect(text).not.toContain('"resolved": "http');
    });

    // npm leaves out what its registry lacks that day without a word, and then refuses to install.
    test(`${path} has every platform's optional packages`, () => {
      const packages = (JSON.parse(text) as { packages: Record<string, LockEntry> }).packages;
      const names = new Set(Object.keys(packages).map((key) => key.split('node_modules/').at(-1)));
      const wanted = Object.values(packages).flatMap((entry) =>
        Object.keys(entry.optionalDependencies ?? {}),
      );
      expect(wanted.filter((name) => !names.has(name))).toEqual([]);
    });
  }
});

/** A test that is switched off by hand; one that asks for data first, and says which is missing, is not. */
function leftOut(node: SyntaxNode): readonly string[] {
  if (node.type !== 'CallExpression' || !isNode(node['callee'])) return [];
  const name = memberName(node['callee']) ?? '';
  if (!/^(test|it|describe)\.(only|skip|todo|fixme)$/.test(name)) return [];
  const [first] = node['arguments'] as readonly SyntaxNode[];
  return name.endsWith('.skip') && first?.type === 'UnaryExpression' ? [] : [name];
}
