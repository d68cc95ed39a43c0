/**
 * The visitor: from Chevrotain's concrete tree to the syntax tree. Nothing outside this file sees the former.
 *
 * Each function here answers to a rule of `grammar/plan-grammar.ts` of the same name. What the lexer marked as probably
 * meant otherwise (unknown keys, bare type lines, tasks outside tables…) is put into words here. Every character that is
 * not a comment ends in a node, at worst in an error node.
 */
import type { CstNode, IToken } from "../../grammar/cst.ts";
import { findKeyword, keywordById } from "../../grammar/keywords.ts";
import type { KeyPayload, LinePayload, MarkPayload } from "../../grammar/line-types.ts";
import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import { emptySpan, type SourceFile, type Span } from "../source/source-file.ts";
import { allTokens, isToken, node, nodes, ordered, token, tokens } from "./cst.ts";
import * as errors from "./errors.ts";
import { type Piece, plainText, unwrap } from "./inline.ts";
import { markOf } from "./marks.ts";
import { noDocumentLine } from "./missing-colons.ts";
import { closingIndex, nest } from "./nest.ts";
import { createReader, noteNumber } from "./reader.ts";
import type {
  AnnexNode,
  BodyNode,
  DocumentNode,
  ErrorNode,
  Field,
  InlineText,
  Key,
  RecipientLine,
  RecipientsNode,
  SignatureNode,
} from "./syntax.ts";
import { tableReaders } from "./tables.ts";

