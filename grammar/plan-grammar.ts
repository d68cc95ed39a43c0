/**
 * The rules of a .plan file. What a line is was decided by the lexer; the rules here say what follows what.
 *
 * Divisions are a flat list of marked lines: their nesting follows from the order of the marks, not from the grammar
 * (`src/syntax/nest.ts`). The rules accept every order of lines that the lexer can produce, so that a broken plan still
 * yields its whole tree; what may not stand somewhere has a token and a rule of its own (`strayTask`, `strayTypeLine`).
 */
import { type CstNode, CstParser, type ISerializedGast, type ParserMethod, type TokenType } from "chevrotain";
import {
  Above,
  AnnexFieldKey,
  AnnexKey,
  ArabicMark,
  ArticleMark,
  Bar,
  BareAnnexLine,
  BareTypeLine,
  CellLine,
  CellText,
  ChapterMark,
  ColumnsKey,
  ColumnText,
  ContinuationLine,
  DashMark,
  DecimalMark,
  DocumentKey,
  EnactingLine,
  Equals,
  FieldKey,
  FootnoteMark,
  GridBar,
  GridKey,
  GridRule,
  GroupKey,
  HeaderKey,
  ItemBullet,
  LetterMark,
  NamedPartMark,
  NumeralMark,
  ParagraphLine,
  PartMark,
  PlusMark,
  planVocabulary,
  RecipientsKey,
  RomanMark,
  SectionMark,
  SignatureKey,
  SignatureLine,
  StrayGridBar,
  StrayTask,
  StrayTypeLine,
  SubRowKey,
  SubsectionMark,
  TableOptionKey,
  TaskKey,
  TotalKey,
  UnknownKey,
  Words,
} from "./tokens.ts";

type Rule = ParserMethod<[], CstNode>;

export class PlanParser extends CstParser {
  /** A file: one document, or a decision and the document that it puts into force. */
  readonly planFile: Rule = this.RULE("planFile", () => {
    this.OPTION(() => this.SUBRULE(this.looseStart));
    this.MANY(() => this.SUBRULE(this.document));
  });

  /** What stands before the line that opens the document: fields of its header, or lines that belong to none. */
  private readonly looseStart: Rule = this.RULE("looseStart", () => {
    this.OPTION(() => this.SUBRULE(this.header));
    this.SUBRULE(this.body);
    this.MANY(() => this.SUBRULE(this.annex));
  });

  private readonly document: Rule = this.RULE("document", () => {
    this.SUBRULE(this.documentLine);
    this.OPTION(() => this.SUBRULE(this.header));
    this.SUBRULE(this.body);
    this.MANY(() => this.SUBRULE(this.annex));
  });

