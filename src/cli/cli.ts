/**
 * The command line: options, help and usage errors in Vietnamese (commander draws them), and the last catch. Commands
 * are one file each and loaded by name.
 */
import { Argument, Command, CommanderError, Option } from "commander";
import type { Severity } from "../diagnostics/diagnostic.ts";
import { emitters } from "../emit/index.ts";
import { version } from "../version.ts";
import { type BuildOptions, runBuild } from "./build.ts";
import { type CheckOptions, runCheck } from "./check.ts";
import { type DumpOptions, runDump } from "./dump.ts";
import { runExplain } from "./explain.ts";
import { type Host, HostError } from "./host.ts";
import { type ImportCommandOptions, runImport } from "./import.ts";
import { runNew } from "./new.ts";
import { type RedlineCommandOptions, runRedline } from "./redline.ts";
import { type ExitStatus, exitStatus } from "./session.ts";

const severities: readonly Severity[] = ["error", "warning", "notice"];

const failOn = (standard: Severity): Option =>
  new Option(
    "--fail-on <MỨC>",
    "có phát hiện từ mức này trở lên thì kết thúc với mã 1: error (lỗi), warning (cảnh báo), notice (lưu ý)",
  )
    .choices(severities)
    .default(standard, standard);

const examples = `
Ví dụ:
  plan new xa -o ke-hoach.plan    tạo bản nháp từ mẫu cấp xã
  plan import ke-hoach-2025.docx  nhập kế hoạch năm trước thành ke-hoach-2025.plan
  plan check ke-hoach.plan        soát lỗi
  plan build ke-hoach.plan        xuất ke-hoach.docx và ke-hoach.pdf

Mã kết thúc: 0 tốt, 1 có phát hiện, 2 không chạy được.
`;

/** Titles that commander prints in its help. */
const titles: Readonly<Record<string, string>> = {
  "Usage:": "Cách dùng:",
  "Arguments:": "Tham số:",
  "Options:": "Tùy chọn:",
  "Commands:": "Lệnh:",
};

/** Commander's usage errors, told in Vietnamese. The quoted name is what the user typed or left out. */
function usageError({ code, message }: CommanderError): string {
  const named = /'([^']+)'/.exec(message)?.[1] ?? "";
  const option = named.replace(/^-\w, /, "").replace(/ .*$/, "");
  const suggested = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1];
  const suggestion = suggested ? ` Có phải “${suggested}”?` : "";
  switch (code) {
    case "commander.unknownOption":
      return `Không có tùy chọn “${named}”.${suggestion}`;
    case "commander.unknownCommand":
      return `Không có lệnh “${named}”.${/\.plan$/i.test(named) ? ` Có phải “plan build ${named}”?` : suggestion}`;
    case "commander.missingArgument":
      return named === "TỆP" ? "Chưa ghi tên tệp." : `Thiếu tham số ${named}.`;
    case "commander.optionMissingArgument":
      return `Sau “${option}” phải có một giá trị.`;
    case "commander.excessArguments": {
      const [wanted, found] = [...message.matchAll(/\d+/g)].map((match) => match[0]);
      return `Thừa tham số: lệnh này nhận ${wanted}, đã ghi ${found}.`;
    }
    case "commander.invalidArgument": {
      const given = /argument '([^']*)'/.exec(message)?.[1] ?? "";
      const choices = /choices are (.+)\./.exec(message)?.[1] ?? "";
      return `“${option}” không nhận giá trị “${given}”; các giá trị: ${choices}.`;
    }
    default:
      return "Lệnh gõ chưa đúng.";
  }
}

