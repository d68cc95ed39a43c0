/** Whole documents as clerks made them in Microsoft Word, with what a careful person would say of each. */

import type { WordDocument } from "../facts.ts";
import { classic } from "./classic.ts";
import { converted } from "./converted.ts";
import { legacy } from "./legacy.ts";
import { numbered } from "./numbered.ts";
import { revised } from "./revised.ts";
import { sections } from "./sections.ts";
import { tabbed } from "./tabbed.ts";

export type { WordDocument } from "../facts.ts";

export const wordDocuments: readonly WordDocument[] = [classic, numbered, revised, tabbed, sections, legacy, converted];
