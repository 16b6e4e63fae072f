import { auditSchema, type AuditResult } from "../model/audit-result.js";
import { escapeInvisible } from "./clean-text.js";
import { diagnosticForMachines, findingForMachines, reviewForMachines } from "./privacy.js";

type Key = keyof typeof auditSchema.shape;

const pieceLength = 64 * 1024;

/** Texts together, so that nobody writes a file line by line. */
function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = "";
  for (const text of texts) {
    piece += text;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

const written = (value: unknown, depth: number): string =>
  escapeInvisible(JSON.stringify(value, null, 2)).replaceAll("\n", `\n${"  ".repeat(depth)}`);

/** The long lists, each member checked and written by itself. */
const listsOf = (result: AuditResult): Partial<Record<Key, Iterable<unknown>>> => ({
  cases: each(result.cases, (one) => auditSchema.shape.cases.element.parse(one)),
  findings: each(result.findings, (one) =>
    auditSchema.shape.findings.element.parse(findingForMachines(one)),
  ),
  reviews: each(result.reviews, (one) =>
    auditSchema.shape.reviews.element.parse(reviewForMachines(one)),
  ),
  diagnostics: each(result.diagnostics, (one) =>
    auditSchema.shape.diagnostics.element.parse(diagnosticForMachines(one)),
  ),
});

function* each<Member>(
  members: Iterable<Member>,
  change: (member: Member) => unknown,
): Generator<unknown> {
  for (const member of members) yield change(member);
}

function* list(members: Iterable<unknown>): Generator<string> {
  let separator = "[\n    ";
  for (const member of members) {
    yield separator + written(member, 2);
    separator = ",\n    ";
  }
  yield separator.startsWith("[") ? "[]" : "\n  ]";
}

function* object(result: AuditResult): Generator<string> {
  const lists = listsOf(result);
  let separator = "{\n";
  for (const key of Object.keys(auditSchema.shape) as Key[]) {
    yield `${separator}  ${JSON.stringify(key)}: `;
    separator = ",\n";
    const members = lists[key];
    if (members) yield* list(members);
    else yield written(auditSchema.shape[key].parse(result[key]), 1);
  }
  yield "\n}\n";
}

/**
 * A result as JSON, piece by piece: the keys in the order of the schema, so that the same result is the
 * same bytes. Throws where the result does not fit the published schema, which is a defect of the program.
 */
export const json = (result: AuditResult): Iterable<string> => inPieces(object(result));