  private readonly documentLine: Rule = this.RULE("documentLine", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(DocumentKey);
          this.OPTION(() => this.CONSUME(Words));
        },
      },
      { ALT: () => this.CONSUME(BareTypeLine) },
    ]);
    this.MANY(() => this.CONSUME(ContinuationLine));
  });

  private readonly header: Rule = this.RULE("header", () => {
    this.AT_LEAST_ONE(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.headerField) },
        { ALT: () => this.SUBRULE(this.recipients) },
        { ALT: () => this.SUBRULE(this.signature) },
      ]);
    });
  });

  private readonly headerField: Rule = this.RULE("headerField", () => {
    this.OR([{ ALT: () => this.CONSUME(HeaderKey) }, { ALT: () => this.CONSUME(UnknownKey) }]);
    this.SUBRULE(this.value);
  });

  /** The text of a field: on its line, on lines that continue it, on bullets below it. */
  private readonly value: Rule = this.RULE("value", () => {
    this.OPTION(() => this.CONSUME(Words));
    this.MANY(() => this.CONSUME(ContinuationLine));
    this.MANY1(() => this.SUBRULE(this.item));
  });

  private readonly item: Rule = this.RULE("item", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(ItemBullet);
          this.OPTION(() => this.CONSUME(Words));
        },
      },
      { ALT: () => this.CONSUME(CellLine) },
    ]);
    this.MANY(() => this.CONSUME(ContinuationLine));
  });

  private readonly body: Rule = this.RULE("body", () => {
    this.MANY(() => this.SUBRULE(this.block));
  });

  private readonly block: Rule = this.RULE("block", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.division) },
      { ALT: () => this.SUBRULE(this.paragraph) },
      { ALT: () => this.SUBRULE(this.footnote) },
      { ALT: () => this.SUBRULE(this.enactingLine) },
      { ALT: () => this.SUBRULE(this.taskTable) },
      { ALT: () => this.SUBRULE(this.literalTable) },
      { ALT: () => this.SUBRULE(this.recipients) },
      { ALT: () => this.SUBRULE(this.signature) },
      { ALT: () => this.SUBRULE(this.strayTask) },
      { ALT: () => this.SUBRULE(this.strayTypeLine) },
    ]);
  });

  private readonly division: Rule = this.RULE("division", () => {
    this.SUBRULE(this.mark);
    this.OPTION(() => this.CONSUME(Words));
    this.MANY(() => this.CONSUME(ContinuationLine));
  });

  private readonly mark: Rule = this.RULE("mark", () => {
    this.OR([
      { ALT: () => this.CONSUME(NamedPartMark) },
      { ALT: () => this.CONSUME(ChapterMark) },
      { ALT: () => this.CONSUME(SectionMark) },
      { ALT: () => this.CONSUME(SubsectionMark) },
      { ALT: () => this.CONSUME(ArticleMark) },
      { ALT: () => this.CONSUME(PartMark) },
      { ALT: () => this.CONSUME(RomanMark) },
      { ALT: () => this.CONSUME(ArabicMark) },
      { ALT: () => this.CONSUME(DecimalMark) },
      { ALT: () => this.CONSUME(LetterMark) },
      { ALT: () => this.CONSUME(NumeralMark) },
      { ALT: () => this.CONSUME(DashMark) },
      { ALT: () => this.CONSUME(PlusMark) },
    ]);
  });

  private readonly paragraph: Rule = this.RULE("paragraph", () => {
    this.CONSUME(ParagraphLine);
    this.MANY(() => this.CONSUME(ContinuationLine));
  });

  private readonly footnote: Rule = this.RULE("footnote", () => {
    this.CONSUME(FootnoteMark);
    this.OPTION(() => this.CONSUME(Words));
    this.MANY(() => this.CONSUME(ContinuationLine));
  });

  private readonly enactingLine: Rule = this.RULE("enactingLine", () => {
    this.CONSUME(EnactingLine);
  });

  private readonly recipients: Rule = this.RULE("recipients", () => {
    this.CONSUME(RecipientsKey);
    this.OPTION(() => this.CONSUME(Words));
    this.MANY(() => {
      this.OR([{ ALT: () => this.SUBRULE(this.recipient) }, { ALT: () => this.CONSUME(ContinuationLine) }]);
    });
  });

  private readonly recipient: Rule = this.RULE("recipient", () => {
    this.CONSUME(ItemBullet);
    this.OPTION(() => this.CONSUME(Words));
  });

  private readonly signature: Rule = this.RULE("signature", () => {
    this.CONSUME(SignatureKey);
    this.OPTION(() => this.CONSUME(Words));
    this.MANY(() => this.CONSUME(SignatureLine));
  });

  private readonly annex: Rule = this.RULE("annex", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(AnnexKey);
          this.OPTION(() => this.CONSUME(Words));
        },
      },
      { ALT: () => this.CONSUME(BareAnnexLine) },
    ]);
    this.MANY(() => this.CONSUME(ContinuationLine));
    this.MANY1(() => this.SUBRULE(this.annexField));
    this.SUBRULE(this.body);
  });

  private readonly annexField: Rule = this.RULE("annexField", () => {
    this.OR([{ ALT: () => this.CONSUME(AnnexFieldKey) }, { ALT: () => this.CONSUME(UnknownKey) }]);
    this.SUBRULE(this.value);
  });

  private readonly taskTable: Rule = this.RULE("taskTable", () => {
    this.CONSUME(ColumnsKey);
    this.SUBRULE(this.columns);
    this.MANY(() => this.SUBRULE(this.tableOption));
    this.MANY1(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.taskRow) },
        { ALT: () => this.SUBRULE(this.groupRow) },
        { ALT: () => this.SUBRULE(this.totalRow) },
      ]);
    });
  });

  private readonly columns: Rule = this.RULE("columns", () => {
    this.SUBRULE(this.column);
    this.MANY(() => {
      this.CONSUME(Bar);
      this.SUBRULE1(this.column);
    });
  });

  private readonly column: Rule = this.RULE("column", () => {
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(ColumnText) },
        { ALT: () => this.CONSUME(Above) },
        { ALT: () => this.CONSUME(Equals) },
        { ALT: () => this.CONSUME(ContinuationLine) },
      ]);
    });
  });

  private readonly tableOption: Rule = this.RULE("tableOption", () => {
    this.CONSUME(TableOptionKey);
    this.SUBRULE(this.value);
  });

  private readonly taskRow: Rule = this.RULE("taskRow", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(TaskKey);
          this.SUBRULE(this.value);
          this.MANY(() => this.SUBRULE(this.rowField));
        },
      },
      // A `việc:` before the first `nhiệm vụ:`.
      { ALT: () => this.SUBRULE(this.subRow) },
    ]);
    this.MANY1(() => this.SUBRULE1(this.subRow));
  });

  private readonly subRow: Rule = this.RULE("subRow", () => {
    this.CONSUME(SubRowKey);
    this.SUBRULE(this.value);
    this.MANY(() => this.SUBRULE(this.rowField));
  });

  private readonly rowField: Rule = this.RULE("rowField", () => {
    this.OR([{ ALT: () => this.CONSUME(FieldKey) }, { ALT: () => this.CONSUME(UnknownKey) }]);
    this.SUBRULE(this.value);
  });

  private readonly groupRow: Rule = this.RULE("groupRow", () => {
    this.CONSUME(GroupKey);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(CellText) }, { ALT: () => this.CONSUME(Bar) }]);
    });
    this.MANY1(() => this.CONSUME(ContinuationLine));
    this.MANY2(() => this.SUBRULE(this.item));
    this.MANY3(() => this.SUBRULE(this.rowField));
  });

  private readonly totalRow: Rule = this.RULE("totalRow", () => {
    this.CONSUME(TotalKey);
    this.SUBRULE(this.value);
    this.MANY(() => this.SUBRULE(this.rowField));
  });

  private readonly literalTable: Rule = this.RULE("literalTable", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(GridKey);
          this.OPTION(() => this.CONSUME(Words));
          this.MANY(() => this.CONSUME(ContinuationLine));
        },
      },
      { ALT: () => this.SUBRULE(this.strayGridRow) },
    ]);
    this.MANY2(() => {
      this.OR1([
        { ALT: () => this.SUBRULE(this.gridRow) },
        { ALT: () => this.CONSUME(GridRule) },
        { ALT: () => this.SUBRULE(this.tableOption) },
      ]);
    });
  });

  private readonly strayGridRow: Rule = this.RULE("strayGridRow", () => {
    this.CONSUME(StrayGridBar);
    this.SUBRULE(this.cells);
  });

  private readonly gridRow: Rule = this.RULE("gridRow", () => {
    this.CONSUME(GridBar);
    this.SUBRULE(this.cells);
  });

  private readonly cells: Rule = this.RULE("cells", () => {
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(CellText) }, { ALT: () => this.CONSUME(Bar) }]);
    });
  });

  private readonly strayTask: Rule = this.RULE("strayTask", () => {
    this.CONSUME(StrayTask);
    this.OPTION(() => this.CONSUME(Words));
    this.MANY(() => this.CONSUME(ContinuationLine));
  });

  private readonly strayTypeLine: Rule = this.RULE("strayTypeLine", () => {
    this.CONSUME(StrayTypeLine);
  });

  constructor(vocabulary: readonly TokenType[] = planVocabulary, checked = false) {
    super([...vocabulary], {
      recoveryEnabled: true,
      maxLookahead: 2,
      skipValidations: !checked,
      nodeLocationTracking: "none",
    });
    this.performSelfAnalysis();
  }
}

let parser: PlanParser | undefined;

/** The one parser of .plan files, made at first use: building its lookahead is the expensive part. */
export function planParser(): PlanParser {
  parser ??= new PlanParser();
  return parser;
}

/** The grammar as data, for the generated EBNF and the syntax diagrams. */
export function serializedPlanGrammar(): ISerializedGast[] {
  return planParser().getSerializedGastProductions();
}
