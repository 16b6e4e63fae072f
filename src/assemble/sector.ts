/** A sector (执法领域) and the words in an agency's name that tell it. */
export interface Sector {
  id: string;
  agencies: readonly string[];
}

/** Sectors that someone assigned, where the words do not tell. */
export interface AssignedSectors {
  /** By the key of the agency's name. */
  agencies: ReadonlyMap<string, string>;
  /** For all agencies whose sector nothing else tells. */
  otherwise?: string;
}

/** The sector of an agency by its name, or by the title of its ledger; undefined where none or several fit. */
export const sectorOf = (
  agency: string | undefined,
  sectors: readonly Sector[],
): string | undefined => {
  if (agency === undefined) return undefined;
  const fitting = sectors.filter(({ agencies }) => agencies.some((word) => agency.includes(word)));
  return fitting.length === 1 ? fitting[0]?.id : undefined;
};
