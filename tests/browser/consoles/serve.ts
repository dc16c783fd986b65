/**
 * Serves the replicas, to this machine only. Whatever address of a console is
 * asked for, the answer is the page that stands for it; the browser is told to
 * look for the console's host here.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";
import { certificate } from "./certificate.ts";

const FOLDER = "tests/browser/consoles";

export interface Replicas {
  port: number;
  close(): Promise<void>;
}

/** @param name The replica's file in `pages/`. */
export async function serveReplica(name: string): Promise<Replicas> {
  const files = new Map([
    ["/replica/page.css", { type: "text/css", body: await readFile(`${FOLDER}/page.css`, "utf8") }],
    ["/replica/page.js", { type: "text/javascript", body: await bundled(`${FOLDER}/pages/${name}.ts`) }],
  ]);
  const server = createServer(certificate(), ({ url = "/" }, response) => {
    const { pathname } = new URL(url, "https://here.invalid");
    // A frame of the console's own begins empty.
    const { type, body } = files.get(pathname) ?? { type: "text/html", body: shell(!pathname.includes("_core/")) };
    response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const shell = (runs: boolean) => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>Replica</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/replica/page.css">
<body>${runs ? '<script type="module" src="/replica/page.js"></script>' : ""}</body></html>
`;

/** A script with all that it imports, as one text that a browser runs. */
export async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
    loader: { ".css": "text" },
  });
  return outputFiles[0]?.text ?? "";
}
