/** The version of the program; the bundler sets it from package.json, tests run without one. */
declare const PLAN_VERSION: string | undefined;

export const version: string = typeof PLAN_VERSION === "string" ? PLAN_VERSION : "0.0.0-dev";

/** What documents say they were made by. Without the version, so that an update of the program alone changes no bytes
 * of a document whose content stays the same. */
export const generator = "plan";
