import { auditSchema, type AuditResult } from "../model/audit-result.js";
import { escapeInvisible } from "./clean-text.js";
import { forMachines } from "./privacy.js";

/**
 * A result as JSON: the keys in the order of the schema, so that the same result is the same bytes.
 * Throws where the result does not fit the published schema, which is a defect of the program.
 */
export const json = (result: AuditResult): string =>
  `${escapeInvisible(JSON.stringify(auditSchema.parse(forMachines(result)), null, 2))}\n`;
