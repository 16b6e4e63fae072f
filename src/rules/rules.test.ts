import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadCalendar } from "./calendar.js";
import { builtinFolder, loadRuleBook, type RuleBook } from "./rule-book.js";

/** Watches over the rules that ship: what every one of them must have. */

const areas = [
  ...["publicity", "recording", "legal-review", "discretion", "procedure", "service", "execution"],
  ...["personnel", "authority", "evidence", "document", "licence", "inspection", "oversight"],
];

let book: RuleBook;
beforeAll(async () => {
  const { checkFacts } = await import("../judge/checks/index.js");
  book = await loadRuleBook({ calendar: await loadCalendar(), checks: checkFacts });
});

const each = (test: (rule: RuleBook["rules"][number]) => void): void => {
  for (const rule of book.rules) {
    try {
      test(rule);
    } catch (error) {
      throw new Error(rule.definition.id, { cause: error });
    }
  }
};

describe("every rule that ships", () => {
  it("stands in the file that its id names", () => {
    each(({ definition, file }) => expect(file).toBe(`rules/${definition.id}.yaml`));
  });

  it("belongs to a known area", () => {
    each(({ area }) => expect(areas).toContain(area));
  });

  it("has an example that complies, one that violates and one that cannot be judged", () => {
    each(({ definition: { examples } }) => {
      for (const verdict of ["complies", "violates", "unknown"]) {
        expect(examples.filter((example) => verdict in example).length, verdict).toBeGreaterThan(0);
      }
    });
  });

  it("says in Chinese and in English what it is, what is wrong and what to do", () => {
    each(({ definition }) => {
      const { title, explanation, message, remedy } = definition;
      for (const { zh, en } of [title, explanation, message, remedy]) {
        expect(zh).toMatch(/\p{Script=Han}|\{faults\}/u);
        expect(en).toMatch(/[a-z]/);
        expect(en.replaceAll(/[《〔（"“].*?[》〕）"”]/g, "")).not.toMatch(/\p{Script=Han}{5,}/u);
      }
    });
  });

  it("names the items of the review standard that it answers", () => {
    each(({ definition: { items } }) => {
      for (const item of items)
        expect(item).toMatch(/^(PEN-[A-Z]{3}-\d\d|(SIM|LIC|COE|INP)-\d\d)$/);
    });
  });

  it("gives articles with a mark, and words policy as policy", () => {
    each(({ definition: { basis, message } }) => {
      const articles = basis.filter((entry) => "instrument" in entry);
      const policyOnly =
        articles.length > 0 && articles.every((a) => /国办发|办发〔/.test(a.instrument));
      if (policyOnly) expect(message.zh).not.toMatch(/违法|违反法律/);
    });
  });

  it("ends with no blank message in its examples", async () => {
    const { runExamples } = await import("../judge/examples.js");
    const failed = runExamples(book.rules, book.presets).filter(({ passed }) => !passed);
    expect(failed).toEqual([]);
  });
});

describe("presets", () => {
  it("claim no agency for two sectors", () => {
    const words = book.presets.flatMap(({ id, agencies }) =>
      agencies.map((word) => ({ id, word })),
    );
    for (const a of words) {
      const others = words.filter(
        (b) => b.id !== a.id && (a.word.includes(b.word) || b.word.includes(a.word)),
      );
      expect(others, a.word).toEqual([]);
    }
  });

  it("name the article of every value", () => {
    for (const { id, parameters } of book.presets) {
      for (const [key, versions] of Object.entries(parameters)) {
        for (const { basis } of versions) expect(basis.length, `${id} ${key}`).toBeGreaterThan(0);
      }
    }
  });
});

describe("articles of presets", () => {
  it("were in force when the value that rests on them was", () => {
    const wrong = book.presets.flatMap(({ id, parameters }) =>
      Object.entries(parameters).flatMap(([key, versions]) =>
        versions.flatMap((version) =>
          version.basis
            .filter((article) => {
              const endedBefore = article.to !== undefined && article.to < (version.from ?? "");
              const beganAfter =
                article.from !== undefined && article.from > (version.to ?? "9999");
              return endedBefore || beganAfter;
            })
            .map((article) => `${id} ${key}: ${article.instrument} ${article.article}`),
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the rules folder", () => {
  it("explains every macro that the language has", async () => {
    const page = await readFile(path.join(builtinFolder, "README.md"), "utf8");
    for (const name of [
      "missing(",
      "known(",
      "ifKnown(",
      "first(",
      "where(",
      "unclear(",
      "surely(",
    ]) {
      expect(page).toContain(name);
    }
  });
});
