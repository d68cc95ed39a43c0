/** All rules, in the order of their codes. Adding one is its file and a line here. */
import abbreviationBeforeDefinition from "./abbreviation-before-definition.ts";
import abbreviationMistyped from "./abbreviation-mistyped.ts";
import abbreviationRedefined from "./abbreviation-redefined.ts";
import abbreviationUndefined from "./abbreviation-undefined.ts";
import agenciesRunTogether from "./agencies-run-together.ts";
import agencyMisspelt from "./agency-misspelt.ts";
import agencyNotAlive from "./agency-not-alive.ts";
import agencyOfHigherLevel from "./agency-of-higher-level.ts";
import agencyShortForm from "./agency-short-form.ts";
import agencySpeltDifferently from "./agency-spelt-differently.ts";
import annexNotMentioned from "./annex-not-mentioned.ts";
import annexNumber from "./annex-number.ts";
import arithmeticDisagrees from "./arithmetic-disagrees.ts";
import attachedToAnother from "./attached-to-another.ts";
import basisOfLastYear from "./basis-of-last-year.ts";
import blankAfterListMark from "./blank-after-list-mark.ts";
import blankBeforeMark from "./blank-before-mark.ts";
import blankMissing from "./blank-missing.ts";
import bodyCaseMixed from "./body-case-mixed.ts";
import bodyNameCase from "./body-name-case.ts";
import bodyNameSmall from "./body-name-small.ts";
import bodyNotRecipient from "./body-not-recipient.ts";
import bodyWithTwoDuties from "./body-with-two-duties.ts";
import cadenceRunTogether from "./cadence-run-together.ts";
import capitalAfterSemicolon from "./capital-after-semicolon.ts";
import citationComma from "./citation-comma.ts";
import citationCut from "./citation-cut.ts";
import citationDate from "./citation-date.ts";
import citationFromFuture from "./citation-from-future.ts";
import citationIssuer from "./citation-issuer.ts";
import citationIssuerDiffers from "./citation-issuer-differs.ts";
import citationNearNumber from "./citation-near-number.ts";
import citationNotYetInForce from "./citation-not-yet-in-force.ts";
import citationNumberYear from "./citation-number-year.ts";
import citationTitleDiffers from "./citation-title-differs.ts";
import citationType from "./citation-type.ts";
import citationWithoutSign from "./citation-without-sign.ts";
import citationYear from "./citation-year.ts";
import closingOfAnother from "./closing-of-another.ts";
import countsMixed from "./counts-mixed.ts";
import dateNotPadded from "./date-not-padded.ts";
import dayWordMissing from "./day-word-missing.ts";
import deadlineBeforePlan from "./deadline-before-plan.ts";
import documentTypeCase from "./document-type-case.ts";
import doubledBlank from "./doubled-blank.ts";
import doubledMark from "./doubled-mark.ts";
import duplicateItem from "./duplicate-item.ts";
import duplicateLegalBasis from "./duplicate-legal-basis.ts";
import dutyWithoutContent from "./duty-without-content.ts";
import endMarkInside from "./end-mark-inside.ts";
import endMarkMissing from "./end-mark-missing.ts";
import etCeteraForm from "./et-cetera-form.ts";
import expiredCitation from "./expired-citation.ts";
import groupWithoutTasks from "./group-without-tasks.ts";
import headingWithEndMark from "./heading-with-end-mark.ts";
import headingWithoutContent from "./heading-without-content.ts";
import htmlInText from "./html-in-text.ts";
import impossibleDate from "./impossible-date.ts";
import impossibleSyllable from "./impossible-syllable.ts";
import incompleteCitation from "./incomplete-citation.ts";
import introductionWithoutColon from "./introduction-without-colon.ts";
import itemWithoutEndMark from "./item-without-end-mark.ts";
import jointDash from "./joint-dash.ts";
import leadIsPartner from "./lead-is-partner.ts";
import legalBasesOnOneLine from "./legal-bases-on-one-line.ts";
import legalBasisEnd from "./legal-basis-end.ts";
import legalBasisOrder from "./legal-basis-order.ts";
import legalBasisWord from "./legal-basis-word.ts";
import letterInNumber from "./letter-in-number.ts";
import letterOutOfOrder from "./letter-out-of-order.ts";
import letterheadAsText from "./letterhead-as-text.ts";
import listEndsOpen from "./list-ends-open.ts";
import lookAlikeLetter from "./look-alike-letter.ts";
import malformedNumber from "./malformed-number.ts";
import marksMissing from "./marks-missing.ts";
import misspeltWord from "./misspelt-word.ts";
import mixedIAndY from "./mixed-i-and-y.ts";
import mixedItemCapitals from "./mixed-item-capitals.ts";
import mixedPercent from "./mixed-percent.ts";
import mixedQuotes from "./mixed-quotes.ts";
import mixedRangeDash from "./mixed-range-dash.ts";
import mixedTonePlace from "./mixed-tone-place.ts";
import monthsMixed from "./months-mixed.ts";
import numberJoinedToWord from "./number-joined-to-word.ts";
import numberOutOfOrder from "./number-out-of-order.ts";
import numberOutOfSeries from "./number-out-of-series.ts";
import oddCharacter from "./odd-character.ts";
import otherIssuerInText from "./other-issuer-in-text.ts";
import ownNumber from "./own-number.ts";
import pageNumberAsText from "./page-number-as-text.ts";
import pairNotClosed from "./pair-not-closed.ts";
import partMissing from "./part-missing.ts";
import periodReversed from "./period-reversed.ts";
import placeNotOfIssuer from "./place-not-of-issuer.ts";
import provisionCase from "./provision-case.ts";
import quartersMixed from "./quarters-mixed.ts";
import recipientOutOfPlace from "./recipient-out-of-place.ts";
import recipientsForm from "./recipients-form.ts";
import referenceToNothing from "./reference-to-nothing.ts";
import repeatedWords from "./repeated-words.ts";
import rowWithoutTask from "./row-without-task.ts";
import type { Rule } from "./rule.ts";
import setCapital from "./set-capital.ts";
import settledNameCase from "./settled-name-case.ts";
import signatureAsText from "./signature-as-text.ts";
import signatureAuthority from "./signature-authority.ts";
import slashWithBlank from "./slash-with-blank.ts";
import smallLetterAfterStop from "./small-letter-after-stop.ts";
import specialNounCase from "./special-noun-case.ts";
import tableAsText from "./table-as-text.ts";
import taskWithoutLead from "./task-without-lead.ts";
import taskWithoutPartner from "./task-without-partner.ts";
import taskWithoutProduct from "./task-without-product.ts";
import taskWithoutTime from "./task-without-time.ts";
import templateLeftover from "./template-leftover.ts";
import timeOutsidePlan from "./time-outside-plan.ts";
import titleBeforeName from "./title-before-name.ts";
import titleWithEndMark from "./title-with-end-mark.ts";
import totalDisagrees from "./total-disagrees.ts";
import totalNotSum from "./total-not-sum.ts";
import totalRowEmpty from "./total-row-empty.ts";
import unitNumberCase from "./unit-number-case.ts";
import unknownAgency from "./unknown-agency.ts";
import weekdayDisagrees from "./weekday-disagrees.ts";
import wrongWord from "./wrong-word.ts";
import yearNotOfPlan from "./year-not-of-plan.ts";

