/** The command line inside the test's own process: real files, with what it prints kept. */
import { join } from "node:path";
import { runCommandLine } from "../../src/cli/cli.ts";
import { type Host, nodeHost } from "../../src/cli/host.ts";
import { root } from "../support/pipeline.ts";

export interface Run {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

/** Runs one command. `changes` replace parts of the host. */
export async function plan(args: readonly string[], changes: Partial<Host> = {}): Promise<Run> {
  let out = "";
  let error = "";
  const host: Host = {
    ...nodeHost(join(root, "templates")),
    outIsTerminal: false,
    errorIsTerminal: false,
    allowsColour: true,
    out: (text) => {
      out += typeof text === "string" ? text : new TextDecoder().decode(text);
    },
    error: (text) => {
      error += text;
    },
    ...changes,
  };
  const status = await runCommandLine(args, host);
  return { status, out, error };
}

/** A plan in which nothing is wrong. */
export const goodPlan = `kế hoạch: Tuyên truyền chuyển đổi số năm 2026
cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH
số: …/KH-UBND
ngày: …/3/2026

Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. NỘI DUNG

1. Phát thanh mỗi tuần một lần.

Trên đây là Kế hoạch của Ủy ban nhân dân xã./.

nơi nhận:
- Các thôn;
- Lưu: VT.

ký:
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
`;
