import type { CstNode, ICstVisitor, IToken } from "chevrotain";

export interface PlanFileCstNode extends CstNode {
  name: "planFile";
  children: PlanFileCstChildren;
}

export type PlanFileCstChildren = {
  looseStart?: LooseStartCstNode[];
  document?: DocumentCstNode[];
};

export interface LooseStartCstNode extends CstNode {
  name: "looseStart";
  children: LooseStartCstChildren;
}

export type LooseStartCstChildren = {
  header?: HeaderCstNode[];
  body: BodyCstNode[];
  annex?: AnnexCstNode[];
};

export interface DocumentCstNode extends CstNode {
  name: "document";
  children: DocumentCstChildren;
}

export type DocumentCstChildren = {
  documentLine: DocumentLineCstNode[];
  header?: HeaderCstNode[];
  body: BodyCstNode[];
  annex?: AnnexCstNode[];
};

export interface DocumentLineCstNode extends CstNode {
  name: "documentLine";
  children: DocumentLineCstChildren;
}

export type DocumentLineCstChildren = {
  DocumentKey?: IToken[];
  Words?: IToken[];
  BareTypeLine?: IToken[];
  ContinuationLine?: IToken[];
};

export interface HeaderCstNode extends CstNode {
  name: "header";
  children: HeaderCstChildren;
}

export type HeaderCstChildren = {
  headerField?: HeaderFieldCstNode[];
  recipients?: RecipientsCstNode[];
  signature?: SignatureCstNode[];
};

export interface HeaderFieldCstNode extends CstNode {
  name: "headerField";
  children: HeaderFieldCstChildren;
}

export type HeaderFieldCstChildren = {
  HeaderKey?: IToken[];
  UnknownKey?: IToken[];
  value: ValueCstNode[];
};

export interface ValueCstNode extends CstNode {
  name: "value";
  children: ValueCstChildren;
}

export type ValueCstChildren = {
  Words?: IToken[];
  ContinuationLine?: IToken[];
  item?: ItemCstNode[];
};

export interface ItemCstNode extends CstNode {
  name: "item";
  children: ItemCstChildren;
}

export type ItemCstChildren = {
  ItemBullet?: IToken[];
  Words?: IToken[];
  CellLine?: IToken[];
  ContinuationLine?: IToken[];
};

export interface BodyCstNode extends CstNode {
  name: "body";
  children: BodyCstChildren;
}

export type BodyCstChildren = {
  block?: BlockCstNode[];
};

export interface BlockCstNode extends CstNode {
  name: "block";
  children: BlockCstChildren;
}

export type BlockCstChildren = {
  division?: DivisionCstNode[];
  paragraph?: ParagraphCstNode[];
  footnote?: FootnoteCstNode[];
  enactingLine?: EnactingLineCstNode[];
  taskTable?: TaskTableCstNode[];
  literalTable?: LiteralTableCstNode[];
  recipients?: RecipientsCstNode[];
  signature?: SignatureCstNode[];
  strayTask?: StrayTaskCstNode[];
  strayTypeLine?: StrayTypeLineCstNode[];
};

export interface DivisionCstNode extends CstNode {
  name: "division";
  children: DivisionCstChildren;
}

export type DivisionCstChildren = {
  mark: MarkCstNode[];
  Words?: IToken[];
  ContinuationLine?: IToken[];
};

export interface MarkCstNode extends CstNode {
  name: "mark";
  children: MarkCstChildren;
}

export type MarkCstChildren = {
  NamedPartMark?: IToken[];
  ChapterMark?: IToken[];
  SectionMark?: IToken[];
  SubsectionMark?: IToken[];
  ArticleMark?: IToken[];
  PartMark?: IToken[];
  RomanMark?: IToken[];
  ArabicMark?: IToken[];
  DecimalMark?: IToken[];
  LetterMark?: IToken[];
  NumeralMark?: IToken[];
  DashMark?: IToken[];
  PlusMark?: IToken[];
};

export interface ParagraphCstNode extends CstNode {
  name: "paragraph";
  children: ParagraphCstChildren;
}

export type ParagraphCstChildren = {
  ParagraphLine: IToken[];
  ContinuationLine?: IToken[];
};

export interface FootnoteCstNode extends CstNode {
  name: "footnote";
  children: FootnoteCstChildren;
}

