/** The program's first line of code: makes the host, runs the command line, sets the exit status. */
import * as path from "node:path";
import { runCommandLine } from "./cli.ts";
import { nodeHost } from "./host.ts";

const host = nodeHost(path.join(__dirname, "..", "templates"), __dirname);

runCommandLine(process.argv.slice(2), host).then((status) => {
  process.exitCode = status;
});
