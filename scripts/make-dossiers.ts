import { makeDossier01 } from "./dossiers/dossier-01.js";
import { makeDossier02 } from "./dossiers/dossier-02.js";
import { makeDossier03 } from "./dossiers/dossier-03.js";
import { makeDossier04 } from "./dossiers/dossier-04.js";
import { makeDossier05 } from "./dossiers/dossier-05.js";
import { makeDossier06 } from "./dossiers/dossier-06.js";
import { makeDossier07 } from "./dossiers/dossier-07.js";

/**
 * Writes fixtures/dossiers: invented case files in the forms in which agencies keep them, and beside them
 * (in `truth/`) what stands in each document and what is wrong with it on purpose. Needs `chromium`,
 * `pdftoppm`, `soffice` and the Noto CJK fonts. Given names (`01 03`), makes only those.
 */
const makers: Readonly<Record<string, () => Promise<void>>> = {
  "01": makeDossier01,
  "02": makeDossier02,
  "03": makeDossier03,
  "04": makeDossier04,
  "05": makeDossier05,
  "06": makeDossier06,
  "07": makeDossier07,
};

const wanted = process.argv.slice(2);
for (const [name, make] of Object.entries(makers)) {
  if (wanted.length === 0 || wanted.includes(name)) await make();
}
