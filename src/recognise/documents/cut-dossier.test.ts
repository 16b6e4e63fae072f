import { describe, expect, it } from "vitest";
import type { PagedFile } from "../../model/pages.js";
import { documentWords, readFolder, readRecognised, truthOf } from "./dossiers.fixture.js";
import { cutDossier } from "./cut-dossier.js";
import { TitleBook } from "./document-titles.js";

const book = new TitleBook((await documentWords()).types);

const cut = (file: PagedFile): string[] =>
  cutDossier(file, book).map(
    ({ pages, type }) => `${file.file} ${pages[0]!.number}-${pages.at(-1)!.number} ${type?.id}`,
  );

const found = async (folder: string): Promise<string[]> => (await readFolder(folder)).flatMap(cut);

describe("dossiers that were born digital", () => {
  it.each([
    "01-clean",
    "03-merged",
    "04-word-ofd-text",
    "05-everything-in-one-folder",
    "06-recordings",
  ])("%s is cut into its documents", async (name) => {
    const told = truthOf(name).documents.filter(({ text }) => text === "text");
    const expected = told.map(
      ({ file, pages, type }) => `${file} ${pages?.[0] ?? 1}-${pages?.[1] ?? 1} ${type}`,
    );
    const cut = await found(`dossiers/${name}`);
    expect(cut).toEqual(expect.arrayContaining(expected));
    const surplus = cut.filter((one) => !expected.includes(one));
    // Pictures that nobody recognised, and papers of other business.
    expect(surplus.filter((one) => !one.endsWith(" undefined"))).toEqual([]);
  });
});

describe("dossiers that were scanned", () => {
  it.each(["02-scanned", "03-merged"])("%s is cut into its documents", async (name) => {
    const expected = truthOf(name).documents.map(
      ({ file, pages, type }) => `${file} ${pages?.[0]}-${pages?.[1]} ${type}`,
    );
    const files = await readRecognised(name);
    expect(files.flatMap(cut).sort()).toEqual(expected.sort());
  });
});

describe("blank forms", () => {
  it("are known by their titles, and those that the vocabulary lacks stand apart", async () => {
    const cut = await found("forms");
    const forms = cut.slice(1);
    expect(forms.length).toBeGreaterThanOrEqual(48);
    const known = forms.filter((one) => !one.endsWith(" undefined"));
    expect(known.length / forms.length).toBeGreaterThanOrEqual(0.85);
  });
});
