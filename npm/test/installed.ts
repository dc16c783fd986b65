/** The built package, packed and installed in an empty folder. */

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import type * as api from "../index.d.ts";

const onWindows = process.platform === "win32";

/** Runs a program and returns what it printed; what it complained of is the error. */
function run(program: string, words: readonly string[], cwd: string): string {
  const env = { ...process.env, npm_config_update_notifier: "false" };
  return execFileSync(program, words, { cwd, env, encoding: "utf8", stdio: "pipe", shell: onWindows });
}

export class Installed {
  readonly folder = mkdtempSync(join(tmpdir(), "deti-package-"));
  readonly root = process.cwd();

  constructor() {
    const tarball = run("npm", ["pack", "--silent", "--pack-destination", this.folder], join(this.root, "dist/npm")).trim();
    this.write("package.json", JSON.stringify({ name: "user", private: true, type: "module" }));
    const quiet = ["--offline", "--no-audit", "--no-fund", "--loglevel=error"];
    run("npm", ["install", ...quiet, `./${tarball.split("\n").at(-1)}`], this.folder);
  }

  write(name: string, text: string): void {
    mkdirSync(join(this.folder, name, ".."), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  has(name: string): boolean {
    return existsSync(join(this.folder, "node_modules/deti-checker", name));
  }

  /** The package as a module of that folder gets it. */
  async module(): Promise<typeof api> {
    this.write("use.js", 'export * from "deti-checker";');
    return (await import(pathToFileURL(join(this.folder, "use.js")).href)) as typeof api;
  }

  /** The entry that browsers get. */
  async browserModule(): Promise<typeof api> {
    const entry = join(this.folder, "node_modules/deti-checker/browser.js");
    return (await import(pathToFileURL(entry).href)) as typeof api;
  }

  /** What tsc says about a script of that folder; nothing if it is content. */
  typesOf(script: string): string {
    this.write("use.ts", script);
    this.write("tsconfig.json", JSON.stringify({
      compilerOptions: {
        strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noEmit: true, skipLibCheck: false,
        target: "ES2022", lib: ["ES2022"], types: [], module: "NodeNext", moduleResolution: "NodeNext",
      },
      files: ["use.ts"],
    }));
    try {
      return run(join(this.root, "node_modules/.bin", onWindows ? "tsc.cmd" : "tsc"), ["--project", "."], this.folder);
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