/** Runs one command; never throws and never ends the process. */
export async function runCommandLine(args: readonly string[], host: Host): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.fine;
  /** The command whose help answers a usage error. */
  let at = "plan";
  const program = new Command("plan");
  const files = (): Argument => new Argument("<TỆP...>", "các tệp .plan; “-” là đầu vào chuẩn");

  program
    .description("Biên dịch kế hoạch (.plan) thành văn bản hành chính DOCX và PDF đúng thể thức.")
    .version(version, "-V, --version", "in số phiên bản")
    .helpCommand("help [LỆNH]", "hiện trợ giúp của một lệnh")
    .addHelpText("after", examples.trimEnd());

  program
    .command("build")
    .summary("xuất văn bản DOCX, PDF")
    .description("Xuất văn bản; mặc định là DOCX và PDF, đặt cạnh tệp nguồn.")
    .addArgument(files())
    .addOption(
      new Option(
        "--to <DẠNG>",
        `các định dạng, cách nhau bằng dấu phẩy: ${emitters.map((e) => e.name).join(", ")}`,
      ).default("docx,pdf", "docx,pdf"),
    )
    .option("-o, --output <THƯ_MỤC>", "thư mục ghi văn bản (được tạo nếu chưa có); “-” là đầu ra chuẩn")
    .addOption(failOn("error"))
    .option("-q, --quiet", "chỉ in lỗi")
    .action(async (list: string[], options: BuildOptions) => {
      status = await runBuild(host, list, options);
    });

  program
    .command("check")
    .summary("soát lỗi, không ghi tệp nào")
    .description("Soát cú pháp, thể thức, thời gian, viện dẫn; không ghi tệp nào.")
    .addArgument(files())
    .addOption(new Option("--format <DẠNG>", "dạng in: text, json").choices(["text", "json"]).default("text", "text"))
    .addOption(failOn("warning"))
    .action(async (list: string[], options: CheckOptions) => {
      status = await runCheck(host, list, options);
    });

  program
    .command("new")
    .summary("tạo bản nháp từ bản mẫu")
    .description("Tạo bản nháp từ một bản mẫu; không có tên thì liệt kê các bản mẫu.")
    .addArgument(new Argument("[MẪU]", "tên bản mẫu"))
    .option("-o, --output <TỆP>", "tệp ghi ra; “-” là đầu ra chuẩn", "ke-hoach.plan")
    .action((starter: string | undefined, options: { output: string }) => {
      status = runNew(host, starter, options);
    });

  program
    .command("import")
    .summary("nhập kế hoạch cũ từ tệp Word, văn bản thuần")
    .description(
      "Nhập kế hoạch từ tệp .docx, .txt, .md, .html (một tệp, nhiều tệp hoặc cả thư mục) thành tệp .plan đặt cạnh tệp nguồn.",
    )
    .addArgument(new Argument("<TỆP...>", "các tệp hoặc thư mục; “-” là đầu vào chuẩn"))
    .option("-o, --output <NƠI_GHI>", "tệp .plan hoặc thư mục ghi ra; “-” là đầu ra chuẩn")
    .option("-q, --quiet", "chỉ in lỗi, cảnh báo và dòng tổng kết")
    .action(async (list: string[], options: ImportCommandOptions) => {
      status = await runImport(host, list, options);
    });

  program
    .command("redline")
    .summary("so sánh hai bản thành văn bản có dấu sửa đổi")
    .description(
      "Xuất bản mới thành DOCX, PDF có đánh dấu chỗ thêm, chỗ bỏ so với bản cũ; trong Word, chấp nhận hết thì được bản mới, từ chối hết thì được bản cũ.",
    )
    .addArgument(new Argument("<CŨ>", "tệp .plan của bản cũ; “-” là đầu vào chuẩn"))
    .addArgument(new Argument("<MỚI>", "tệp .plan của bản mới; “-” là đầu vào chuẩn"))
    .option("-o, --output <TỆP>", "tệp .docx hoặc .pdf ghi ra; “-” là đầu ra chuẩn (mặc định: cạnh bản mới)")
    .option("--to <DẠNG>", "các định dạng, cách nhau bằng dấu phẩy: docx, pdf (mặc định: theo đuôi tệp, docx)")
    .option("--author <TÊN>", "tên người sửa ghi trong dấu sửa đổi", "plan")
    .option("--date <NGÀY>", "ngày giờ sửa: 2026-02-05 hoặc 2026-02-05T08:00")
    .action(async (older: string, newer: string, options: RedlineCommandOptions) => {
      status = await runRedline(host, older, newer, options);
    });

  program
    .command("explain")
    .summary("giải thích một mã phát hiện")
    .description("Giải thích một mã phát hiện (ví dụ CP003); không có mã thì liệt kê tất cả.")
    .addArgument(new Argument("[MÃ]", "mã in trước mỗi phát hiện"))
    .action((code: string | undefined) => {
      status = runExplain(host, code);
    });

  program
    .command("dump")
    .summary("in cây trung gian (để báo lỗi chương trình)")
    .description("In một cây trung gian của trình biên dịch dưới dạng văn bản.")
    .addArgument(new Argument("<TỆP>", "tệp .plan; “-” là đầu vào chuẩn"))
    .addOption(
      new Option("--tree <CÂY>", "cây nào: syntax, plan, document")
        .choices(["syntax", "plan", "document"])
        .default("plan", "plan"),
    )
    .action(async (file: string, options: DumpOptions) => {
      status = await runDump(host, file, options);
    });

  for (const command of [program, ...program.commands]) {
    command
      .helpOption("-h, --help", "hiện trợ giúp")
      .exitOverride((error) => {
        at = command === program ? "plan" : `plan ${command.name()}`;
        throw error;
      })
      .configureOutput({ writeOut: (text) => host.out(text), writeErr: () => {}, outputError: () => {} })
      .configureHelp({
        styleTitle: (title) => titles[title] ?? title,
        subcommandTerm: (c) =>
          c.name() +
          (c.registeredArguments.length > 0
            ? ` ${c.registeredArguments.map((a) => (a.required ? a.name() : `[${a.name()}]`)).join(" ")}`
            : ""),
        commandUsage: (c) =>
          (c.parent ? `plan ${c.name()} ${c.usage()}` : "plan LỆNH [tùy chọn]").replace("[options]", "[tùy chọn]"),
        optionDescription: (o) =>
          o.description +
          (o.defaultValue !== undefined && o.defaultValue !== false
            ? ` (mặc định: ${o.defaultValueDescription ?? o.defaultValue})`
            : ""),
      });
  }

  try {
    if (args.length === 0) {
      host.out(program.helpInformation());
      host.out(examples);
      return exitStatus.failed;
    }
    await program.parseAsync([...args], { from: "user" });
    return status;
  } catch (failure) {
    if (failure instanceof CommanderError) {
      if (failure.exitCode === 0) return exitStatus.fine;
      // “help” with a name that is no command's.
      const words =
        failure.code === "commander.help" && args[0] === "help"
          ? `Không có lệnh “${args[1] ?? ""}”.`
          : usageError(failure);
      host.error(`lỗi: ${words} Gõ “${at} --help” để xem cách dùng.\n`);
      return exitStatus.failed;
    }
    if (failure instanceof HostError) {
      host.error(`lỗi: ${failure.message}\n`);
      return exitStatus.failed;
    }
    const what = failure instanceof Error ? `${failure.name}: ${failure.message}` : String(failure);
    host.error(
      `lỗi: chương trình gặp trục trặc (${what}). Đây là lỗi của chương trình, không phải của kế hoạch;\n` +
        "hãy gửi tệp .plan này kèm dòng trên cho người bảo trì. Chưa ghi tệp nào dở dang.\n",
    );
    return exitStatus.failed;
  }
}
