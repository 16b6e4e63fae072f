import { z } from "zod";
import { auditSchema } from "../model/audit-result.js";

/** The JSON Schema (draft 2020-12) of an audit result, published as `audit.schema.json`. */
export const auditJsonSchema = (): Record<string, unknown> => {
  const { $schema, ...schema } = z.toJSONSchema(auditSchema, {
    target: "draft-2020-12",
    override: ({ jsonSchema }) => {
      // The limits of JavaScript's numbers say nothing about the result.
      if (jsonSchema.type !== "integer") return;
      delete jsonSchema.minimum;
      delete jsonSchema.maximum;
    },
  });
  return { $schema, $id: "audit.schema.json", title: "anjuan audit result", ...schema };
};
