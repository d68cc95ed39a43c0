#!/usr/bin/env node

// The executable: runs the bundle. Everything else, exit status included, is decided in src/cli.
require("../dist/plan.cjs");
