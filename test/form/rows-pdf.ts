/** The PDF half of the conformance table, by row number: what each row says, measured on glyphs and paths. */
import type { Page, Path } from "../support/pdf-read.ts";
import {
  allLines,
  bodyParagraphs,
  centreOf,
  isBold,
  isItalic,
  isPortrait,
  isRegular,
  isUpper,
  letterheads,
  linesOf,
  motto,
  nationalName,
  type PlacedLine,
  pageNumberOf,
  rules,
  ruleUnder,
  sectionStarts,
  textArea,
  titleLines,
} from "./pdf.ts";
import { both, type Check, every, type Measured, mm, type PdfContext, pt, within } from "./row.ts";

type PdfCheck = Check<PdfContext>;

const show = (line: { text: string }): string => line.text;
const sizes = (lines: readonly PlacedLine[], low: number, high: number): Measured | null =>
  within(
    lines.map((line) => line.size),
    low - 0.1,
    high + 0.1,
    "pt",
  );
const heads = (c: PdfContext) => letterheads(c.pages);
const first = <T>(items: readonly T[]): T[] => items.slice(0, 1);

/** The column of a letterhead: the centre of its longest line. */
const columnCentre = (lines: readonly PlacedLine[]): number =>
  centreOf([...lines].sort((a, b) => b.right - b.x - (a.right - a.x))[0]!);

const centredOn = (lines: readonly PlacedLine[], centre: number): Measured | null =>
  within(
    lines.map((line) => mm(centreOf(line) - centre)),
    -1,
    1,
    "mm",
  );

const solid = (path: Path): boolean => !path.dashed && path.color === "#000000";

function ruleRatio(page: Page, lines: readonly PlacedLine[]): Measured {
  const last = lines[lines.length - 1]!;
  const longest = Math.max(...lines.map((line) => line.right - line.x));
  const rule = ruleUnder(page, last);
  if (!rule) return { ok: false, value: "không có gạch" };
  const ratio = (rule.right - rule.left) / longest;
  const off = mm((rule.left + rule.right) / 2 - columnCentre(lines));
  return {
    ok: ratio >= 0.33 && ratio <= 0.5 && Math.abs(off) <= 1,
    value: `${ratio.toFixed(2)}, lệch ${off.toFixed(1)} mm`,
  };
}

const mainDocuments = (c: PdfContext) => c.plan.documents;
const titles = (c: PdfContext) => mainDocuments(c).map((document) => titleLines(c, document));
const typeLines = (c: PdfContext): PlacedLine[] => titles(c).flatMap((t) => (t.type ? [t.type] : []));
const basisLines = (c: PdfContext): PlacedLine[][] => {
  const lines = allLines(c.pages);
  return mainDocuments(c).flatMap((d) =>
    d.legalBases.map((basis) => linesOf(lines, basis.text.text) ?? linesOf(lines, basis.text.text.slice(0, -1)) ?? []),
  );
};

/** Lines of justified body paragraphs that are followed by another line of their paragraph. */
function innerLines(c: PdfContext): PlacedLine[] {
  return bodyParagraphs(c.pages)
    .filter((p) => p.length > 1)
    .flatMap((p) => p.slice(0, -1));
}

/** Distances between baselines inside paragraphs, on one page. */
function lineSteps(c: PdfContext): number[] {
  return bodyParagraphs(c.pages).flatMap((p) =>
    p.slice(1).flatMap((line, i) => (line.page === p[i]!.page ? [line.y - p[i]!.y] : [])),
  );
}