export type FootnoteCstChildren = {
  FootnoteMark: IToken[];
  Words?: IToken[];
  ContinuationLine?: IToken[];
};

export interface EnactingLineCstNode extends CstNode {
  name: "enactingLine";
  children: EnactingLineCstChildren;
}

export type EnactingLineCstChildren = {
  EnactingLine: IToken[];
};

export interface RecipientsCstNode extends CstNode {
  name: "recipients";
  children: RecipientsCstChildren;
}

export type RecipientsCstChildren = {
  RecipientsKey: IToken[];
  Words?: IToken[];
  recipient?: RecipientCstNode[];
  ContinuationLine?: IToken[];
};

export interface RecipientCstNode extends CstNode {
  name: "recipient";
  children: RecipientCstChildren;
}

export type RecipientCstChildren = {
  ItemBullet: IToken[];
  Words?: IToken[];
};

export interface SignatureCstNode extends CstNode {
  name: "signature";
  children: SignatureCstChildren;
}

export type SignatureCstChildren = {
  SignatureKey: IToken[];
  Words?: IToken[];
  SignatureLine?: IToken[];
};

export interface AnnexCstNode extends CstNode {
  name: "annex";
  children: AnnexCstChildren;
}

export type AnnexCstChildren = {
  AnnexKey?: IToken[];
  Words?: IToken[];
  BareAnnexLine?: IToken[];
  ContinuationLine?: IToken[];
  annexField?: AnnexFieldCstNode[];
  body: BodyCstNode[];
};

export interface AnnexFieldCstNode extends CstNode {
  name: "annexField";
  children: AnnexFieldCstChildren;
}

export type AnnexFieldCstChildren = {
  AnnexFieldKey?: IToken[];
  UnknownKey?: IToken[];
  value: ValueCstNode[];
};

export interface TaskTableCstNode extends CstNode {
  name: "taskTable";
  children: TaskTableCstChildren;
}

export type TaskTableCstChildren = {
  ColumnsKey: IToken[];
  columns: ColumnsCstNode[];
  tableOption?: TableOptionCstNode[];
  taskRow?: TaskRowCstNode[];
  groupRow?: GroupRowCstNode[];
  totalRow?: TotalRowCstNode[];
};

export interface ColumnsCstNode extends CstNode {
  name: "columns";
  children: ColumnsCstChildren;
}

export type ColumnsCstChildren = {
  column: (ColumnCstNode)[];
  Bar?: IToken[];
};

export interface ColumnCstNode extends CstNode {
  name: "column";
  children: ColumnCstChildren;
}

export type ColumnCstChildren = {
  ColumnText?: IToken[];
  Above?: IToken[];
  Equals?: IToken[];
  ContinuationLine?: IToken[];
};

export interface TableOptionCstNode extends CstNode {
  name: "tableOption";
  children: TableOptionCstChildren;
}

export type TableOptionCstChildren = {
  TableOptionKey: IToken[];
  value: ValueCstNode[];
};

export interface TaskRowCstNode extends CstNode {
  name: "taskRow";
  children: TaskRowCstChildren;
}

export type TaskRowCstChildren = {
  TaskKey?: IToken[];
  value?: ValueCstNode[];
  rowField?: RowFieldCstNode[];
  subRow?: (SubRowCstNode)[];
};

export interface SubRowCstNode extends CstNode {
  name: "subRow";
  children: SubRowCstChildren;
}

export type SubRowCstChildren = {
  SubRowKey: IToken[];
  value: ValueCstNode[];
  rowField?: RowFieldCstNode[];
};

export interface RowFieldCstNode extends CstNode {
  name: "rowField";
  children: RowFieldCstChildren;
}

export type RowFieldCstChildren = {
  FieldKey?: IToken[];
  UnknownKey?: IToken[];
  value: ValueCstNode[];
};

export interface GroupRowCstNode extends CstNode {
  name: "groupRow";
  children: GroupRowCstChildren;
}

export type GroupRowCstChildren = {
  GroupKey: IToken[];
  CellText?: IToken[];
  Bar?: IToken[];
  ContinuationLine?: IToken[];
  item?: ItemCstNode[];
  rowField?: RowFieldCstNode[];
};

export interface TotalRowCstNode extends CstNode {
  name: "totalRow";
  children: TotalRowCstChildren;
}

