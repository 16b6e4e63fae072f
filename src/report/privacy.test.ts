import { describe, expect, it } from "vitest";
import type { Evidence } from "../model/audit-result.js";
import { findingForMachines, forPeople } from "./privacy.js";
import { resultFixture } from "./result.fixture.js";

const evidence = (field: string, value: Evidence["value"], text?: string): Evidence => ({
  field,
  label: "字段",
  value,
  file: "台账.xlsx",
  ...(text !== undefined && { text }),
});

describe("forPeople", () => {
  it("hides persons' numbers and takes out control characters, wherever they stand", () => {
    const shown = JSON.stringify(forPeople(resultFixture));
    expect(shown).not.toContain("130599199001010016");
    expect(shown).not.toContain("13800138000");
    expect(shown).not.toMatch(/\\u00(0[0-9b-f]|1|7f|[89])/);
  });

  it("hides a number that has no known form, where the field says whose it is", () => {
    expect(forPeople(evidence("parties[0].idNumber", "E1234567", "护照 E1234567"))).toMatchObject({
      value: "E1****67",
      text: "护照 E1****67",
    });
    expect(forPeople(evidence("party.phone", "0319-2345678")).value).toBe("0319-23***78");
    expect(forPeople(evidence("party.phone", 13800138000)).value).toBe("138****8000");
    expect(forPeople(evidence("party.phone", ["13800138000"])).value).toEqual(["138****8000"]);
    expect(forPeople(evidence("party.idNumber", "无")).value).toBe("无");
    expect(forPeople(evidence("party.idNumber", null)).value).toBeNull();
  });

  it("leaves numbers of offices and cases alone, though they look like telephones", () => {
    expect(forPeople(evidence("officers[0].certificate", "13050012345")).value).toBe("13050012345");
    expect(forPeople(evidence("decision.number", "13050012345")).value).toBe("13050012345");
    expect(forPeople({ id: "13050012345", cases: ["13050012345"] })).toEqual({
      id: "13050012345",
      cases: ["13050012345"],
    });
  });

  it("keeps the lines of a message and makes one line of all else", () => {
    expect(forPeople({ message: "一\n二", party: "一\n二" })).toEqual({
      message: "一\n二",
      party: "一 二",
    });
  });

  it("does not touch a fingerprint", () => {
    const fingerprint = "13800138000";
    expect(forPeople({ fingerprint })).toEqual({ fingerprint });
  });
});

describe("findingForMachines", () => {
  it("hides persons' numbers in messages and where a field holds one", () => {
    const finding = findingForMachines(resultFixture.findings[2]!);
    expect(finding.message).not.toContain("13800138000");
    expect(finding.evidence.map(({ value }) => value)).toEqual([
      "130***********0016",
      "0319-23***78",
    ]);
  });

  it("hides them among the facts, but not the numbers of offices", () => {
    const finding = findingForMachines(resultFixture.findings[2]!);
    expect(finding.facts).toEqual({
      found: ["130***********0016", "138****8000"],
      certificate: "13050012345",
    });
  });

  it("keeps all else exact", () => {
    expect(findingForMachines(resultFixture.findings[0]!)).toEqual(resultFixture.findings[0]);
  });
});
