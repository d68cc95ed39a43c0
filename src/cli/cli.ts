/**
 * The command line: options, help and usage errors in Vietnamese (commander draws them), and the last catch. Commands
 * are one file each and loaded by name.
 */
import { Argument, Command, CommanderError, Option } from "commander";
import type { Severity } from "../diagnostics/diagnostic.ts";
import { emitters } from "../emit/index.ts";
import { version } from "../version.ts";
import { type BuildOptions, runBuild } from "./build.ts";
import { type CheckOptions, checkFormats, runCheck } from "./check.ts";
import { type DiffOptions, runDiff } from "./diff.ts";
import { type DumpOptions, runDump } from "./dump.ts";
import { runExplain } from "./explain.ts";
import { type FixOptions, runFix } from "./fix.ts";
import { type FmtOptions, runFmt } from "./fmt.ts";
import { runGitDiff, runGitMerge, runGitRemove, runGitSetup, type SetupOptions } from "./git.ts";
import { type Host, HostError } from "./host.ts";
import { type ImportCommandOptions, runImport } from "./import.ts";
import { type IssueOptions, runIssue } from "./issue.ts";
import { runNew } from "./new.ts";
import { type ReadyOptions, runReady } from "./ready.ts";
import { type RedlineCommandOptions, runRedline } from "./redline.ts";
import { runHarvest, runSearch, runShow, runVerify, type SearchOptions } from "./registry.ts";
import { type RolloverOptions, runRollover } from "./rollover.ts";
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
  plan rollover ke-hoach-2025.plan --year 2026
                                  lập bản nháp năm sau thành ke-hoach-2026.plan
  plan check ke-hoach.plan        soát lỗi
  plan fix ke-hoach.plan          xem những lỗi máy sửa được
  plan build ke-hoach.plan        xuất ke-hoach.docx và ke-hoach.pdf
  plan diff HEAD ke-hoach.plan    xem nội dung đã sửa so với bản trong kho git

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
    case "commander.missingMandatoryOptionValue":
      return `Thiếu tùy chọn “${option}”.`;
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

  const filesAndFolders = (): Argument =>
    new Argument("<TỆP...>", "các tệp .plan hoặc thư mục chứa chúng; “-” là đầu vào chuẩn");

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
    .description("Soát cú pháp, thể thức, thời gian, viện dẫn; không sửa tệp nào.")
    .addArgument(filesAndFolders())
    .addOption(
      new Option("--format <DẠNG>", `dạng in: ${checkFormats.join(", ")}`)
        .choices(checkFormats)
        .default("text", "text"),
    )
    .addOption(failOn("warning"))
    .option("--baseline <TỆP>", "không in các phát hiện đã biết ghi trong tệp này; lỗi chặn xuất văn bản vẫn in")
    .option("--write-baseline <TỆP>", "ghi mọi phát hiện của lần soát này vào tệp, làm danh sách cho --baseline")
    .action(async (list: string[], options: CheckOptions) => {
      status = await runCheck(host, list, options);
    });

  program
    .command("fix")
    .summary("sửa những lỗi máy sửa được")
    .description(
      "Sửa những chỗ máy sửa được mà không đổi nội dung; không có --write thì chỉ in những chỗ sẽ sửa, không ghi gì.",
    )
    .addArgument(filesAndFolders())
    .option("--write", "ghi bản đã sửa vào chính tệp")
    .option("--unsafe", "sửa cả những chỗ làm đổi nội dung (số, ngày, tên văn bản…); phải đọc lại từng chỗ")
    .addOption(
      new Option("--code <MÃ>", "chỉ sửa các phát hiện của mã này; nhiều mã cách nhau bằng dấu phẩy").argParser(
        (value: string, before: readonly string[] = []) => [...before, value],
      ),
    )
    .addHelpText(
      "after",
      `
Mã kết thúc: 0 không có gì để sửa hoặc đã ghi xong; 1 có chỗ sửa được mà chưa ghi (không có --write);
2 không đọc hay không ghi được tệp. Với “-”, bản đã sửa in ra đầu ra chuẩn, mã là 0.
Sau khi sửa hãy chạy plan check để biết còn những gì cần người xem.`,
    )
    .action(async (list: string[], options: FixOptions) => {
      status = await runFix(host, list, options);
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
    .command("rollover")
    .summary("lập bản nháp năm sau từ kế hoạch năm trước")
    .description(
      "Chuyển kế hoạch năm trước thành bản nháp của năm sau: đổi năm, bỏ trống số, ngày, tên người ký; chỗ cần người xem ghi “# CẦN XEM”. Không ghi đè tệp nào.",
    )
    .addArgument(new Argument("<TỆP>", "tệp .plan của năm trước; “-” là đầu vào chuẩn"))
    .requiredOption("--year <NĂM>", "năm của kế hoạch mới (năm đầu, nếu là giai đoạn)")
    .option("-o, --output <TỆP>", "tệp ghi ra (không ghi thì đổi năm trong tên tệp); “-” là đầu ra chuẩn")
    .addOption(
      new Option("--format <DẠNG>", "dạng in báo cáo: text, json").choices(["text", "json"]).default("text", "text"),
    )
    .action(async (file: string, options: RolloverOptions) => {
      status = await runRollover(host, file, options);
    });

  program
    .command("ready")
    .summary("soát lần cuối trước khi ký")
    .description(
      "In bảng những việc phải xong trước khi ký: chỗ để trống, ghi chú, phát hiện, nơi nhận, phụ lục, trang ký, số trang.",
    )
    .addArgument(new Argument("<TỆP>", "tệp .plan; “-” là đầu vào chuẩn"))
    .addOption(new Option("--format <DẠNG>", "dạng in: text, json").choices(["text", "json"]).default("text", "text"))
    .option("--unnumbered", "số, ngày cấp sau khi ký: để trống cũng được")
    .addOption(failOn("warning"))
    .addHelpText(
      "after",
      "\n[x] đã xong, [ ] còn phải làm, [-] để biết. Mã kết thúc: 0 sẵn sàng, 1 còn việc, 2 không chạy được.",
    )
    .action(async (file: string, options: ReadyOptions) => {
      status = await runReady(host, file, options);
    });

  program
    .command("issue")
    .summary("ghi số, ngày vào kế hoạch khi phát hành")
    .description(
      "Ghi số và ngày vào mọi chỗ của tệp còn để trống chúng: phần đầu, dòng “(Kèm theo …)”, câu nói về chính văn bản.",
    )
    .addArgument(new Argument("<TỆP>", "tệp .plan; “-” là đầu vào chuẩn"))
    .requiredOption("--number <SỐ>", "số của văn bản: 12, 30c hoặc cả ký hiệu: 12/KH-UBND")
    .requiredOption("--date <NGÀY>", "ngày ban hành: 2026-02-05 hoặc 05/02/2026")
    .option("--dry-run", "chỉ in những chỗ sẽ ghi")
    .option("-o, --output <TỆP>", "ghi ra tệp này, tệp nguồn để nguyên; “-” là đầu ra chuẩn")
    .option("--rename [MẪU]", "đổi tên tệp nguồn; không ghi mẫu là {số}-{ký hiệu}-{tên}")
    .option("--force <LÝ_DO>", "thay số, ngày đã có; cấp số không theo thứ tự ngày")
    .addOption(failOn("error"))
    .addHelpText(
      "after",
      `
Không ghi gì, mã kết thúc 1, khi còn phát hiện từ mức --fail-on, còn ghi chú “# CẦN XEM”, số đã dùng ở một
tệp .plan khác cùng thư mục (cùng cơ quan, ký hiệu, năm), số và ngày không cùng thứ tự với các tệp đó, hoặc
tệp đã mang số, ngày khác. Tên tệp sau -o và --rename có thể chứa {số}, {ký hiệu}, {năm}, {ngày}, {tên}.`,
    )
    .action(async (file: string, options: IssueOptions) => {
      status = await runIssue(host, file, options);
    });

  program
    .command("fmt")
    .summary("trình bày lại tệp .plan, không đổi nội dung")
    .description(
      "Trình bày lại tệp .plan (thụt đầu dòng, dòng trống, thứ tự trường) và ghi đè; nội dung và ghi chú giữ nguyên.",
    )
    .addArgument(new Argument("<TỆP...>", "các tệp .plan hoặc thư mục; “-” là đầu vào chuẩn, in ra đầu ra chuẩn"))
    .option("--check", "không ghi; có tệp chưa đúng cách trình bày thì kết thúc với mã 1")
    .option("--diff", "không ghi; in các dòng sẽ đổi")
    .option("--renumber", "đánh lại số mục, khoản, điểm, nhiệm vụ và sửa các chỗ viện dẫn đến chúng")
    .action(async (list: string[], options: FmtOptions) => {
      status = await runFmt(host, list, options);
    });

  program
    .command("diff")
    .summary("so sánh hai bản của kế hoạch theo nội dung")
    .description(
      "So sánh hai tệp, hai thư mục, hoặc một tệp (thư mục) với bản trong kho git; nói nội dung nào thêm, bỏ, đổi.",
    )
    .usage("[tùy chọn] TỆP_CŨ TỆP_MỚI | [PHIÊN_BẢN [PHIÊN_BẢN]] TỆP")
    .addArgument(
      new Argument("<BẢN...>", "hai tệp hoặc hai thư mục; hoặc phiên bản git (HEAD~1, nhánh, A..B, A...B) rồi đến tệp"),
    )
    .addOption(
      new Option("--format <DẠNG>", "dạng in: text, json, md, html")
        .choices(["text", "json", "md", "html"])
        .default("text", "text"),
    )
    .option("-o, --output <TỆP>", "tệp ghi ra; “-” là đầu ra chuẩn")
    .option("--exit-code", "có thay đổi thì kết thúc với mã 1")
    .action(async (list: string[], options: DiffOptions) => {
      at = "plan diff";
      if (list.length > 3) throw new CommanderError(1, "commander.excessArguments", `3 ${list.length}`);
      status = await runDiff(host, list, options);
    });

  const git = program
    .command("git")
    .summary("cài đặt để git so sánh, trộn kế hoạch theo nội dung")
    .description("Cài đặt để git so sánh và trộn tệp .plan theo nội dung; gỡ cài đặt.")
    .usage("LỆNH [tùy chọn]")
    .helpCommand("help [LỆNH]", "hiện trợ giúp của một lệnh");
  const dryRun = (): Option => new Option("--dry-run", "chỉ in những gì sẽ ghi");
  git
    .command("setup")
    .summary("ghi .gitattributes và cấu hình của kho")
    .description("Ghi .gitattributes và cấu hình của kho git ở thư mục này; in đúng những gì được ghi.")
    .addOption(dryRun())
    .addOption(
      new Option("--program <LỆNH>", "lệnh mà git dùng để gọi chương trình, ví dụ “npx plan”").default("plan", "plan"),
    )
    .option("--lines", "git diff in thêm các dòng thay đổi dưới phần nội dung")
    .action((options: SetupOptions) => {
      status = runGitSetup(host, options);
    });
  git
    .command("remove")
    .summary("gỡ những gì setup đã ghi")
    .description("Gỡ những dòng và mục cấu hình mà “plan git setup” đã ghi; giữ nguyên phần khác.")
    .addOption(dryRun())
    .action((options: { dryRun?: boolean }) => {
      status = runGitRemove(host, options);
    });
  git
    .command("diff")
    .summary("git gọi khi so sánh (diff.plan.command)")
    .description("git gọi khi so sánh một tệp: TỆP CŨ MÃ_CŨ QUYỀN_CŨ MỚI MÃ_MỚI QUYỀN_MỚI.")
    .addArgument(new Argument("<THAM_SỐ...>", "các tham số mà git đưa"))
    .option("--lines", "in thêm các dòng thay đổi")
    .action((list: string[], options: { lines?: boolean }) => {
      status = runGitDiff(host, list, options);
    });
  git
    .command("merge")
    .summary("git gọi khi trộn (merge.plan.driver)")
    .description("git gọi khi trộn một tệp; kết quả ghi vào bản CỦA_TA.")
    .addArgument(new Argument("<GỐC>", "bản chung trước khi tách"))
    .addArgument(new Argument("<CỦA_TA>", "bản của ta"))
    .addArgument(new Argument("<CỦA_HỌ>", "bản của họ"))
    .addArgument(new Argument("[ĐỘ_DÀI]", "độ dài dấu đánh chỗ khác nhau"))
    .addArgument(new Argument("[TỆP]", "tên tệp trong kho"))
    .action((...given: unknown[]) => {
      status = runGitMerge(
        host,
        given.filter((one): one is string => typeof one === "string"),
      );
    });

  program
    .command("redline")
    .summary("so sánh hai bản thành văn bản có dấu sửa đổi")
    .description(
      "Xuất bản mới thành DOCX, PDF có đánh dấu chỗ thêm, chỗ bỏ so với bản cũ; trong Word, chấp nhận hết thì được bản mới, từ chối hết thì được bản cũ.",
    )
    .addArgument(
      new Argument(
        "<CŨ>",
        "tệp .plan của bản cũ, hoặc phiên bản git của bản mới (HEAD~1, nhánh…); “-” là đầu vào chuẩn",
      ),
    )
    .addArgument(new Argument("<MỚI>", "tệp .plan của bản mới; “-” là đầu vào chuẩn"))
    .option("-o, --output <TỆP>", "tệp .docx hoặc .pdf ghi ra; “-” là đầu ra chuẩn (mặc định: cạnh bản mới)")
    .option("--to <DẠNG>", "các định dạng, cách nhau bằng dấu phẩy: docx, pdf (mặc định: theo đuôi tệp, docx)")
    .option("--author <TÊN>", "tên người sửa ghi trong dấu sửa đổi (mặc định: theo git, không có thì là plan)")
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

  const registry = program
    .command("registry")
    .summary("tra cứu và kiểm tra danh mục cơ quan, văn bản")
    .description("Tra cứu danh mục cơ quan, văn bản, chữ viết tắt; kiểm tra và thu thập danh mục riêng (plan.yaml).")
    .usage("LỆNH [tùy chọn]")
    .helpCommand("help [LỆNH]", "hiện trợ giúp của một lệnh");
  const onDay = (): Option => new Option("--on <NGÀY>", "tính đến ngày này, ví dụ 05/3/2026");
  registry
    .command("search")
    .summary("tìm theo tên, số, ký hiệu")
    .description("Tìm theo tên, chữ viết tắt, số hay ký hiệu, không cần dấu; in tối đa 20 mục, mục khớp nhất trước.")
    .addArgument(new Argument("<TỪ...>", "các từ cần tìm, hoặc số văn bản"))
    .addOption(onDay())
    .addOption(
      new Option(
        "--kind <LOẠI>",
        "chỉ tìm: agency (cơ quan), document (văn bản), abbreviation (viết tắt), province (tỉnh)",
      ).choices(["agency", "document", "abbreviation", "province"]),
    )
    .addOption(new Option("--format <DẠNG>", "dạng in: text, json").choices(["text", "json"]).default("text", "text"))
    .action((words: string[], options: SearchOptions) => {
      status = runSearch(host, words, options);
    });
  registry
    .command("show")
    .summary("in đủ các trường của một mục")
    .description("In đủ các trường của một mục: thời gian tồn tại, cái thay thế, nguồn, độ tin cậy.")
    .addArgument(new Argument("<TÊN...>", "mã, số văn bản hoặc tên"))
    .addOption(onDay())
    .action((words: string[], options: { on?: string }) => {
      status = runShow(host, words, options);
    });
  registry
    .command("verify")
    .summary("kiểm tra plan.yaml, tệp danh mục")
    .description(
      "Kiểm tra plan.yaml và các tệp danh mục: cách viết, liên kết, khoảng thời gian, mục trùng, chỗ khác với danh mục của chương trình.",
    )
    .addArgument(new Argument("[TỆP...]", "các tệp; không ghi thì plan.yaml của thư mục này"))
    .action((list: string[]) => {
      status = runVerify(host, list);
    });
  registry
    .command("harvest")
    .summary("thu thập bản nháp danh mục riêng từ các kế hoạch")
    .description(
      "Thu thập văn bản, đơn vị, chữ viết tắt mà các kế hoạch nhắc đến và danh mục chưa có, thành bản nháp plan.yaml để đối chiếu.",
    )
    .addArgument(new Argument("<TỆP...>", "các tệp .plan, .docx, .txt, .md, .html hoặc thư mục"))
    .option("-o, --output <TỆP>", "tệp ghi ra; không ghi thì in ra đầu ra chuẩn")
    .action(async (list: string[], options: { output?: string }) => {
      status = await runHarvest(host, list, options);
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

  /** “plan registry search”. */
  const nameOf = (command: Command): string =>
    command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;
  for (const command of [program, ...program.commands, ...registry.commands, ...git.commands]) {
    command
      .helpOption("-h, --help", "hiện trợ giúp")
      .exitOverride((error) => {
        at = nameOf(command);
        throw error;
      })
      .configureOutput({ writeOut: (text) => host.out(text), writeErr: () => {}, outputError: () => {} })
      .configureHelp({
        styleTitle: (title) => titles[title] ?? title,
        subcommandTerm: (c) =>
          c.name() +
          (c.commands.length > 0 ? " LỆNH" : "") +
          (c.registeredArguments.length > 0
            ? ` ${c.registeredArguments.map((a) => (a.required ? a.name() : `[${a.name()}]`)).join(" ")}`
            : ""),
        commandUsage: (c) =>
          (c.parent ? `${nameOf(c)} ${c.usage()}` : "plan LỆNH [tùy chọn]").replace("[options]", "[tùy chọn]"),
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
      const group = [registry, git].find((one) => one.name() === args[0]);
      if (failure.code === "commander.help" && group && args.length === 1) {
        host.out(group.helpInformation());
        return exitStatus.failed;
      }
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
