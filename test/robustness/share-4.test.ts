import { examples } from "../support/pipeline.ts";
import { describeBrokenFiles } from "./broken-files.ts";

describeBrokenFiles(examples.filter((_, index) => index % 4 === 3));