const bodySize = (c: PdfContext): number => {
  const counts = new Map<number, number>();
  for (const line of innerLines(c)) counts.set(line.size, (counts.get(line.size) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 14;
};

/** First lines of divisions with this kind of mark, found by mark and text. */
function divisionLines(
  c: PdfContext,
  test: (d: PdfContext["plan"]["documents"][number]["divisions"][number]) => boolean,
) {
  const lines = allLines(c.pages);
  return mainDocuments(c).flatMap((document) =>
    document.divisions.filter(test).flatMap((division) => {
      const words = division.text.text.replace(/\n/g, " ");
      const label = division.mark.typed;
      const found = linesOf(lines, `${label}${words}`) ?? linesOf(lines, `${label}${words.toUpperCase()}`);
      return found ? [{ division, lines: found }] : [];
    }),
  );
}

const recipientsTitle = (c: PdfContext): PlacedLine[] => allLines(c.pages).filter((line) => line.text === "Nơi nhận:");

interface SignatureZone {
  readonly page: number;
  readonly authority: PlacedLine[];
  readonly name: PlacedLine | undefined;
}

function signatures(c: PdfContext): SignatureZone[] {
  const lines = allLines(c.pages);
  const all = mainDocuments(c).flatMap((d) => d.signatures);
  return all.flatMap((signature) => {
    // Two signers may share a line of authority: the one on the axis of his own name counts.
    const named = lines.find((line) => line.text === signature.name && isBold(line));
    const onAxis = (line: PlacedLine): boolean => !named || Math.abs(centreOf(line) - centreOf(named)) < pt(25);
    const authority = signature.authority.flatMap(({ text }) =>
      lines.filter((line) => line.text === text && isBold(line) && onAxis(line)).slice(0, 1),
    );
    if (authority.length === 0) return [];
    const last = authority[authority.length - 1]!;
    const name = signature.name
      ? lines.filter((line) => line.text === signature.name && line.y > last.y && line.page === last.page)[0]
      : undefined;
    return [{ page: authority[0]!.page, authority, name }];
  });
}

const isSinglySigned = (c: PdfContext): boolean => mainDocuments(c).every((d) => d.signatures.length <= 1);

const annexes = (c: PdfContext) => mainDocuments(c).flatMap((d) => d.annexes);
const annexLabels = (c: PdfContext): PlacedLine[] =>
  allLines(c.pages).filter((line) => /^Phụ lục( [IVXLC]+)?$/i.test(line.text) && isBold(line));

const annexTitleLines = (c: PdfContext): PlacedLine[] => {
  const lines = allLines(c.pages);
  return annexes(c).flatMap((annex) => linesOf(lines, annex.title.text.toUpperCase()) ?? []);
};
const attachedLines = (c: PdfContext): PlacedLine[] =>
  allLines(c.pages).filter((line) => /^\((Ban hành )?[Kk]èm theo /.test(line.text) && line.size > 12.5);

const circulationOf = (c: PdfContext): PlacedLine[] => {
  const words = mainDocuments(c).flatMap((d) => (d.circulation ? [d.circulation.toUpperCase()] : []));
  return allLines(c.pages).filter((line) => words.includes(line.text));
};
const urgencyOf = (c: PdfContext): PlacedLine[] => {
  const words = mainDocuments(c).flatMap((d) => (d.urgency ? [d.urgency as string] : []));
  return allLines(c.pages).filter((line) => words.includes(line.text));
};

/** The rectangle round a line: one closed path or four sides. */
function frameRound(page: Page, line: PlacedLine): { width: number; height: number } | undefined {
  const near = page.paths.filter(
    (p) =>
      p.left <= line.x &&
      p.right >= line.right &&
      p.top <= line.y &&
      p.bottom >= line.y - line.size * 0.7 &&
      p.bottom - p.top < pt(12),
  );
  const box = near.filter((p) => p.bottom - p.top > 5)[0];
  return box ? { width: box.right - box.left, height: box.bottom - box.top } : undefined;
}

const datePattern = /^[A-ZĐÀ-Ỹ].+, ngày ( *|0[1-9]|[12]\d|3[01]) ?tháng ( *|0[12]|[3-9]|1[0-2]) ?năm \d{4}$/;

export const pdfChecks: Readonly<Record<number, PdfCheck>> = {
  1: (c) =>
    every(
      c.pages,
      (p) => Math.abs(Math.min(p.width, p.height) - 595.28) <= 1 && Math.abs(Math.max(p.width, p.height) - 841.89) <= 1,
      (p) => `${p.width} × ${p.height}`,
    ),
  2: (c) => {
    const landscape = c.pages.filter((p) => !isPortrait(p));
    if (landscape.length === 0) return null;
    const starts = sectionStarts(c.pages);
    return every(
      landscape,
      (page) => {
        const at = c.pages.indexOf(page);
        const start = [...starts].reverse().find((s) => s <= at) ?? 0;
        return c.pages[start]!.lines.some((line) => /^Phụ lục/i.test(line.text)) || page.paths.length > 8;
      },
      () => "trang ngang ngoài phụ lục",
    );
  },
  3: (c) => {
    const tops = c.pages.flatMap((p) => {
      const ink = p.lines.filter((l) => l.y > pt(19)).map((l) => l.y - l.size * 0.891);
      return ink.length > 0 && isPortrait(p) ? [mm(Math.min(...ink))] : [];
    });
    return within(tops, 19.5, Number.POSITIVE_INFINITY, "mm");
  },
  4: (c) =>
    within(
      c.pages.flatMap((p) => {
        const ys = p.lines.filter((l) => l !== pageNumberOf(p)).map((l) => l.y + l.size * 0.216);
        return ys.length ? [mm(p.height - Math.max(...ys))] : [];
      }),
      19.5,
      Number.POSITIVE_INFINITY,
      "mm",
    ),
  5: (c) => within([mm(textArea(c.pages).left)], 29.5, 35.5, "mm"),
  6: (c) => within([mm(Math.max(...innerLines(c).map((l) => l.right)))].filter(Number.isFinite), 189.5, 195.5, "mm"),
  7: (c) => {
    const { left, right } = textArea(c.pages);
    const page = c.pages[0]!;
    const ink = page.glyphs.filter((g) => g.text.trim() !== "" && g.y > pt(20));
    return both(
      within([mm(Math.min(...ink.map((g) => g.x)) - left)], -0.5, 200, "mm"),
      within([mm(right - Math.max(...ink.map((g) => g.x + g.width)))], -0.5, 200, "mm"),
    );
  },
  8: (c) => {
    const fonts = [...new Set(c.pages.flatMap((p) => p.glyphs.map((g) => g.font)))];
    return { ok: fonts.every((f) => /^Tinos/.test(f)), value: fonts.join(", ") };
  },
  9: (c) => {
    const stamps = new Set([...urgencyOf(c)].flatMap((l) => l.glyphs));
    const glyphs = c.pages.flatMap((p) => p.glyphs).filter((g) => !stamps.has(g));
    return every(
      glyphs,
      (g) => g.color === "#000000",
      (g) => `${g.text} ${g.color}`,
    );
  },
  10: (c) =>
    every(
      c.pages.flatMap((p) => p.lines),
      (l) => l.text === l.text.normalize("NFC") && !/[\u0300-\u036f]/.test(l.text),
      show,
    ),
  11: (c) => {
    const starts = sectionStarts(c.pages);
    const numbered = c.pages.flatMap((p, i) => {
      const line = pageNumberOf(p);
      return line ? [{ line, expected: i - ([...starts].reverse().find((s) => s <= i) ?? 0) + 1 }] : [];
    });
    return every(
      numbered,
      ({ line, expected }) => line.text === String(expected),
      ({ line, expected }) => `${line.text} thay vì ${expected}`,
    );
  },
  12: (c) => {
    const numbers = c.pages.flatMap((p) => pageNumberOf(p) ?? []);
    return both(
      within(
        numbers.map((l) => l.size),
        12.9,
        14.1,
        "pt",
      ),
      every(numbers, isRegular, show),
    );
  },
  13: (c) => {
    const numbers = c.pages.flatMap((p) => {
      const line = pageNumberOf(p);
      return line && isPortrait(p) ? [line] : [];
    });
    return both(
      within(
        numbers.map((l) => mm(centreOf(l) - textArea(c.pages).centre)),
        -1,
        1,
        "mm",
      ),
      within(
        numbers.map((l) => mm(l.y)),
        5,
        20,
        "mm",
      ),
    );
  },
  14: (c) => {
    const numbers = c.pages.flatMap((p) => {
      const line = pageNumberOf(p);
      return line && isPortrait(p) ? [{ line, p }] : [];
    });
    return both(
      within(
        numbers.map(({ line }) => mm(textArea(c.pages).right - line.right)),
        -1,
        1,
        "mm",
      ),
      within(
        numbers.map(({ line, p }) => mm(p.height - line.y)),
        5,
        20,
        "mm",
      ),
    );
  },
  15: (c) => ({ ok: pageNumberOf(c.pages[0]!) === undefined, value: pageNumberOf(c.pages[0]!)?.text ?? "trống" }),
  16: (c) => {
    if (annexes(c).length === 0) return null;
    const labels = annexLabels(c);
    return every(
      labels,
      (l) =>
        pageNumberOf(c.pages[l.page]!) === undefined &&
        ["2", undefined].includes(c.pages[l.page + 1] && pageNumberOf(c.pages[l.page + 1]!)?.text),
      show,
    );
  },
  17: (c) => ({ ok: heads(c).length > 0, value: heads(c)[0]?.nationalName.text ?? "không thấy" }),
  18: (c) =>
    both(
      sizes(
        heads(c).map((h) => h.nationalName),
        12,
        13,
      ),
      every(
        heads(c).map((h) => h.nationalName),
        isBold,
        show,
      ),
    ),
  19: (c) =>
    every(
      heads(c),
      (h) => h.motto?.text === motto,
      () => "thiếu Tiêu ngữ",
    ),
  20: (c) => {
    const lines = heads(c).flatMap((h) => h.motto ?? []);
    return both(sizes(lines, 13, 14), every(lines, isBold, show));
  },
  21: (c) =>
    within(
      heads(c).flatMap((h) => (h.motto ? [h.motto.size - h.nationalName.size] : [])),
      0.9,
      1.1,
      "pt",
    ),
  22: (c) =>
    within(
      heads(c).flatMap((h) => (h.motto ? [h.motto.y - h.nationalName.y] : [])),
      10,
      1.2 * 14,
      "pt",
    ),
  23: (c) =>
    heads(c).length === 0
      ? { ok: false, value: "Quốc hiệu xuống dòng" }
      : every(
          heads(c),
          ({ nationalName: l }) => Math.abs(mm(l.right - l.x) - (l.size < 12.5 ? 88.3 : 95.7)) <= 1,
          ({ nationalName: l }) => `${mm(l.right - l.x).toFixed(1)} mm`,
        ),
  24: (c) => {
    const found = heads(c).map((h) => ({ h, rule: h.motto && ruleUnder(c.pages[h.page]!, h.motto) }));
    return every(
      found,
      ({ h, rule }) => {
        if (!rule || !h.motto) return false;
        const expected = h.motto.size > 13.5 ? 60.5 : 56.1;
        const below = mm(rule.top - h.motto.y);
        return (
          Math.abs(mm(rule.right - rule.left) - expected) <= 1.5 &&
          Math.abs(mm((rule.left + rule.right) / 2 - centreOf(h.motto))) <= 1 &&
          below >= 0.8 &&
          below <= 4
        );
      },
      ({ h, rule }) =>
        rule && h.motto
          ? `${mm(rule.right - rule.left).toFixed(1)} mm, dưới ${mm(rule.top - h.motto.y).toFixed(1)} mm`
          : "không có gạch",
    );
  },
  25: (c) => {
    const found = heads(c).flatMap((h) => (h.motto ? (ruleUnder(c.pages[h.page]!, h.motto) ?? []) : []));
    return both(
      within(
        found.map((p) => p.thickness),
        0.4,
        1.2,
        "pt",
      ),
      every(found, solid, (p) => p.color),
    );
  },
  26: (c) => {
    const lines = first(heads(c)).flatMap((h) => h.agency.filter((l) => !isBold(l)));
    if (mainDocuments(c)[0]!.issuers.every((i) => i.parent === null)) return null;
    return (
      both(
        sizes(lines, 12, 13),
        every(lines, (l) => isRegular(l) && isUpper(l.text), show),
      ) ?? { ok: false, value: "không thấy cơ quan chủ quản" }
    );
  },
  27: (c) => {
    const lists = heads(c)
      .map((h) => h.agency.filter(isBold))
      .filter((lines) => lines.length > 0);
    if (lists.length === 0) return { ok: false, value: "không thấy cơ quan ban hành" };
    return both(
      sizes(lists.flat(), 12, 13),
      within(
        lists.flatMap((lines) => lines.map((l) => mm(centreOf(l) - columnCentre(lines)))),
        -1,
        1,
        "mm",
      ),
      every(lists.flat(), (l) => isUpper(l.text), show),
    );
  },
  28: (c) => {
    const results = heads(c).map((h) => {
      const bold = h.agency.filter(isBold);
      return bold.length ? ruleRatio(c.pages[h.page]!, bold) : { ok: false, value: "không thấy cơ quan" };
    });
    return (
      every(
        results,
        (r) => r.ok,
        (r) => r.value,
      ) && { ok: results.every((r) => r.ok), value: results.map((r) => r.value).join("; ") }
    );
  },
  29: (c) =>
    within(
      heads(c).flatMap((h) => (h.agency[0] ? [Math.abs(h.agency[0].y - h.nationalName.y)] : [])),
      0,
      2,
      "pt",
    ),
  30: (c) => {
    const lines = heads(c).flatMap((h) => h.number ?? []);
    return both(sizes(lines, 13, 13), every(lines, isRegular, show));
  },
  31: (c) =>
    every(
      heads(c).flatMap((h) => h.number ?? []),
      (l) => /^Số: ?(\d+|\s*)\/[A-ZĐa-z]+(-[A-ZĐƯÔƠÂĂÊa-z&.]+)*$/.test(l.text),
      show,
    ),
  32: (c) =>
    every(
      heads(c).flatMap((h) => (h.number && /\d/.test(h.number.text) ? [h.number] : [])),
      (l) => /^Số: (0[1-9]|[1-9]\d+)\//.test(l.text),
      show,
    ),
  33: (c) => {
    const blank = heads(c).flatMap((h) => (h.number && !/\d/.test(h.number.text) ? [h.number] : []));
    return within(
      blank.map((l) => {
        const visible = l.glyphs.filter((g) => g.text.trim() !== "" && g.text !== "\u00a0");
        const colon = visible.find((g) => g.text === ":")!;
        const slash = visible.find((g) => g.text === "/")!;
        return mm(slash.x - colon.x - colon.width);
      }),
      11,
      60,
      "mm",
    );
  },
  34: (c) =>
    within(
      heads(c).flatMap((h) => {
        const bold = h.agency.filter(isBold);
        return h.number && bold.length ? [mm(centreOf(h.number) - columnCentre(bold))] : [];
      }),
      -1,
      1,
      "mm",
    ),
  35: (c) => {
    const lines = heads(c).flatMap((h) => h.placeDate ?? []);
    return both(sizes(lines, 13, 14), every(lines, isItalic, show));
  },
  36: (c) =>
    within(
      heads(c).flatMap((h) => (h.number && h.placeDate ? [Math.abs(h.number.y - h.placeDate.y)] : [])),
      0,
      2,
      "pt",
    ),
  37: (c) =>
    every(
      heads(c).flatMap((h) => h.placeDate ?? []),
      (l) => datePattern.test(l.text),
      show,
    ),
  38: (c) =>
    every(
      heads(c).flatMap((h) => h.placeDate ?? []),
      (l) => !/ngày \d tháng|tháng [12] năm|tháng 0[3-9]/.test(l.text),
      show,
    ),
  39: (c) =>
    every(
      heads(c).filter((h) => h.number),
      (h) => h.placeDate !== undefined && /năm \d{4}$/.test(h.placeDate.text),
      () => "địa danh xuống dòng",
    ),
  40: (c) => {
    const lines = typeLines(c);
    return both(
      sizes(lines, 13, 14),
      centredOn(lines, textArea(c.pages).centre),
      every(lines, (l) => isBold(l) && isUpper(l.text), show),
    );
  },
  41: (c) => sizes([...typeLines(c), ...titles(c).flatMap((t) => t.title)], 14, 14),
  42: (c) => {
    const lines = titles(c).flatMap((t) => t.title);
    return both(
      sizes(lines, 13, 14),
      every(lines, isBold, show),
      every(lines, (l) => !isUpper(l.text) || l.text.length < 12, show),
      centredOn(lines, textArea(c.pages).centre),
    );
  },
  43: (c) => {
    // The rule of an attached plan stands below its “(Kèm theo …)” line.
    const results = titles(c).map((t, i) => {
      if (t.title.length === 0) return { ok: false, value: "không thấy trích yếu" };
      const page = c.pages[t.title[0]!.page]!;
      if (mainDocuments(c)[i]!.attachedTo === null) return ruleRatio(page, t.title);
      const below = rules(page).some(
        (r) => r.top > t.title[t.title.length - 1]!.y && r.top < t.title[t.title.length - 1]!.y + pt(40),
      );
      return { ok: below, value: below ? "dưới dòng kèm theo" : "không có gạch" };
    });
    return { ok: results.every((r) => r.ok), value: results.map((r) => r.value).join("; ") };
  },
  44: (c) =>
    every(
      titles(c).filter((t) => t.type && t.title.length),
      (t) =>
        t.type!.page === t.title[t.title.length - 1]!.page &&
        allLines(c.pages).some((l) => l.page === t.type!.page && l.y > t.title[t.title.length - 1]!.y),
      () => "tách trang",
    ),
  45: (c) => {
    const lines = basisLines(c).flat();
    return both(sizes(lines, 13, 14), every(lines, isItalic, show));
  },
  46: (c) =>
    every(
      basisLines(c).filter((p) => p.length),
      (p) => /[;.:]$/.test(p[p.length - 1]!.text),
      (p) => show(p[p.length - 1]!),
    ),
  47: (c) => {
    const lines = basisLines(c).flat();
    return both(
      every(lines, (l) => !isItalic(l), show),
      every(
        basisLines(c).filter((p) => p.length),
        (p) => /[;,:.]$/.test(p[p.length - 1]!.text),
        (p) => show(p[p.length - 1]!),
      ),
    );
  },
  48: (c) =>
    both(
      sizes(innerLines(c), 13, 14),
      within(
        innerLines(c).map((l) => mm(l.right - textArea(c.pages).right)),
        -0.5,
        0.5,
        "mm",
      ),
    ),
  49: (c) => {
    const lines = bodyParagraphs(c.pages)
      .filter((p) => p.length > 2)
      .flat();
    const size = bodySize(c);
    const share = lines.filter((l) => Math.abs(l.size - size) < 0.1).length / Math.max(1, lines.length);
    return lines.length === 0 ? null : { ok: share >= 0.99, value: `${(share * 100).toFixed(1)} % cỡ ${size}` };
  },
  50: (c) => {
    const indents = bodyParagraphs(c.pages)
      .filter((p) => p.length > 1 && Math.abs(p[0]!.right - textArea(c.pages).right) < 1)
      .map((p) => mm(p[0]!.x - textArea(c.pages).left))
      .filter((x) => x > 0.5 && x < 20);
    return indents.length === 0
      ? null
      : {
          ok: indents.every((x) => Math.abs(x - 10) <= 0.3 || Math.abs(x - 12.7) <= 0.3),
          value: `${Math.min(...indents).toFixed(1)}–${Math.max(...indents).toFixed(1)} mm`,
        };
  },
  51: (c) =>
    within(
      bodyParagraphs(c.pages)
        .filter((p) => p.length > 1)
        .map((p) => mm(p[0]!.x - textArea(c.pages).left))
        .filter((x) => x > 0.5 && x < 20),
      9.7,
      13,
      "mm",
    ),
  52: (c) => {
    const step = Math.min(...lineSteps(c));
    const paragraphs = bodyParagraphs(c.pages);
    const gaps = paragraphs.slice(1).flatMap((p, i) => {
      const previous = paragraphs[i]!;
      const last = previous[previous.length - 1]!;
      const indented = p[0]!.x - textArea(c.pages).left;
      return last.page === p[0]!.page && p.length > 1 && previous.length > 1 && indented > 0.5 && indented < pt(20)
        ? [p[0]!.y - last.y - step]
        : [];
    });
    return Number.isFinite(step) ? within(gaps, 5.8, 40, "pt") : null;
  },
  53: (c) => within(lineSteps(c), bodySize(c) > 13.5 ? 16.0 : 14.8, bodySize(c) > 13.5 ? 24.2 : 22.5, "pt"),
  54: (c) => within(lineSteps(c), 15, 24.2, "pt"),
  55: (c) => {
    const found = divisionLines(c, (d) => d.mark.kind === "roman" && d.role !== "text");
    return (
      every(
        found.flatMap((f) => f.lines),
        (l) => isBold(l) && isUpper(l.text),
        show,
      ) &&
      both(
        every(
          found.map((f) => f.lines[0]!),
          (l) => /^(X{0,3})(IX|IV|V?I{0,3})\. /.test(l.text),
          show,
        ),
        every(
          found.flatMap((f) => f.lines),
          (l) => isBold(l) && isUpper(l.text),
          show,
        ),
      )
    );
  },
  56: (c) =>
    every(
      divisionLines(c, (d) => d.mark.kind === "arabic" && d.role === "heading").flatMap((f) => f.lines),
      isBold,
      show,
    ),
  57: (c) =>
    every(
      divisionLines(
        c,
        (d) =>
          d.mark.kind === "arabic" && d.role === "text" && d.text.pieces.every((p) => p.kind !== "text" || !p.bold),
      ).map((f) => f.lines[0]!),
      (l) => !isBold(l),
      show,
    ),
  58: (c) => {
    const labels = divisionLines(c, (d) => d.mark.kind === "letter").map((f) => f.lines[0]!.text.slice(0, 1));
    const alphabet = "abcdđeghiklmnopqrstuvxy";
    return labels.length === 0
      ? null
      : (every(
          labels.slice(1).map((l, i) => [labels[i]!, l] as const),
          ([a, b]) => b === "a" || alphabet.indexOf(b) === alphabet.indexOf(a) + 1,
          ([a, b]) => `${a}) rồi ${b})`,
        ) ?? { ok: labels[0] === "a", value: labels.join(" ") });
  },
  59: (c) =>
    every(
      divisionLines(c, (d) => d.mark.kind === "letter" && d.text.pieces.every((p) => p.kind !== "text" || !p.bold)).map(
        (f) => f.lines[0]!,
      ),
      (l) => /^[a-zđ][).] /.test(l.text) && l.glyphs.slice(0, 2).every((g) => !g.bold && !g.italic),
      show,
    ),
  60: (c) => {
    const labels = allLines(c.pages).filter((l) => /^(Phần|Chương) [IVXLC]+$|^(Mục|Tiểu mục) \d+$/.test(l.text));
    const lines = allLines(c.pages);
    return labels.length === 0
      ? null
      : both(
          centredOn(labels, textArea(c.pages).centre),
          every(labels, isBold, show),
          every(
            labels.map((l) => lines[lines.indexOf(l) + 1]!),
            (l) => isBold(l) && isUpper(l.text),
            show,
          ),
        );
  },
  61: (c) => {
    const found = divisionLines(c, (d) => d.mark.kind === "article").map((f) => f.lines[0]!);
    return found.length === 0
      ? null
      : both(
          every(
            found,
            (l) =>
              /^Điều \d+\. /.test(l.text) &&
              l.glyphs
                .filter((g) => g.text.trim() !== "")
                .slice(0, 5)
                .every((g) => g.bold),
            show,
          ),
          within(
            found.map((l) => mm(l.x - textArea(c.pages).left)),
            9.7,
            13,
            "mm",
          ),
        );
  },
  62: (c) => {
    const wanted = mainDocuments(c).flatMap((d) =>
      d.divisions.filter((x) => x.mark.kind !== "dash" && x.mark.kind !== "plus"),
    );
    const found = divisionLines(c, (x) => x.mark.kind !== "dash" && x.mark.kind !== "plus");
    return {
      ok:
        found.length ===
          wanted.filter(
            (w) =>
              w.mark.kind !== "chapter" &&
              w.mark.kind !== "section" &&
              w.mark.kind !== "named-part" &&
              w.mark.kind !== "subsection",
          ).length || found.length >= wanted.length * 0.98,
      value: `${found.length}/${wanted.length} nhãn`,
    };
  },
  63: (c) => {
    const headings = divisionLines(c, (d) => d.role === "heading" && d.children.length > 0).map(
      (f) => f.lines[f.lines.length - 1]!,
    );
    const lines = allLines(c.pages);
    return every(
      headings,
      (l) => lines.some((o) => o.page === l.page && o.y > l.y + 2 && o !== pageNumberOf(c.pages[l.page]!)),
      show,
    );
  },
  64: (c) => ({
    ok: allLines(c.pages).some((l) => /\.\/\.$/.test(l.text)),
    value: String(allLines(c.pages).filter((l) => /\.\/\.$/.test(l.text)).length),
  }),
  65: (c) => {
    const lines = recipientsTitle(c);
    return both(
      sizes(lines, 12, 12),
      every(lines, (l) => isBold(l) && isItalic(l), show),
      within(
        lines.map((l) => mm(l.x - textArea(c.pages).left)),
        -1,
        1,
        "mm",
      ),
    );
  },
  66: (c) =>
    isSinglySigned(c)
      ? within(
          recipientsTitle(c).flatMap((l) =>
            signatures(c)
              .filter((s) => s.page === l.page)
              .slice(0, 1)
              .map((s) => Math.abs(s.authority[0]!.y - l.y)),
          ),
          0,
          2,
          "pt",
        )
      : null,
  67: (c) => {
    const lines = allLines(c.pages);
    const items = mainDocuments(c).flatMap((d) =>
      d.recipients.map((r) => linesOf(lines, `- ${r.text.text}`) ?? linesOf(lines, r.text.text) ?? []),
    );
    return both(
      sizes(items.flat(), 11, 11),
      every(items.flat(), isRegular, show),
      every(
        items.filter((i) => i.length > 0),
        (i) => /^- /.test(i[0]!.text),
        (i) => i[0]!.text,
      ),
    );
  },
  68: (c) => {
    const lines = allLines(c.pages).filter((l) => /^- Lưu/.test(l.text));
    return every(lines, (l) => /^- Lưu: ?VT/.test(l.text), show);
  },
  69: (c) => {
    const area = textArea(c.pages);
    const zones = isSinglySigned(c) ? signatures(c) : [];
    return both(
      sizes(
        zones.flatMap((s) => s.authority),
        13,
        14,
      ),
      within(
        zones.flatMap((s) => s.authority.map((l) => (centreOf(l) - area.left) / area.width)),
        0.65,
        0.8,
        "bề rộng",
      ),
      every(
        signatures(c).flatMap((s) => s.authority),
        (l) => isBold(l) && isUpper(l.text),
        show,
      ),
    );
  },
  70: (c) =>
    every(
      allLines(c.pages).filter((l) => /^(TM|KT|TL|TUQ|Q)\b/.test(l.text) && isBold(l) && isUpper(l.text)),
      (l) => /^(TM|KT|TL|TUQ|Q)\. \S/.test(l.text),
      show,
    ),
  71: (c) =>
    every(
      signatures(c),
      (s) => s.authority.every((l, i) => i === 0 || l.y > s.authority[i - 1]!.y),
      (s) => s.authority.map(show).join(" / "),
    ),
  72: (c) => {
    const zones = signatures(c).filter((s) => s.name);
    return both(
      sizes(
        zones.map((s) => s.name!),
        13,
        14,
      ),
      every(
        zones.map((s) => s.name!),
        (l) => isBold(l) && !isUpper(l.text),
        show,
      ),
      within(
        zones.map((s) => mm(centreOf(s.name!) - centreOf(s.authority[0]!))),
        -1,
        1,
        "mm",
      ),
    );
  },
  73: (c) =>
    within(
      signatures(c)
        .filter((s) => s.name)
        .map((s) =>
          mm(s.name!.y - s.name!.size * 0.891 - s.authority[s.authority.length - 1]!.y - s.authority[0]!.size * 0.216),
        ),
      30,
      80,
      "mm",
    ),
  74: (c) => {
    // The seal stands a little left of the signature, inside the signer's column: 78 × 35 mm round its centre line.
    const zones = isSinglySigned(c) ? signatures(c).filter((s) => s.name) : [];
    return every(
      zones,
      (s) => {
        const top = s.authority[s.authority.length - 1]!.y + 4;
        const bottom = s.name!.y - s.name!.size;
        const centre = centreOf(s.name!);
        const page = c.pages[s.page]!;
        const hits = (x0: number, x1: number, y0: number, y1: number): boolean =>
          x1 > centre - pt(26.5) && x0 < centre + pt(26.5) && y1 > top && y0 < bottom;
        return (
          !page.glyphs.some((g) => g.text.trim() !== "" && hits(g.x, g.x + g.width, g.y - g.size * 0.7, g.y)) &&
          !page.paths.some((p) => hits(p.left, p.right, p.top, p.bottom))
        );
      },
      () => "có mực trong ô ký",
    );
  },
  75: (c) =>
    every(
      signatures(c).flatMap((s) => s.name ?? []),
      (l) => !/^(GS|PGS|TS|ThS|BS|CN)\.?\s/.test(l.text),
      show,
    ),
  76: (c) => {
    const body = bodyParagraphs(c.pages).flat();
    const zones = signatures(c).filter((s) => !annexLabels(c).some((l) => l.page === s.page));
    return every(
      zones,
      (s) =>
        s.authority.every((l) => l.page === s.page) &&
        (s.name === undefined || s.name.page === s.page) &&
        body.filter((l) => l.page === s.page && l.y < s.authority[0]!.y && l.x < textArea(c.pages).centre).length >= 2,
      (s) => `trang ${s.page + 1}`,
    );
  },
  77: (c) => {
    const lines = annexLabels(c);
    return annexes(c).length === 0
      ? null
      : both(
          sizes(lines, 14, 14),
          every(lines, (l) => isBold(l) && !isUpper(l.text), show),
          { ok: lines.length === annexes(c).length, value: `${lines.length} nhãn` },
        );
  },
  78: (c) => {
    const n = annexes(c).length;
    return n === 0
      ? null
      : every(annexLabels(c), (l) => (n === 1 ? /^Phụ lục$/i : /^Phụ lục [IVXLC]+$/i).test(l.text), show);
  },
  79: (c) => {
    const lines = annexTitleLines(c);
    return annexes(c).length === 0
      ? null
      : (both(
          sizes(lines, 13, 14),
          every(lines, (l) => isBold(l) && isUpper(l.text), show),
        ) ?? { ok: false, value: "không thấy tên phụ lục" });
  },
  80: (c) => {
    const lines = attachedLines(c);
    const needed = annexes(c).length + mainDocuments(c).filter((d) => d.attachedTo !== null).length;
    return needed === 0
      ? null
      : both(
          sizes(lines, 13, 14),
          every(lines, isItalic, show),
          within(
            lines.filter((l) => isPortrait(c.pages[l.page]!)).map((l) => mm(centreOf(l) - textArea(c.pages).centre)),
            -1,
            1,
            "mm",
          ),
          { ok: lines.length >= needed, value: `${lines.length} dòng` },
        );
  },
  81: (c) => {
    const lines = attachedLines(c).filter((l) => annexLabels(c).some((a) => a.page === l.page));
    return mainDocuments(c).some((d) => d.copy === "paper") || lines.length === 0
      ? null
      : every(lines, (l) => /số \//.test(l.text.replace(/\u00a0/g, " ")) || !/số/.test(l.text), show);
  },
  82: (c) =>
    annexes(c).length === 0
      ? null
      : {
          ok: c.pages.some((p) =>
            p.lines.some((l) => /[Pp]hụ lục/.test(l.text) && !/^Phụ lục( [IVXLC]+)?$/i.test(l.text)),
          ),
          value: "có dẫn chiếu",
        },
  83: (c) => {
    const attached = mainDocuments(c).filter((d) => d.attachedTo !== null);
    if (attached.length === 0) return null;
    const found = heads(c)
      .slice(1)
      .filter((h) => !annexLabels(c).some((a) => a.page === h.page));
    return {
      ok:
        found.length >= attached.length &&
        found.every((h) => h.number === undefined && h.placeDate === undefined && h.nationalName.y < pt(35)),
      value: found.map((h) => `trang ${h.page + 1}`).join(", ") || "không có phần đầu",
    };
  },
  84: (c) => {
    const attached = mainDocuments(c).filter((d) => d.attachedTo !== null);
    if (attached.length === 0) return null;
    return every(
      attached,
      (d) => {
        const decision = mainDocuments(c)[d.attachedTo!]!;
        const number = decision.number?.number
          ? `${String(decision.number.number).padStart(2, "0")}/${decision.number.symbol}`
          : `/${decision.number?.symbol}`;
        const text = allLines(c.pages).map(show).join(" ");
        return new RegExp(`\\((Ban hành kèm|Kèm) theo [^)]*${number.replace(/[/.]/g, "\\$&")}[^)]*\\)`, "u").test(
          text.replace(/ /g, " "),
        );
      },
      (d) => d.title.text,
    );
  },
  85: (c) => {
    const tables = mainDocuments(c)
      .flatMap((d) => [...d.content, ...d.annexes.flatMap((a) => a.content)])
      .flatMap((x) => (x.kind === "task-table" ? [x.table] : []));
    if (tables.length === 0) return null;
    const bare = (text: string): string => text.replace(/\s/g, "");
    // Bold words of the head, in columns narrower than the words, are broken over lines: letters are compared.
    const headOn = (page: Page): boolean => {
      const bold = bare(
        page.glyphs
          .filter((g) => g.bold && g.size < 13.5)
          .map((g) => g.text)
          .join(""),
      );
      return tables.some((table) =>
        table.columns.every((column) =>
          [...bare(column.headings[column.headings.length - 1]!.text)].every((letter) => bold.includes(letter)),
        ),
      );
    };
    // Pages of a task table: grid lines, and the page before or after has them too, or the table starts here.
    const gridded = c.pages.filter(
      (page) => page.paths.filter((p) => p.bottom - p.top > 8 && p.right - p.left < 2).length >= 4,
    );
    const inAnnex = gridded.filter((page) => {
      const start = [...sectionStarts(c.pages)].reverse().find((s) => s <= c.pages.indexOf(page)) ?? 0;
      return annexLabels(c).some((label) => label.page === start);
    });
    return every(inAnnex, headOn, (page) => `trang ${c.pages.indexOf(page) + 1}`);
  },
  86: (c) => {
    const lines = circulationOf(c);
    return mainDocuments(c).every((d) => d.circulation === null)
      ? null
      : (both(
          sizes(lines, 13, 14),
          every(lines, (l) => isBold(l) && isUpper(l.text) && frameRound(c.pages[l.page]!, l) !== undefined, show),
        ) ?? { ok: false, value: "không thấy dấu" });
  },
  87: (c) => {
    const width: Record<string, number> = { "HỎA TỐC": 30, "THƯỢNG KHẨN": 40, KHẨN: 20 };
    if (mainDocuments(c).every((d) => d.urgency === null)) return null;
    return (
      every(
        urgencyOf(c),
        (l) => {
          const box = frameRound(c.pages[l.page]!, l);
          return (
            box !== undefined &&
            Math.abs(mm(box.width) - width[l.text]!) <= 0.5 &&
            Math.abs(mm(box.height) - 8) <= 0.5 &&
            l.glyphs.every((g) => g.color !== "#000000") &&
            isBold(l)
          );
        },
        (l) => {
          const box = frameRound(c.pages[l.page]!, l);
          return box ? `${mm(box.width).toFixed(1)} × ${mm(box.height).toFixed(1)} mm` : "không có khung";
        },
      ) ?? { ok: false, value: "không thấy dấu" }
    );
  },
  88: (c) => {
    const info = mainDocuments(c).flatMap((d) => d.signingInfo ?? []);
    if (info.length === 0) return null;
    const lines = allLines(c.pages).filter(
      (l) => l.page === 0 && l.y < pt(20) && info.some((i) => i.replace(/\s/g, "").includes(l.text.replace(/\s/g, ""))),
    );
    return (
      both(
        sizes(lines, 10, 10),
        within(
          lines.map((l) => mm(textArea(c.pages).right - l.right)),
          -1,
          1,
          "mm",
        ),
      ) ?? { ok: false, value: "không thấy" }
    );
  },
  89: (c) => {
    const address = mainDocuments(c).flatMap((d) => d.address);
    if (address.length === 0) return null;
    const page = c.pages[0]!;
    const lines = page.lines.filter((l) => address.some((a) => a.includes(l.text) && l.text.length > 5));
    const top = Math.min(...lines.map((l) => l.y - l.size));
    const rule = rules(page).filter((r) => r.top < top + 4 && r.top > top - pt(5))[0];
    return both(
      within(
        lines.map((l) => l.size),
        10.9,
        12.1,
        "pt",
      ),
      {
        ok: rule !== undefined && Math.abs(mm(rule.right - rule.left - textArea(c.pages).width)) <= 1,
        value: rule ? `${mm(rule.right - rule.left).toFixed(1)} mm` : "không có gạch",
      },
      within(
        lines.map((l) => mm(page.height - l.y)),
        19,
        45,
        "mm",
      ),
    );
  },
  90: (c) => {
    const head = Buffer.from(c.bytes.subarray(0, 8)).toString("latin1");
    const body = Buffer.from(c.bytes).toString("latin1");
    return {
      ok:
        /^%PDF-(1\.[4-7]|2\.0)/.test(head) &&
        !/\/Encrypt/.test(body) &&
        /\/FontFile2/.test(body) &&
        /\/ToUnicode/.test(body),
      value: head.trim(),
    };
  },
  93: (c) => {
    const at = heads(c).flatMap((h) => (h.motto ? [{ page: c.pages[h.page]!, line: h.motto }] : []));
    return every(
      at,
      ({ page, line }) =>
        ruleUnder(page, line) !== undefined &&
        !page.glyphs.some((g) => g.text === "_" && Math.abs(g.y - line.y) < pt(8)),
      () => "gạch bằng ký tự",
    );
  },
  94: (c) => ({ ok: /\/Lang\s*\(vi-VN\)/.test(Buffer.from(c.bytes).toString("latin1")), value: "vi-VN" }),
};

export { nationalName };
