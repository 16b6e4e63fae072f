import type { Check } from "./check.js";
import { agencyInformation } from "./agency-information.js";
import { annualStatistics } from "./annual-statistics.js";
import { benchmarkTableSound } from "./benchmark-table-sound.js";
import { catalogueAligned } from "./catalogue-aligned.js";
import { examCoverage } from "./exam-coverage.js";
import { monthEndBurst } from "./month-end-burst.js";
import { noDoubleFine } from "./no-double-fine.js";
import { notPerfunctory } from "./not-perfunctory.js";
import { notRepeated } from "./not-repeated.js";
import { numberSequence } from "./number-sequence.js";
import { numberUnique } from "./number-unique.js";
import { officerInTwoPlaces } from "./officer-in-two-places.js";
import { rectifiedInTime } from "./rectified-in-time.js";
import { reviewCataloguePublic } from "./review-catalogue-public.js";
import { similarCases } from "./similar-cases.js";
import { sourcesAgree } from "./sources-agree.js";
import { staffingRatio } from "./staffing-ratio.js";
import { trainingHours } from "./training-hours.js";

/** The checks that rule files may name, by that name. */
export const checks: ReadonlyMap<string, Check> = new Map([
  ["agency-information", agencyInformation],
  ["annual-statistics", annualStatistics],
  ["benchmark-table-sound", benchmarkTableSound],
  ["catalogue-aligned", catalogueAligned],
  ["exam-coverage", examCoverage],
  ["month-end-burst", monthEndBurst],
  ["no-double-fine", noDoubleFine],
  ["not-perfunctory", notPerfunctory],
  ["not-repeated", notRepeated],
  ["number-sequence", numberSequence],
  ["number-unique", numberUnique],
  ["officer-in-two-places", officerInTwoPlaces],
  ["rectified-in-time", rectifiedInTime],
  ["review-catalogue-public", reviewCataloguePublic],
  ["similar-cases", similarCases],
  ["sources-agree", sourcesAgree],
  ["staffing-ratio", staffingRatio],
  ["training-hours", trainingHours],
]);

/** For compiling rules: the facts that each check computes. */
export const checkFacts = new Map([...checks].map(([name, check]) => [name, check.facts]));
