/** Ends a `switch` over a union: a new variant fails to compile here. Throws if reached at run time (our mistake). */
export function unreachable(value: never): never {
  throw new Error(`Trường hợp chưa xử lý: ${JSON.stringify(value)}`);
}