/** What the visitor needs besides the tree. */
export interface Input {
  readonly source: SourceFile;
  /** Lines that start with `##`, in order. */
  readonly pasted: readonly IToken[];
  /** Tokens that the parser had to skip to go on, in order; normally none. */
  readonly skipped: readonly IToken[];
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Builds the documents of a file. Reports what is wrong; never throws. */
export function documentsFromCst(cst: CstNode, input: Input): DocumentNode[] {
  const { source, report } = input;
  const { text } = source;
  const whole = trimmedAll(text);

  const reader = createReader(text, report);
  const {
    spanOfToken,
    spanOf,
    inline,
    inlinePieces,
    keyOf,
    afterKey,
    ownLines,
    fieldOf,
    renameTo,
    unknown,
    numberOf,
    withNotes,
  } = reader;
  const { taskTableOf, literalTableOf } = tableReaders(reader);

  // ── Blocks of a body ──

  const divisionOf = (parent: CstNode): BodyNode => {
    const markToken = allTokens(node(parent, "mark"))[0]!;
    const payload = markToken.payload as MarkPayload;
    const mark = markOf(markToken, text);
    const lines = ownLines(parent).map(spanOfToken);
    const opening: Piece[] = [];
    // Stars before the mark are emphasis of its text: they are read as if they stood behind the mark.
    if (payload.stars > 0 && !payload.starsAfter) {
      const first = lines.findIndex((line) => line.end > line.start);
      if (first >= 0) {
        opening.push({ start: payload.start - payload.stars, end: payload.start });
        const sameLine = token(parent, "Words") !== undefined && first === 0;
        if (sameLine) lines[0] = { ...lines[0]!, glued: true } as Piece;
      }
    }
    const pieces: Piece[] =
      opening.length > 0
        ? [
            ...opening,
            { ...lines.find((line) => line.end > line.start)!, glued: true },
            ...lines.slice(lines.findIndex((line) => line.end > line.start) + 1),
          ]
        : lines;
    const at = spanOfToken(markToken).end;
    const parsed = unwrap(inlinePieces(pieces, at));
    const words =
      parsed.text.span.start < at && parsed.text.inlines.length > 0
        ? { ...parsed.text, span: { start: at, end: parsed.text.span.end } }
        : parsed.text;
    const span = spanOf(parent, mark.span);
    const headSpan = { start: span.start, end: Math.max(span.end, mark.span.end) };
    return {
      kind: "division",
      mark,
      text: words,
      ...(parsed.emphasis ? { emphasis: parsed.emphasis } : {}),
      children: [],
      headSpan,
      span: headSpan,
    };
  };

  const paragraphOf = (parent: CstNode): BodyNode => {
    const lines = [...tokens(parent, "ParagraphLine"), ...tokens(parent, "ContinuationLine")];
    const first = token(parent, "ParagraphLine");
    const near = (first?.payload as LinePayload | undefined)?.near;
    if (near) {
      const span = { start: near.start, end: near.end };
      const key = { typed: text.slice(span.start, span.end), id: "", span };
      report(
        errors.almostField(
          span,
          { key: key.typed, known: near.spelling },
          { fix: { ...renameTo(key, near.spelling), safe: false } },
        ),
      );
    }
    const span = spanOf(parent, emptySpan(0));
    const { text: words, emphasis } = unwrap(inline(lines, span.start));
    return { kind: "paragraph", text: words, ...(emphasis ? { emphasis } : {}), span };
  };

  const errorOf = (span: Span): ErrorNode => ({ kind: "error", text: text.slice(span.start, span.end), span });

  const strayTaskOf = (parent: CstNode, number: number): BodyNode => {
    const keyToken = token(parent, "StrayTask")!;
    const key = keyOf(keyToken);
    const edits = [{ span: { start: spanOfToken(keyToken).start, end: afterKey(keyToken) }, text: `${number}.` }];
    for (const line of tokens(parent, "ContinuationLine")) {
      const span = spanOfToken(line);
      const label = /^([^:]{1,40}):/.exec(text.slice(span.start, span.end))?.[1];
      if (label && findKeyword(label, "row-field")) edits.push({ span: emptySpan(span.start), text: "- " });
    }
    report(
      errors.strayTask(key.span, {}, { fix: { title: `Viết thành mục đánh số “${number}.”`, safe: false, edits } }),
    );
    return errorOf(spanOf(parent, key.span));
  };

  const strayTypeLineOf = (parent: CstNode): BodyNode => {
    const span = spanOf(parent, emptySpan(0));
    const typed = text.slice(span.start, span.end);
    report(
      errors.strayTypeLine(
        span,
        { typed },
        { fix: { title: "Bỏ dòng này", safe: false, edits: [{ span, text: "" }] } },
      ),
    );
    return errorOf(span);
  };

  const recipientsOf = (parent: CstNode): RecipientsNode => {
    const keyToken = token(parent, "RecipientsKey")!;
    const lines: { bulleted: boolean; pieces: IToken[]; start?: number }[] = [];
    const first = token(parent, "Words");
    if (first) lines.push({ bulleted: false, pieces: [first] });
    const bulleted = nodes(parent, "recipient").length > 0;
    for (const element of ordered(parent)) {
      if (!isToken(element)) {
        const bullet = token(element, "ItemBullet")!;
        lines.push({ bulleted: true, pieces: [...tokens(element, "Words")], start: spanOfToken(bullet).start });
      } else if (element.tokenType.name === "ContinuationLine") {
        const last = lines[lines.length - 1];
        const end = last?.pieces[last.pieces.length - 1];
        const ended = !end || /[;.]\s*$/.test(end.image);
        // Without bullets each line is a recipient; among bullets an unmarked line goes on with the one above.
        if (last && bulleted && last.bulleted && !ended) last.pieces.push(element);
        else lines.push({ bulleted: false, pieces: [element] });
      }
    }
    const result: RecipientLine[] = lines.map(({ bulleted: marked, pieces, start }) => {
      const words = inline(pieces, start ?? afterKey(keyToken));
      return {
        bulleted: marked,
        text: words,
        span: { start: start ?? words.span.start, end: Math.max(words.span.end, (start ?? 0) + (marked ? 1 : 0)) },
      };
    });
    return { kind: "recipients", key: keyOf(keyToken), lines: result, span: spanOf(parent, keyOf(keyToken).span) };
  };

  const signatureOf = (parent: CstNode): SignatureNode => {
    const keyToken = token(parent, "SignatureKey")!;
    const lines = [...tokens(parent, "Words"), ...tokens(parent, "SignatureLine")];
    for (const [index, line] of lines.entries()) {
      const before = index > 0 ? lines[index - 1]! : keyToken;
      const gap = { start: spanOfToken(before).end, end: spanOfToken(line).start };
      if (
        index > 0 &&
        text
          .slice(gap.start, gap.end)
          .split("\n")
          .some((row, at, all) => at > 0 && at < all.length - 1 && row.trim() === "")
      ) {
        report(
          errors.nameBelowBlank(
            spanOfToken(line),
            {},
            { fix: { title: "Bỏ dòng trống", safe: true, edits: [{ span: gap, text: "\n" }] } },
          ),
        );
      }
    }
    return {
      kind: "signature",
      key: keyOf(keyToken),
      lines: lines.map((line) => inline([line], afterKey(keyToken))).filter((line) => line.inlines.length > 0),
      span: spanOf(parent, keyOf(keyToken).span),
    };
  };

  interface Body {
    readonly flat: BodyNode[];
    readonly recipients: RecipientsNode[];
    readonly signatures: SignatureNode[];
  }

  /** The marks of a body's footnotes: only references to them are references (rule 40). */
  const notesOf = (parent: CstNode | undefined): IToken[] =>
    nodes(parent, "block")
      .flatMap((block) => nodes(block, "footnote"))
      .flatMap((note) => tokens(note, "FootnoteMark"));

  const bodyOf = (parent: CstNode | undefined, range: Span): Body => {
    const flat: BodyNode[] = [];
    const recipients: RecipientsNode[] = [];
    const signatures: SignatureNode[] = [];
    let lastArabic = 0;
    for (const block of nodes(parent, "block")) {
      const name = Object.keys(block.children).find((key) => (block.children[key]?.length ?? 0) > 0);
      const inner = name ? node(block, name) : undefined;
      if (!inner || allTokens(inner).length === 0) continue;
      switch (name) {
        case "division": {
          const division = divisionOf(inner);
          if (division.kind === "division") {
            if (division.mark.kind === "arabic") lastArabic = division.mark.values[0] ?? 0;
            else if (division.mark.kind === "roman" || division.mark.kind === "part") lastArabic = 0;
          }
          flat.push(division);
          break;
        }
        case "paragraph":
          flat.push(paragraphOf(inner));
          break;
        case "footnote": {
          const mark = token(inner, "FootnoteMark")!;
          const number = noteNumber(mark);
          flat.push({
            kind: "footnote",
            number,
            text: inline(ownLines(inner), spanOfToken(mark).end),
            span: spanOf(inner, spanOfToken(mark)),
          });
          break;
        }
        case "enactingLine": {
          const line = token(inner, "EnactingLine")!;
          flat.push({ kind: "enacting-line", text: inline([line], line.startOffset), span: spanOfToken(line) });
          break;
        }
        case "taskTable":
          flat.push(taskTableOf(inner));
          break;
        case "literalTable":
          flat.push(literalTableOf(inner));
          break;
        case "recipients":
          recipients.push(recipientsOf(inner));
          break;
        case "signature":
          signatures.push(signatureOf(inner));
          break;
        case "strayTask":
          lastArabic += 1;
          flat.push(strayTaskOf(inner, lastArabic));
          break;
        case "strayTypeLine":
          flat.push(strayTypeLineOf(inner));
          break;
      }
    }
    // What no rule saw stands where it was typed.
    const strays: ErrorNode[] = [];
    for (const line of [...input.pasted, ...input.skipped]) {
      if (line.startOffset < range.start || line.startOffset >= range.end) continue;
      const span = spanOfToken({ ...line, image: line.image.replace(/\n$/, "") });
      strays.push(errorOf(span));
    }
    if (strays.length > 0) {
      flat.push(...strays);
      flat.sort((a, b) => a.span.start - b.span.start);
    }
    return { flat, recipients, signatures };
  };

  // ── Documents ──

  const annexOf = (parent: CstNode, end: number): AnnexNode =>
    withNotes(notesOf(node(parent, "body")), () => readAnnex(parent, end));

  const readAnnex = (parent: CstNode, end: number): AnnexNode => {
    const keyToken = (token(parent, "AnnexKey") ?? token(parent, "BareAnnexLine"))!;
    const start = spanOfToken(keyToken).start;
    const bare = keyToken.tokenType.name === "BareAnnexLine";
    const payload = keyToken.payload as KeyPayload;
    const key = keyOf(keyToken);
    const number = numberOf(payload);
    const body = bodyOf(node(parent, "body"), { start, end });
    const lines = ownLines(parent);
    const title = inline(lines, afterKey(keyToken));
    const numbered = number ? `phụ lục ${number.text}` : "phụ lục";
    if (bare) {
      const span = spanOfToken(keyToken);
      const first = lines[0] ? spanOfToken(lines[0]) : undefined;
      const fix: Fix = {
        title: `Viết “${numbered}: …”`,
        safe: false,
        edits: [{ span: first ? { start: span.start, end: first.start } : span, text: `${numbered}: ` }],
      };
      report(
        errors.bareAnnexLine(span, { typed: text.slice(span.start, span.end), key: numbered }, first ? { fix } : {}),
      );
    } else if (title.inlines.length === 0) {
      report(errors.missingAnnexTitle(key.span, { key: key.typed }));
    }
    const fields = nodes(parent, "annexField").map((field) => {
      unknown(field, errors.unknownField);
      return fieldOf(field);
    });
    const annex: AnnexNode = {
      kind: "annex",
      key,
      ...(number ? { number } : {}),
      title,
      fields,
      body: nest(body.flat),
      recipients: body.recipients,
      signatures: body.signatures,
      span: spanOf(parent, key.span),
    };
    return annex;
  };

  const documentOf = (
    parent: CstNode,
    start: number,
    end: number,
    leading: readonly Field[] = [],
    loose: readonly ErrorNode[] = [],
  ): DocumentNode => withNotes(notesOf(node(parent, "body")), () => readDocument(parent, start, end, leading, loose));

  const readDocument = (
    parent: CstNode,
    start: number,
    end: number,
    leading: readonly Field[],
    loose: readonly ErrorNode[],
  ): DocumentNode => {
    const line = node(parent, "documentLine");
    const keyToken = token(line, "DocumentKey") ?? token(line, "BareTypeLine");
    const annexNodes = nodes(parent, "annex");
    const annexStarts = annexNodes.map((annex) => allTokens(annex)[0]?.startOffset ?? end);
    const bodyEnd = annexStarts[0] ?? end;
    const body = bodyOf(node(parent, "body"), { start, end: bodyEnd });
    const key: Key = keyToken ? keyOf(keyToken) : { typed: "", id: "plan", span: emptySpan(whole.start) };
    const lines = ownLines(line);
    const title = inline(lines, keyToken ? afterKey(keyToken) : key.span.end);
    reportTitle(keyToken, key, lines, title);
    const head = node(parent, "header");
    const typedFields = nodes(head, "headerField").map((field) => {
      unknown(field, errors.unknownField);
      return { field: fieldOf(field), near: (token(field, "UnknownKey")?.payload as KeyPayload | undefined)?.near };
    });
    const typedIds = new Set(typedFields.map(({ field }) => field.key.id));
    // A misspelt field is reported; its value is still the best one there is, so that nothing is said to be missing.
    const fields = typedFields.map(({ field, near }): Field => {
      const meant = near === undefined ? undefined : findKeyword(near, "header");
      return meant && !typedIds.has(meant.id) ? { ...field, key: { ...field.key, id: meant.id } } : field;
    });
    const headRecipients = nodes(head, "recipients").map(recipientsOf);
    const headSignatures = nodes(head, "signature").map(signatureOf);
    const annexes = annexNodes.map((annex, index) => annexOf(annex, annexStarts[index + 1] ?? end));
    const flat = [...loose, ...body.flat];
    const first = flat.findIndex(
      (block) => block.kind === "division" || block.kind === "task-table" || block.kind === "literal-table",
    );
    const closing = closingIndex(flat);
    const split = first < 0 ? closing : first;
    const span = spanOf(parent, keyToken ? key.span : whole);
    const from = Math.min(
      span.start,
      ...leading.map((field) => field.span.start),
      ...loose.map((stray) => stray.span.start),
    );
    return {
      kind: "document",
      key,
      title,
      fields: [...leading, ...fields],
      preamble: flat.slice(0, split),
      body: nest(flat.slice(split), closing - split),
      recipients: [...headRecipients, ...body.recipients],
      signatures: [...headSignatures, ...body.signatures],
      annexes,
      span: { start: from, end: span.end },
    };
  };

  const reportTitle = (keyToken: IToken | undefined, key: Key, lines: readonly IToken[], title: InlineText): void => {
    if (!keyToken) return;
    if (keyToken.tokenType.name === "BareTypeLine") {
      const spelling = keywordById(key.id)?.spelling ?? key.typed;
      const first = lines[0] ? spanOfToken(lines[0]) : undefined;
      const span = spanOfToken(keyToken);
      const fix: Fix = {
        title: `Viết “${spelling}: …” trên một dòng`,
        safe: true,
        edits: [{ span: { start: span.start, end: first?.start ?? span.end }, text: `${spelling}: ` }],
      };
      report(
        errors.bareTypeLine(span, { typed: text.slice(span.start, span.end), key: spelling }, first ? { fix } : {}),
      );
    } else if (title.inlines.length === 0 || plainText(title.inlines).trim() === "") {
      report(errors.missingTitle(key.span, { key: key.typed }));
    }
  };

  // ── The file ──

  for (const line of input.pasted) {
    const hashes = /#+/.exec(line.image)![0];
    const start = line.startOffset + line.image.indexOf("#");
    const rest = /^[ \t\u00a0]*/.exec(line.image.slice(line.image.indexOf("#") + hashes.length))![0].length;
    report(
      errors.pastedHeading(
        { start, end: start + hashes.length },
        { hashes },
        {
          fix: {
            title: `Bỏ “${hashes}”`,
            safe: false,
            edits: [{ span: { start, end: start + hashes.length + rest }, text: "" }],
          },
        },
      ),
    );
  }

  const looseNode = node(cst, "looseStart");
  const documentNodes = nodes(cst, "document");
  const starts = documentNodes.map((current) => allTokens(current)[0]?.startOffset ?? text.length);
  const documents: DocumentNode[] = [];
  let leading: Field[] = [];
  let loose: ErrorNode[] = [];
  if (looseNode && allTokens(looseNode).length > 0) {
    const firstKey =
      token(node(documentNodes[0], "documentLine"), "DocumentKey") ??
      token(node(documentNodes[0], "documentLine"), "BareTypeLine");
    if (firstKey) {
      leading = nodes(node(looseNode, "header"), "headerField").map(fieldOf);
      for (const part of [
        ...nodes(node(looseNode, "header"), "recipients"),
        ...nodes(node(looseNode, "header"), "signature"),
        ...nodes(node(looseNode, "body"), "block"),
        ...nodes(looseNode, "annex"),
      ]) {
        const span = spanOf(part, emptySpan(0));
        if (span.end > span.start) loose.push(errorOf(span));
      }
      if (loose[0]) report(errors.beforeDocumentLine(loose[0].span, { key: keyOf(firstKey).typed }));
    } else {
      report(noDocumentLine(text, whole));
      documents.push(documentOf(looseNode, 0, starts[0] ?? text.length));
    }
  } else if (documentNodes.length === 0) {
    const pasted = input.pasted.length > 0 || input.skipped.length > 0;
    if (pasted) {
      report(noDocumentLine(text, whole));
      documents.push(documentOf({ name: "looseStart", children: {} }, 0, text.length));
    } else {
      report(errors.emptyFile(emptySpan(0)));
    }
  }
  documentNodes.forEach((current, index) => {
    const start = index === 0 && documents.length === 0 ? 0 : starts[index]!;
    documents.push(documentOf(current, start, starts[index + 1] ?? text.length, leading, loose));
    leading = [];
    loose = [];
  });
  return documents;
}

function trimmedAll(text: string): Span {
  const start = /\S/.exec(text)?.index ?? 0;
  return { start, end: Math.max(start, text.trimEnd().length) };
}
