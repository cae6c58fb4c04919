// tests/mutants/sites.ts: where a source file can be made wrong: one small change each, of the kinds that people make by mistake.
import {
  createSourceFile,
  forEachChild,
  isArrayLiteralExpression,
  isBinaryExpression,
  isBlock,
  isCallExpression,
  isConditionalExpression,
  isExpressionStatement,
  isIfStatement,
  isNumericLiteral,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isReturnStatement,
  isSpreadElement,
  isStringLiteral,
  isImportDeclaration,
  isTypeNode,
  type Node,
  ScriptTarget,
  SyntaxKind,
} from "typescript";

/** Replaces the text from `start` to `end`. */
export interface Mutant {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: string;
}

const OPERATORS: Readonly<Partial<Record<SyntaxKind, string>>> = {
  [SyntaxKind.PlusToken]: "-",
  [SyntaxKind.MinusToken]: "+",
  [SyntaxKind.AsteriskToken]: "/",
  [SyntaxKind.SlashToken]: "*",
  [SyntaxKind.LessThanToken]: "<=",
  [SyntaxKind.LessThanEqualsToken]: "<",
  [SyntaxKind.GreaterThanToken]: ">=",
  [SyntaxKind.GreaterThanEqualsToken]: ">",
  [SyntaxKind.EqualsEqualsEqualsToken]: "!==",
  [SyntaxKind.ExclamationEqualsEqualsToken]: "===",
  [SyntaxKind.AmpersandAmpersandToken]: "||",
  [SyntaxKind.BarBarToken]: "&&",
};
const METHODS: Readonly<Record<string, string>> = {
  plus: "minus",
  minus: "plus",
  times: "div",
  div: "times",
  lt: "lte",
  lte: "lt",
  gt: "gte",
  gte: "gt",
  some: "every",
  every: "some",
  isZero: "isNegative",
};

/** Every change of the kinds known, in the order of the text. Imports and types are left alone. */
export function mutantsIn(path: string, code: string): readonly Mutant[] {
  const source = createSourceFile(path, code, ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const add = (node: Node, text: string, kind: string): void => {
    found.push({ path, start: node.getStart(source), end: node.getEnd(), text, kind });
  };
  const visit = (node: Node): void => {
    if (isImportDeclaration(node) || isTypeNode(node)) return;
    if (isBinaryExpression(node)) {
      const other = OPERATORS[node.operatorToken.kind];
      if (other !== undefined) add(node.operatorToken, other, "operator");
    } else if (isPropertyAccessExpression(node) && isCallExpression(node.parent) && node.parent.expression === node) {
      const other = METHODS[node.name.text];
      if (other !== undefined) add(node.name, other, "method");
    } else if (isIfStatement(node)) add(node.expression, `!(${node.expression.getText(source)})`, "condition");
    else if (isConditionalExpression(node)) {
      const [then, otherwise] = [node.whenTrue.getText(source), node.whenFalse.getText(source)];
      if (then !== otherwise) add(node, `${node.condition.getText(source)} ? ${otherwise} : ${then}`, "branches");
    } else if (node.kind === SyntaxKind.TrueKeyword) add(node, "false", "truth");
    else if (node.kind === SyntaxKind.FalseKeyword) add(node, "true", "truth");
    else if (isNumericLiteral(node) && !isPrefixUnaryExpression(node.parent)) add(node, `(${node.text} + 1)`, "number");
    else if (isStringLiteral(node) && /\p{L}{3}.* /u.test(node.text))
      add(node, JSON.stringify(swapped(node.text)), "words");
    else if (isSpreadElement(node) && isArrayLiteralExpression(node.parent)) add(node, "...[]", "left out");
    else if (isExpressionStatement(node) && isCallExpression(node.expression) && isBlock(node.parent))
      add(node, "", "left out");
    else if (isReturnStatement(node) && node.expression !== undefined && isArrayLiteralExpression(node.expression)) {
      if (node.expression.elements.length > 0) add(node.expression, "[]", "left out");
    }
    forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The first and the last word of a sentence changed round. */
function swapped(text: string): string {
  const words = text.split(" ");
  const last = words.length - 1;
  return [words[last], ...words.slice(1, last), words[0]].join(" ");
}

export function mutated(code: string, { start, end, text }: Mutant): string {
  return code.slice(0, start) + text + code.slice(end);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` of them, none twice; a seed draws the same ones as long as the sources are the same. */
export function drawn(all: readonly Mutant[], seed: number, count: number): readonly Mutant[] {
  const draw = drawing(seed);
  const left = [...all];
  const chosen: Mutant[] = [];
  while (chosen.length < count && left.length > 0) chosen.push(...left.splice(Math.floor(draw() * left.length), 1));
  return chosen;
}
