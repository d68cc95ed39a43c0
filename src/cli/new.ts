/** `plan new`: a first draft from a starter that ships with the program. */
import { decode } from "../compile.ts";
import { type Host, HostError } from "./host.ts";
import { type ExitStatus, exitStatus } from "./session.ts";

export interface NewOptions {
  readonly output: string;
}

const folder = "starters";

/** The starter's name and the first sentence of its file, a comment that says what it is. */
function starters(host: Host): { name: string; title: string; bytes: Uint8Array }[] {
  return host
    .templateNames(folder)
    .filter((file) => file.endsWith(".plan"))
    .map((file) => {
      const bytes = host.template(`${folder}/${file}`);
      const firstLine = decode(bytes, file).value?.text.split("\n", 1)[0] ?? "";
      return { name: file.replace(/\.plan$/, ""), title: firstLine.replace(/^#\s*/, "").replace(/\. .*$/, ""), bytes };
    });
}

export function runNew(host: Host, starter: string | undefined, options: NewOptions): ExitStatus {
  const known = starters(host);
  if (starter === undefined) {
    const width = Math.max(...known.map((s) => s.name.length));
    host.out("Các bản mẫu (plan new TÊN -o TỆP.plan):\n");
    for (const { name, title } of known) host.out(`  ${name.padEnd(width)}  ${title}\n`);
    return exitStatus.fine;
  }
  const chosen = known.find((s) => s.name === starter);
  if (!chosen) {
    throw new HostError(`Không có bản mẫu “${starter}”; các bản mẫu: ${known.map((s) => s.name).join(", ")}.`);
  }
  if (options.output === "-") {
    host.out(chosen.bytes);
    return exitStatus.fine;
  }
  if (host.isDirectory(options.output)) {
    throw new HostError(
      `“${options.output}” là thư mục; hãy ghi cả tên tệp, ví dụ: -o ${options.output}/ke-hoach.plan.`,
    );
  }
  if (host.exists(options.output)) {
    throw new HostError(`“${options.output}” đã có, không ghi đè; hãy chọn tên khác: plan new ${starter} -o TỆP.plan.`);
  }
  host.writeAll([{ path: options.output, bytes: chosen.bytes }]);
  const typed = /\s/.test(options.output) ? `"${options.output}"` : options.output;
  host.error(`Đã ghi ${options.output}. Sửa nội dung rồi chạy: plan build ${typed}\n`);
  return exitStatus.fine;
}
