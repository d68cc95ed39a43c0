#!/usr/bin/env node

// The executable: runs the bundle. Everything else, exit status included, is decided in src/cli. Here is only what cannot
// be said from inside the bundle: that this Node is too old to read it, or that it was not made.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`lỗi: plan cần Node.js 20.19 trở lên; máy đang có ${process.versions.node}.`);
  process.exitCode = 2;
} else if (!require("node:fs").existsSync(require("node:path").join(__dirname, "../dist/plan.cjs"))) {
  console.error("lỗi: Chương trình chưa được đóng gói. Chạy “npm run bundle” trong thư mục của chương trình.");
  process.exitCode = 2;
} else {
  require("../dist/plan.cjs");
}
