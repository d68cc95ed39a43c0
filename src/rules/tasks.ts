/** Which tasks are like each other, so that one may be asked for what the others have. */
import type { PlanDocument, Task, TaskPart } from "../plan/plan.ts";

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

/** Tasks without something that nearly all others of their group have: four others at least, and seven in ten of all. */
export function rarelyWithout(document: PlanDocument, has: (part: TaskPart) => boolean): readonly Task[] {
  return taskGroups(document).flatMap((group) => {
    const without = group.filter((task) => !task.rows.some(has));
    const having = group.length - without.length;
    return having >= 4 && having >= group.length * 0.7 ? without : [];
  });
}

/** Points of a programme that no one leads: breaks, welcomes, opening words. */
const pauses =
  /^(?:[\d.]*\s*)(?:nghỉ|giải lao|ăn (?:sáng|trưa|tối)|đón tiếp|ổn định tổ chức|chào cờ|văn nghệ|khai mạc|bế mạc|tuyên bố lý do)(?!\p{L})/iu;
export const isPause = ({ title }: Task): boolean => pauses.test(title);

/** The title of a task for a message: a long one is cut between words. */
export function shortTitle({ title }: Task): string {
  if (title.length <= 90) return title;
  return `${title.slice(0, title.lastIndexOf(" ", 80)).replace(/[\s,;:.]+$/u, "")} …`;
}
