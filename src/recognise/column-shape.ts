import type { ColumnShape } from "../model/vocabulary.js";

const creditCode = /^[159ANY][0-9A-HJ-NP-RTUWXY]{17}$/;
const residentId =
  /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;

const every = (form: RegExp) => (values: readonly string[]) =>
  values.every((value) => form.test(value.replace(/[\s']/g, "").toUpperCase()));

/** What the values of a column must look like, all of them, for it to have the shape. */
const shapes: Record<ColumnShape, (values: readonly string[]) => boolean> = {
  sequence: (values) =>
    every(/^\d{1,6}(?:\.0)?$/)(values) &&
    values.every((value, at) => Number(value) === Number(values[0]) + at) &&
    Number(values[0]) <= 1,
  short: (values) => values.every((value) => value.replace(/\s/g, "").length <= 6),
  repeating: (values) => values.length > 1 && new Set(values).size <= values.length / 2,
  "credit-code": (values) => every(creditCode)(values) && !every(residentId)(values),
  "organisation-code": every(/^[0-9A-Z]{8}-?[0-9X]$/),
  "registration-number": every(/^(?:\d{15}|\d{13})$/),
  "resident-id": every(residentId),
};

/** Whether all the values, of which there is at least one, have the shape. */
export const hasShape = (values: readonly string[], shape: ColumnShape): boolean =>
  values.length > 0 && shapes[shape](values);