export type TotalRowCstChildren = {
  TotalKey: IToken[];
  value: ValueCstNode[];
  rowField?: RowFieldCstNode[];
};

export interface LiteralTableCstNode extends CstNode {
  name: "literalTable";
  children: LiteralTableCstChildren;
}

export type LiteralTableCstChildren = {
  GridKey?: IToken[];
  Words?: IToken[];
  ContinuationLine?: IToken[];
  strayGridRow?: StrayGridRowCstNode[];
  gridRow?: GridRowCstNode[];
  GridRule?: IToken[];
  tableOption?: TableOptionCstNode[];
};

export interface StrayGridRowCstNode extends CstNode {
  name: "strayGridRow";
  children: StrayGridRowCstChildren;
}

export type StrayGridRowCstChildren = {
  StrayGridBar: IToken[];
  cells: CellsCstNode[];
};

export interface GridRowCstNode extends CstNode {
  name: "gridRow";
  children: GridRowCstChildren;
}

export type GridRowCstChildren = {
  GridBar: IToken[];
  cells: CellsCstNode[];
};

export interface CellsCstNode extends CstNode {
  name: "cells";
  children: CellsCstChildren;
}

export type CellsCstChildren = {
  CellText?: IToken[];
  Bar?: IToken[];
};

export interface StrayTaskCstNode extends CstNode {
  name: "strayTask";
  children: StrayTaskCstChildren;
}

export type StrayTaskCstChildren = {
  StrayTask: IToken[];
  Words?: IToken[];
  ContinuationLine?: IToken[];
};

export interface StrayTypeLineCstNode extends CstNode {
  name: "strayTypeLine";
  children: StrayTypeLineCstChildren;
}

export type StrayTypeLineCstChildren = {
  StrayTypeLine: IToken[];
};

export interface ICstNodeVisitor<IN, OUT> extends ICstVisitor<IN, OUT> {
  planFile(children: PlanFileCstChildren, param?: IN): OUT;
  looseStart(children: LooseStartCstChildren, param?: IN): OUT;
  document(children: DocumentCstChildren, param?: IN): OUT;
  documentLine(children: DocumentLineCstChildren, param?: IN): OUT;
  header(children: HeaderCstChildren, param?: IN): OUT;
  headerField(children: HeaderFieldCstChildren, param?: IN): OUT;
  value(children: ValueCstChildren, param?: IN): OUT;
  item(children: ItemCstChildren, param?: IN): OUT;
  body(children: BodyCstChildren, param?: IN): OUT;
  block(children: BlockCstChildren, param?: IN): OUT;
  division(children: DivisionCstChildren, param?: IN): OUT;
  mark(children: MarkCstChildren, param?: IN): OUT;
  paragraph(children: ParagraphCstChildren, param?: IN): OUT;
  footnote(children: FootnoteCstChildren, param?: IN): OUT;
  enactingLine(children: EnactingLineCstChildren, param?: IN): OUT;
  recipients(children: RecipientsCstChildren, param?: IN): OUT;
  recipient(children: RecipientCstChildren, param?: IN): OUT;
  signature(children: SignatureCstChildren, param?: IN): OUT;
  annex(children: AnnexCstChildren, param?: IN): OUT;
  annexField(children: AnnexFieldCstChildren, param?: IN): OUT;
  taskTable(children: TaskTableCstChildren, param?: IN): OUT;
  columns(children: ColumnsCstChildren, param?: IN): OUT;
  column(children: ColumnCstChildren, param?: IN): OUT;
  tableOption(children: TableOptionCstChildren, param?: IN): OUT;
  taskRow(children: TaskRowCstChildren, param?: IN): OUT;
  subRow(children: SubRowCstChildren, param?: IN): OUT;
  rowField(children: RowFieldCstChildren, param?: IN): OUT;
  groupRow(children: GroupRowCstChildren, param?: IN): OUT;
  totalRow(children: TotalRowCstChildren, param?: IN): OUT;
  literalTable(children: LiteralTableCstChildren, param?: IN): OUT;
  strayGridRow(children: StrayGridRowCstChildren, param?: IN): OUT;
  gridRow(children: GridRowCstChildren, param?: IN): OUT;
  cells(children: CellsCstChildren, param?: IN): OUT;
  strayTask(children: StrayTaskCstChildren, param?: IN): OUT;
  strayTypeLine(children: StrayTypeLineCstChildren, param?: IN): OUT;
}