export const rules: readonly Rule[] = [
  malformedNumber, // VB101
  citationDate, // VB102
  citationType, // VB103
  expiredCitation, // VB104
  citationFromFuture, // VB105
  citationYear, // VB106
  citationNotYetInForce, // VB107
  citationIssuer, // VB108
  citationIssuerDiffers, // VB109
  citationNearNumber, // VB110
  citationWithoutSign, // VB111
  citationComma, // VB112
  incompleteCitation, // VB113
  legalBasisOrder, // VB114
  duplicateLegalBasis, // VB115
  legalBasisWord, // VB116
  legalBasesOnOneLine, // VB117
  numberOutOfSeries, // VB118
  basisOfLastYear, // VB119
  citationTitleDiffers, // VB120
  attachedToAnother, // VB121
  citationCut, // VB122
  citationNumberYear, // VB124
  agencyNotAlive, // VB201
  agencyMisspelt, // VB202
  unknownAgency, // VB203
  agencySpeltDifferently, // VB204
  agencyOfHigherLevel, // VB205
  agencyShortForm, // VB206
  agenciesRunTogether, // VB207
  leadIsPartner, // VB208
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
  itemWithoutEndMark, // VB516
  listEndsOpen, // VB517
  headingWithEndMark, // VB518
  headingWithoutContent, // VB519
  titleWithEndMark, // VB520
  partMissing, // VB521
  recipientOutOfPlace, // VB522
  introductionWithoutColon, // VB523
  endMarkInside, // VB525
  closingOfAnother, // VB526
  otherIssuerInText, // VB527
  placeNotOfIssuer, // VB528
  htmlInText, // VB601
  pairNotClosed, // VB602
  doubledBlank, // VB603
  blankBeforeMark, // VB604
  blankMissing, // VB605
  doubledMark, // VB606
  mixedQuotes, // VB607
  mixedRangeDash, // VB608
  jointDash, // VB609
  mixedTonePlace, // VB610
  mixedIAndY, // VB611
  lookAlikeLetter, // VB612
  letterInNumber, // VB613
  oddCharacter, // VB614
  impossibleSyllable, // VB615
  repeatedWords, // VB616
  smallLetterAfterStop, // VB617
  capitalAfterSemicolon, // VB618
  mixedItemCapitals, // VB619
  slashWithBlank, // VB620
  mixedPercent, // VB621
  etCeteraForm, // VB622
  numberJoinedToWord, // VB623
  blankAfterListMark, // VB624
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
