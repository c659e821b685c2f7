import { join } from 'node:path';
import { type ElementAccessExpression, type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';
import { isElementAccessExpression } from 'typescript/unstable/ast/is';
import { API, type Checker, type Project, type Type, TypeFlags } from 'typescript/unstable/sync';

/** An object asked by a word: `record[word]`. */
export interface WordAccess {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What a word may be typed as; a union of literals is none: the compiler knows that the object has each of them. */
const WORD = TypeFlags.String | TypeFlags.TemplateLiteral | TypeFlags.StringMapping;

/**
 * Every place of some projects where a plain object with keys of any name is asked by a word that the compiler knows
 * nothing of, but for those that check with `Object.hasOwn(object, word)` in the same statement. `{}['constructor']` is
 * a function, and assigning to `['__proto__']` changes what an object is.
 * @param root folder of the repository
 * @param configurations of the TypeScript projects, from there
 * @param folders whose files count, from there
 */
export function wordAccesses(
  root: string,
  configurations: readonly string[],
  folders: readonly string[],
): readonly WordAccess[] {
  const api = new API({ cwd: root });
  try {
    const snapshot = api.updateSnapshot({ openProjects: configurations.map((path) => join(root, path)) });
    const seen = new Set<string>();
    return snapshot.getProjects().flatMap((project) => {
      // Most files belong to several projects.
      const files = project.program
        .getSourceFileNames()
        .filter((file) => !seen.has(file) && folders.some((folder) => file.startsWith(join(root, folder, '/'))));
      for (const file of files) seen.add(file);
      return accessesIn(project, root, files);
    });
  } finally {
    api.close();
  }
}

function accessesIn(project: Project, root: string, files: readonly string[]): readonly WordAccess[] {
  const places = files
    .flatMap((file) => {
      const source = project.program.getSourceFile(file);
      return source === undefined ? [] : elementAccesses(source).map((node) => ({ source, node }));
    })
    .filter(({ source, node }) => !isGuarded(source, node));
  // Asked all at once: the checker is another process.
  const words = project.checker.getTypeAtLocation(places.map(({ node }) => node.argumentExpression));
  const asked = places.filter((_place, index) => isWord(project.checker, words[index]));
  const objects = project.checker.getTypeAtLocation(asked.map(({ node }) => node.expression));
  return asked
    .filter((_place, index) => hasAnyName(project.checker, objects[index]))
    .map(({ source, node }) => ({
      file: source.fileName.slice(root.length + 1),
      line: source.text.slice(0, node.end).split('\n').length,
      text: textOf(source, node),
    }));
}

function elementAccesses(source: SourceFile): readonly ElementAccessExpression[] {
  const found: ElementAccessExpression[] = [];
  const visit = (node: Node): void => {
    if (isElementAccessExpression(node) && !isLiteral(node.argumentExpression)) found.push(node);
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

const isLiteral = ({ kind }: Node): boolean => kind === SyntaxKind.StringLiteral || kind === SyntaxKind.NumericLiteral;

/** A key of the object's own type (`keyof Table`) is no word from outside, whatever the type is filled in with. */
function isWord(checker: Checker, type: Type | undefined): boolean {
  if (type === undefined || (type.flags & TypeFlags.Index) !== 0) return false;
  if ((type.flags & WORD) !== 0) return true;
  if (type.isUnionType()) return type.getTypes().some((part) => isWord(checker, part));
  if (type.isIntersectionType()) {
    const parts = type.getTypes();
    return parts.every(({ flags }) => (flags & TypeFlags.Index) === 0) && parts.some((part) => isWord(checker, part));
  }
  if (type.isTypeParameter()) return isWord(checker, checker.getConstraintOfTypeParameter(type));
  return (type.flags & TypeFlags.IndexedAccess) !== 0 && isWord(checker, checker.getBaseConstraintOfType(type));
}

/** Whether the type has an index signature for words. Arrays have one for numbers alone. */
function hasAnyName(checker: Checker, type: Type | undefined): boolean {
  if (type === undefined) return false;
  const parts = type.isUnionType() || type.isIntersectionType() ? type.getTypes() : [type];
  return parts.some(
    (part) =>
      !checker.isArrayLikeType(part) &&
      checker.getIndexInfosOfType(part).some(({ keyType }) => isWord(checker, keyType)),
  );
}

function isGuarded(source: SourceFile, node: ElementAccessExpression): boolean {
  const [object, word] = [textOf(source, node.expression), textOf(source, node.argumentExpression)];
  let statement: Node = node;
  while (statement.parent.kind !== SyntaxKind.Block && statement.parent.kind !== SyntaxKind.SourceFile)
    statement = statement.parent;
  return textOf(source, statement).includes(`Object.hasOwn(${object}, ${word})`);
}

const textOf = (source: SourceFile, { pos, end }: Node): string => source.text.slice(pos, end).trim();
