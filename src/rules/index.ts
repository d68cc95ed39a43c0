/** All rules, in the order of their codes. Adding one is its file and a line here. */

import abbreviationBeforeDefinition from "./abbreviation-before-definition.ts";
import abbreviationMistyped from "./abbreviation-mistyped.ts";
import abbreviationRedefined from "./abbreviation-redefined.ts";
import abbreviationUndefined from "./abbreviation-undefined.ts";
import agencyNotAlive from "./agency-not-alive.ts";
import annexNotMentioned from "./annex-not-mentioned.ts";
import annexNumber from "./annex-number.ts";
import bodyCaseMixed from "./body-case-mixed.ts";
import bodyNameCase from "./body-name-case.ts";
import bodyNameSmall from "./body-name-small.ts";
import citationDate from "./citation-date.ts";
import citationFromFuture from "./citation-from-future.ts";
import citationType from "./citation-type.ts";
import citationYear from "./citation-year.ts";
import documentTypeCase from "./document-type-case.ts";
import endMarkMissing from "./end-mark-missing.ts";
import expiredCitation from "./expired-citation.ts";
import htmlInText from "./html-in-text.ts";
import impossibleDate from "./impossible-date.ts";
import legalBasisEnd from "./legal-basis-end.ts";
import letterOutOfOrder from "./letter-out-of-order.ts";
import letterheadAsText from "./letterhead-as-text.ts";
import malformedNumber from "./malformed-number.ts";
import marksMissing from "./marks-missing.ts";
import misspeltWord from "./misspelt-word.ts";
import numberOutOfOrder from "./number-out-of-order.ts";
import ownNumber from "./own-number.ts";
import pageNumberAsText from "./page-number-as-text.ts";
import pairNotClosed from "./pair-not-closed.ts";
import provisionCase from "./provision-case.ts";
import recipientsForm from "./recipients-form.ts";
import referenceToNothing from "./reference-to-nothing.ts";
import type { Rule } from "./rule.ts";
import setCapital from "./set-capital.ts";
import settledNameCase from "./settled-name-case.ts";
import signatureAsText from "./signature-as-text.ts";
import signatureAuthority from "./signature-authority.ts";
import specialNounCase from "./special-noun-case.ts";
import tableAsText from "./table-as-text.ts";
import taskWithoutLead from "./task-without-lead.ts";
import taskWithoutTime from "./task-without-time.ts";
import templateLeftover from "./template-leftover.ts";
import timeOutsidePlan from "./time-outside-plan.ts";
import titleBeforeName from "./title-before-name.ts";
import totalDisagrees from "./total-disagrees.ts";
import unitNumberCase from "./unit-number-case.ts";
import wrongWord from "./wrong-word.ts";

export const rules: readonly Rule[] = [
  malformedNumber, // VB101
  citationDate, // VB102
  citationType, // VB103
  expiredCitation, // VB104
  citationFromFuture, // VB105
  citationYear, // VB106
  agencyNotAlive, // VB201
  totalDisagrees, // VB301
  timeOutsidePlan, // VB302
  impossibleDate, // VB303
  taskWithoutLead, // VB401
  taskWithoutTime, // VB402
  numberOutOfOrder, // VB501
  letterOutOfOrder, // VB502
  endMarkMissing, // VB503
  recipientsForm, // VB504
  referenceToNothing, // VB505
  annexNotMentioned, // VB506
  titleBeforeName, // VB507
  signatureAuthority, // VB508
  annexNumber, // VB509
  legalBasisEnd, // VB510
  signatureAsText, // VB511
  letterheadAsText, // VB512
  tableAsText, // VB513
  ownNumber, // VB514
  pageNumberAsText, // VB515
  htmlInText, // VB601
  pairNotClosed, // VB602
  misspeltWord, // VB630
  wrongWord, // VB631
  marksMissing, // VB632
  bodyNameCase, // VB640
  bodyNameSmall, // VB641
  specialNounCase, // VB642
  unitNumberCase, // VB643
  provisionCase, // VB644
  documentTypeCase, // VB645
  bodyCaseMixed, // VB646
  settledNameCase, // VB647
  setCapital, // VB648
  abbreviationUndefined, // VB650
  abbreviationBeforeDefinition, // VB651
  abbreviationRedefined, // VB652
  abbreviationMistyped, // VB653
  templateLeftover, // VB654
];
