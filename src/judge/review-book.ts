import {
  subjectsNamed,
  type Lang,
  type Review,
  type ReviewGroup,
  type ReviewListing,
} from "../model/audit-result.js";
import type { CaseFile } from "../model/origin.js";
import { evidenceFrom } from "./evidence.js";
import { bySubject } from "./by-subject.js";
import { PlaceRanges } from "./place-ranges.js";

/** What a person must look at in many cases alike: all of a review but whose it is. */
export interface Question {
  rule: string;
  title: string;
  area: string;
  missing: readonly string[];
  message: string;
  /** Fields of which the places are shown. */
  paths: readonly string[];
}

/** A question with those that raise it. */
export interface Asked {
  readonly question: Question;
  /** Places of the cases. */
  places: PlaceRanges;
  /** The first of them by id. */
  first: readonly { id: string; at: number }[];
}

/** What a book knows, as plain data. */
export interface ReviewNotes {
  asked: {
    key: string;
    question: Question;
    places: Int32Array;
    first: readonly { id: string; at: number }[];
  }[];
  others: readonly Review[];
}

/**
 * What people must look at. A question that many cases raise is kept once, with the places of the cases;
 * a review is made of it when it is asked for.
 */
export class ReviewBook implements ReviewListing {
  readonly #asked = new Map<string, Asked>();
  /** About several cases, an agency, an officer. */
  readonly #others: Review[] = [];
  #length = 0;
  #groups: ReviewGroup[] | undefined;

  constructor(
    readonly lang: Lang,
    readonly caseAt: (at: number) => CaseFile,
    /** The places of all cases, by the cases' ids. */
    readonly order: () => readonly number[],
  ) {}

  get length(): number {
    return this.#length;
  }

  /** The question of a key, made when it is raised for the first time. */
  asked(key: string, question: () => Question): Asked {
    const asked = this.#asked.get(key) ?? {
      ...{ question: question(), places: new PlaceRanges(), first: [] },
    };
    this.#asked.set(key, asked);
    return asked;
  }

  ask(asked: Asked, { id }: CaseFile, at: number): void {
    asked.places.add(at);
    this.#length++;
    this.#groups = undefined;
    const last = asked.first[subjectsNamed - 1];
    if (!last || id < last.id) asked.first = lowest([...asked.first, { id, at }]);
  }

  add(review: Review): void {
    this.#others.push(review);
    this.#length++;
    this.#groups = undefined;
  }

  notes(): ReviewNotes {
    return {
      asked: [...this.#asked].map(([key, { question, places, first }]) => ({
        ...{ key, question, places: places.notes(), first },
      })),
      others: this.#others,
    };
  }

  join({ asked, others }: ReviewNotes): void {
    for (const { key, question, places, first } of asked) {
      const own = this.asked(key, () => question);
      const before = own.places.size;
      own.places.join(places);
      own.first = lowest([...own.first, ...first]);
      this.#length += own.places.size - before;
    }
    this.#groups = undefined;
    for (const review of others) this.add(review);
  }

  groups(): ReviewGroup[] {
    return (this.#groups ??= this.#findGroups());
  }

  #findGroups(): ReviewGroup[] {
    const byHanging = new Map<string, Asked[]>();
    for (const asked of this.#asked.values()) {
      const { rule, missing, message } = asked.question;
      const key = JSON.stringify([rule, missing.length > 0 ? missing : message]);
      const alike = byHanging.get(key);
      if (alike) alike.push(asked);
      else byHanging.set(key, [asked]);
    }
    const ofCases = [...byHanging.values()].flatMap((alike): ReviewGroup[] => {
      const named = lowest(
        alike.flatMap((asked) => asked.first.map((one) => ({ ...one, question: asked.question }))),
      );
      const [first] = named;
      const count = alike.reduce((sum, { places }) => sum + places.size, 0);
      const subjects = named.map(({ id }) => id);
      return first ? [{ first: this.#reviewOf(first.question, first.at), count, subjects }] : [];
    });
    return [...ofCases, ...groupsOf(this.#others)].sort((a, b) => bySubject(a.first, b.first));
  }

  /** By subject: what is about cases in the order of their ids. */
  *[Symbol.iterator](): Iterator<Review> {
    const others = this.#others.toSorted(bySubject);
    const behind = others.findIndex(({ subject }) => subject.scope > "case");
    const split = behind < 0 ? others.length : behind;
    yield* others.slice(0, split);
    yield* this.#ofCases();
    yield* others.slice(split);
  }

  *#ofCases(): Generator<Review> {
    const questions = new Map<number, Question[]>();
    for (const { question, places } of this.#asked.values()) {
      for (const at of places) {
        const ofCase = questions.get(at);
        if (ofCase) ofCase.push(question);
        else questions.set(at, [question]);
      }
    }
    for (const at of questions.size > 0 ? this.order() : []) {
      const ofCase = questions.get(at)?.sort((a, b) => (a.rule < b.rule ? -1 : 1)) ?? [];
      for (const question of ofCase) yield this.#reviewOf(question, at);
    }
  }

  #reviewOf({ rule, title, area, missing, message, paths }: Question, at: number): Review {
    const file = this.caseAt(at);
    const reads = [{ file, paths: new Map(paths.map((path) => [path, true])) }];
    return {
      ...{ rule, title, area, subject: { scope: "case", id: file.id } },
      ...{ missing: [...missing], message, evidence: evidenceFrom(reads, this.lang) },
    };
  }
}

const lowest = <One extends { id: string; at: number }>(ones: One[]): One[] =>
  ones.length < 2
    ? ones
    : ones
        .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.at - b.at))
        .slice(0, subjectsNamed);

const groupsOf = (reviews: readonly Review[]): ReviewGroup[] => {
  const groups = new Map<string, Review[]>();
  for (const review of reviews.toSorted(bySubject)) {
    const { rule, missing, message } = review;
    const key = JSON.stringify([rule, missing.length > 0 ? missing : message]);
    const alike = groups.get(key);
    if (alike) alike.push(review);
    else groups.set(key, [review]);
  }
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    const subjects = alike.slice(0, subjectsNamed).map(({ subject }) => subject.id);
    return first ? [{ first, count: alike.length, subjects }] : [];
  });
};
