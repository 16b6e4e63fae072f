import fc from "fast-check";
import { expect, it } from "vitest";
import { Unreadable } from "./errors.js";
import { XmlScanner } from "./xml-scanner.js";

const scan = (text: string): XmlScanner => new XmlScanner(Buffer.from(text));

/** The tags of a text: `+a`, `-a`. */
const tagsOf = (xml: XmlScanner, names: readonly string[]): string[] => {
  const tags: string[] = [];
  while (xml.next()) {
    for (const name of names) {
      if (xml.opens(name)) tags.push(`+${name}`);
      if (xml.closes(name)) tags.push(`-${name}`);
    }
  }
  return tags;
};

it("goes from tag to tag, whatever stands between them", () => {
  const text =
    '<?xml version="1.0"?><!DOCTYPE a><x:a n=">"><!-- <b> --><b/><![CDATA[<c>]]><c  m=\'1\' ></c></x:a>';
  expect(tagsOf(scan(text), ["a", "b", "c"])).toEqual(["+a", "+b", "-b", "+c", "-c", "-a"]);
});

it("reads attributes by local name", () => {
  const xml = scan("<c r:id='7' s = \"1\" t='&lt;&#x6848;&#21367;&amp;amp;&quot;' u='' />");
  xml.next();
  expect(["id", "s", "t", "u", "v", "c"].map((name) => xml.attribute(name))).toEqual([
    "7",
    "1",
    '<案卷&amp;"',
    "",
    undefined,
    undefined,
  ]);
});

it("reads text", () => {
  const textOf = (text: string): string => {
    const xml = scan(text);
    xml.next();
    return xml.text();
  };
  expect(textOf("<t>一&#10;二\r\n三 &nope; </t>")).toBe("一\n二\n三 &nope; ");
  expect(textOf("<t>a<!-- b --><![CDATA[&c<]]>&amp;d</t>")).toBe("a&c<&d");
  expect(textOf("<t/>x")).toBe("");
  expect(textOf("<t>x")).toBe("x");
});

it("expands no entities of its own", () => {
  const xml = scan('<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>');
  while (xml.next()) if (xml.opens("a")) expect(xml.text()).toBe("&b;");
});

it("reads UTF-16", () => {
  const xml = new XmlScanner(Buffer.from("\ufeff<t>案卷</t>", "utf16le"));
  xml.next();
  expect(xml.text()).toBe("案卷");
});

it("ends on anything", () => {
  const piece = fc.constantFrom(
    "<",
    ">",
    "/",
    "a",
    "=",
    '"',
    "'",
    "<!--",
    "-->",
    "<![CDATA[",
    "&",
    ";",
    " ",
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const xml = scan(pieces.join(""));
      try {
        while (xml.next()) {
          xml.attribute("a");
          xml.text();
        }
      } catch (error) {
        expect(error).toBeInstanceOf(Unreadable);
      }
    }),
    { numRuns: 2000 },
  );
});
