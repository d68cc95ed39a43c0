/** Which tasks are like each other, so that one may be asked for what the others have. */
import type { PlanDocument, Task } from "../plan/plan.ts";

/** Tasks of one table (or of the tables of one division or annex), and the tasks written in prose. */
export function taskGroups(document: PlanDocument): readonly (readonly Task[])[] {
  const groups = new Map<string, Task[]>();
  for (const task of document.tasks) {
    const key = task.origin === "prose" ? "prose" : `table:${task.within ?? ""}`;
    const group = groups.get(key);
    if (group) group.push(task);
    else groups.set(key, [task]);
  }
  return [...groups.values()];
}
