import { describe, expect, it } from "vitest";
import type { CaseFile } from "../model/origin.js";
import { exampleCase } from "../rules/example-case.js";
import { identitiesOf } from "./case-identity.js";
import { identitiesOfResults } from "./check-identity.js";
import type { CheckResult } from "./checks/check.js";

const file = (id: string, party: string): CaseFile => exampleCase({ party: { name: party } }, id);

interface Found {
  id: string;
  cases: CaseFile[];
}

const result = (id: string, cases: CaseFile[] = []): Found => ({ id, cases });

const namesOf = (...found: Found[]): (string | undefined)[] => {
  const files = [...new Set(found.flatMap(({ cases }) => cases))];
  const identities = identitiesOf(files);
  const results = found.map(({ id, cases }): CheckResult => ({
    ...{ scope: "batch", id, outcome: "fail" },
    ...{ cases: cases.map((one) => files.indexOf(one)), facts: {}, looked: [] },
  }));
  const named = identitiesOfResults(results, ({ cases }) =>
    cases.map((at) => ({ id: files[at]!.id, identity: identities.get(files[at]!)! })),
  );
  return results.map((one) => named.get(one));
};

describe("what a check found is known", () => {
  it("by the officer, agency or group that its id names, however many cases there are", () => {
    const [one] = namesOf(result("甲局 C01", [file("a", "甲")]));
    expect(namesOf(result("甲局 C01", [file("a", "甲"), file("b", "乙")]))).toEqual([one]);
    expect(namesOf(result("甲局 C02"))).not.toEqual([one]);
    expect(namesOf(result("甲市监罚〔2024〕1号"))).toEqual(namesOf(result("甲市监罚[2024]第1号")));
  });

  it("by its cases where its id is made of theirs", () => {
    const [one] = namesOf(result("a + a#2", [file("a", "甲"), file("a#2", "乙")]));
    expect(namesOf(result("a + a#2", [file("a", "乙"), file("a#2", "甲")]))).toEqual([one]);
    expect(namesOf(result("a + a#2", [file("a", "甲"), file("a#2", "丙")]))).not.toEqual([one]);
  });

  it("by both where two would be called the same", () => {
    const names = namesOf(
      result("王某 同意", [file("a", "甲")]),
      result("王某 同意", [file("b", "乙")]),
      result("乙局"),
      result("乙局"),
    );
    expect(new Set(names).size).toBe(4);
  });
});
