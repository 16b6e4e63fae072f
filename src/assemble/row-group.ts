/** The places of a case's rows in the ledgers; most cases stand in one row. */
export type RowGroup = number | readonly number[];

export const placesOf = (group: RowGroup): readonly number[] =>
  typeof group === "number" ? [group] : group;

export const groupOf = (rows: readonly { place: number }[]): RowGroup => {
  const [first] = rows;
  return first && rows.length === 1 ? first.place : rows.map(({ place }) => place);
};
