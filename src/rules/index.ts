/** All rules, in the order of their codes. Adding one is its file and a line here. */
import agencyNotAlive from "./agency-not-alive.ts";
import annexNotMentioned from "./annex-not-mentioned.ts";
import annexNumber from "./annex-number.ts";
import blankAfterListMark from "./blank-after-list-mark.ts";
import blankBeforeMark from "./blank-before-mark.ts";
import blankMissing from "./blank-missing.ts";
import capitalAfterSemicolon from "./capital-after-semicolon.ts";
import citationDate from "./citation-date.ts";
import citationFromFuture from "./citation-from-future.ts";
import citationType from "./citation-type.ts";
import citationYear from "./citation-year.ts";
import doubledBlank from "./doubled-blank.ts";
import doubledMark from "./doubled-mark.ts";
import endMarkMissing from "./end-mark-missing.ts";
import etCeteraForm from "./et-cetera-form.ts";
import expiredCitation from "./expired-citation.ts";
import htmlInText from "./html-in-text.ts";
import impossibleDate from "./impossible-date.ts";
import impossibleSyllable from "./impossible-syllable.ts";
import jointDash from "./joint-dash.ts";
import legalBasisEnd from "./legal-basis-end.ts";
import letterInNumber from "./letter-in-number.ts";
import letterOutOfOrder from "./letter-out-of-order.ts";
import letterheadAsText from "./letterhead-as-text.ts";
import lookAlikeLetter from "./look-alike-letter.ts";
import malformedNumber from "./malformed-number.ts";
import mixedIAndY from "./mixed-i-and-y.ts";
import mixedItemCapitals from "./mixed-item-capitals.ts";
import mixedPercent from "./mixed-percent.ts";
import mixedQuotes from "./mixed-quotes.ts";
import mixedRangeDash from "./mixed-range-dash.ts";
import mixedTonePlace from "./mixed-tone-place.ts";
import numberJoinedToWord from "./number-joined-to-word.ts";
import numberOutOfOrder from "./number-out-of-order.ts";
import oddCharacter from "./odd-character.ts";
import ownNumber from "./own-number.ts";
import pageNumberAsText from "./page-number-as-text.ts";
import pairNotClosed from "./pair-not-closed.ts";
import recipientsForm from "./recipients-form.ts";
import referenceToNothing from "./reference-to-nothing.ts";
import repeatedWords from "./repeated-words.ts";
import type { Rule } from "./rule.ts";
import signatureAsText from "./signature-as-text.ts";
import signatureAuthority from "./signature-authority.ts";
import slashWithBlank from "./slash-with-blank.ts";
import smallLetterAfterStop from "./small-letter-after-stop.ts";
import tableAsText from "./table-as-text.ts";
import taskWithoutLead from "./task-without-lead.ts";
import taskWithoutTime from "./task-without-time.ts";
import timeOutsidePlan from "./time-outside-plan.ts";
import titleBeforeName from "./title-before-name.ts";
import totalDisagrees from "./total-disagrees.ts";
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
];
