import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseSync } from 'vite';

export const CHECKOUT = join(import.meta.dirname, '..', '..');

const ROOMS = ['shared', 'worker', 'sync-server', 'web', 'e2e', 'bench', '.ci'];
const NO_SOURCES = /^(node_modules|dist|results|chromium)$/;

/** One import, as written, with the file it names if that is one of ours. */
export interface Import {
  readonly from: string;
  readonly target: string | undefined;
  readonly isTypeOnly: boolean;
}

/** A syntax node as the parser gives it: its kind, and whatever that kind has. */
export interface SyntaxNode {
  readonly type: string;
  readonly [part: string]: unknown;
}

export interface SourceFile {
  /** Such as `shared/kernel/result.ts`. */
  readonly path: string;
  readonly text: string;
  readonly lineCount: number;
  readonly statements: readonly SyntaxNode[];
  readonly nodes: readonly SyntaxNode[];
  readonly imports: readonly Import[];
  readonly isTest: boolean;
}

/** Every source of every room, read once. */
export function readSources(): readonly SourceFile[] {
  const paths = ROOMS.flatMap((room) => pathsBelow(join(CHECKOUT, room)));
  return [...paths, join(CHECKOUT, 'vite.config.ts')]
    .map((path) => relative(CHECKOUT, path).split(sep).join('/'))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts'))
    .map(readSource);
}

function pathsBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NO_SOURCES.test(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pathsBelow(path) : [path];
  });
}

function readSource(path: string): SourceFile {
  return parseSource(path, readFileSync(join(CHECKOUT, path), 'utf8'));
}

/** Parsed, not searched as text: a word in a comment or a string breaks no rule. */
export function parseSource(path: string, text: string): SourceFile {
  const statements = parseSync(path, text).program.body as unknown as readonly SyntaxNode[];
  const nodes = statements.flatMap(nodesOf);
  return {
    path,
    text,
    lineCount: text.split('\n').length - 1,
    statements,
    nodes,
    imports: nodes.flatMap((node) => importOf(path, node)),
    isTest: /\.(test|spec|bench)\.tsx?$/.test(path) || path.includes('/testing/'),
  };
}

function nodesOf(node: SyntaxNode): SyntaxNode[] {
  const inner = Object.values(node).flatMap((part) => (Array.isArray(part) ? part : [part]));
  return [node, ...inner.filter(isNode).flatMap(nodesOf)];
}

export function isNode(part: unknown): part is SyntaxNode {
  return typeof part === 'object' && part !== null && 'type' in part && typeof part.type === 'string';
}

function importOf(path: string, node: SyntaxNode): Import[] {
  const from = isNode(node['source']) ? node['source']['value'] : undefined;
  if (typeof from !== 'string') return [];
  return [{ from, target: resolveOwn(path, from), isTypeOnly: isTypeOnly(node) }];
}

function isTypeOnly(node: SyntaxNode): boolean {
  if (node.type === 'TSImportType') return true;
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const specifiers = node['specifiers'];
  if (!Array.isArray(specifiers) || specifiers.length === 0) return false;
  return specifiers.every((one: SyntaxNode) => one['importKind'] === 'type' || one['exportKind'] === 'type');
}

function resolveOwn(path: string, from: string): string | undefined {
  if (!from.startsWith('.')) return undefined;
  return relative(CHECKOUT, join(CHECKOUT, dirname(path), from))
    .split(sep)
    .join('/');
}

/** `Date.now`, `globalThis.crypto.randomUUID` and the like, as their last two names; else undefined. */
export function memberName(node: SyntaxNode): string | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  const { object, property } = node;
  if (!isNode(object) || !isNode(property)) return undefined;
  const owner =
    object.type === 'MemberExpression' && isNode(object['property']) ? object['property'] : object;
  const key = property.type === 'Literal' ? property['value'] : property['name'];
  return `${String(owner['name'])}.${String(key)}`;
}
