/** The words of the interface, from the one place where they stand. */

import { readFileSync } from "node:fs";

export type Language = "zh_CN" | "zh_TW" | "en";

/** What the interface says for a key, with its placeholders left as they are. */
export function say(key: string, language: Language = "zh_CN"): string {
  const file = readFileSync(`extension/_locales/${language}/messages.json`, "utf8");
  const message = (JSON.parse(file) as Record<string, { message: string }>)[key]?.message;
  if (message === undefined) throw new Error(`${language} has no words for ${key}`);
  return message;
}
