/** All rules, in the order of their codes. Adding one is its file and a line here. */
import agencyNotAlive from "./agency-not-alive.ts";
import annexNotMentioned from "./annex-not-mentioned.ts";
import annexNumber from "./annex-number.ts";
import arithmeticDisagrees from "./arithmetic-disagrees.ts";
import bodyNotRecipient from "./body-not-recipient.ts";
import bodyWithTwoDuties from "./body-with-two-duties.ts";
import cadenceRunTogether from "./cadence-run-together.ts";
import citationDate from "./citation-date.ts";
import citationFromFuture from "./citation-from-future.ts";
import citationType from "./citation-type.ts";
import citationYear from "./citation-year.ts";
import countsMixed from "./counts-mixed.ts";
import dateNotPadded from "./date-not-padded.ts";
import dayWordMissing from "./day-word-missing.ts";
import deadlineBeforePlan from "./deadline-before-plan.ts";
import duplicateItem from "./duplicate-item.ts";
import dutyWithoutContent from "./duty-without-content.ts";
import endMarkMissing from "./end-mark-missing.ts";
import expiredCitation from "./expired-citation.ts";
import groupWithoutTasks from "./group-without-tasks.ts";
import htmlInText from "./html-in-text.ts";
import impossibleDate from "./impossible-date.ts";
import leadIsPartner from "./lead-is-partner.ts";
import legalBasisEnd from "./legal-basis-end.ts";
import letterOutOfOrder from "./letter-out-of-order.ts";
import letterheadAsText from "./letterhead-as-text.ts";
import malformedNumber from "./malformed-number.ts";
import monthsMixed from "./months-mixed.ts";
import numberOutOfOrder from "./number-out-of-order.ts";
import ownNumber from "./own-number.ts";
import pageNumberAsText from "./page-number-as-text.ts";
import pairNotClosed from "./pair-not-closed.ts";
import periodReversed from "./period-reversed.ts";
import quartersMixed from "./quarters-mixed.ts";
import recipientsForm from "./recipients-form.ts";
import referenceToNothing from "./reference-to-nothing.ts";
import rowWithoutTask from "./row-without-task.ts";
import type { Rule } from "./rule.ts";
import signatureAsText from "./signature-as-text.ts";
import signatureAuthority from "./signature-authority.ts";
import tableAsText from "./table-as-text.ts";
import taskWithoutLead from "./task-without-lead.ts";
import taskWithoutPartner from "./task-without-partner.ts";
import taskWithoutProduct from "./task-without-product.ts";
import taskWithoutTime from "./task-without-time.ts";
import timeOutsidePlan from "./time-outside-plan.ts";
import titleBeforeName from "./title-before-name.ts";
import totalDisagrees from "./total-disagrees.ts";
import totalNotSum from "./total-not-sum.ts";
import totalRowEmpty from "./total-row-empty.ts";
import weekdayDisagrees from "./weekday-disagrees.ts";
import yearNotOfPlan from "./year-not-of-plan.ts";

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
  yearNotOfPlan, // VB304
  weekdayDisagrees, // VB305
  arithmeticDisagrees, // VB306
  periodReversed, // VB307
  deadlineBeforePlan, // VB308
  dateNotPadded, // VB309
  monthsMixed, // VB310
  dayWordMissing, // VB311
  countsMixed, // VB312
  quartersMixed, // VB313
  cadenceRunTogether, // VB314
  taskWithoutLead, // VB401
  taskWithoutTime, // VB402
  taskWithoutProduct, // VB403
  taskWithoutPartner, // VB404
  bodyNotRecipient, // VB405
  duplicateItem, // VB406
  totalRowEmpty, // VB407
  totalNotSum, // VB408
  rowWithoutTask, // VB409
  groupWithoutTasks, // VB410
  dutyWithoutContent, // VB411
  bodyWithTwoDuties, // VB412
  leadIsPartner, // VB413
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
];
