/** Serves the sandbox, and the pages of the tests' own, on a free port of this machine, to this machine only. */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";
import { serveReplica } from "../consoles/serve.ts";

export interface Site {
  /** Where a page is: `at("strict.html")` of the sandbox, or an address of the console whose replica is served. */
  at(page: string): string;
  close(): Promise<void>;
}

/** The pages of the sandbox, and those with real editors. */
const FOLDERS = ["dist/site", "dist/editors"];

/**
 * @param replica The page that stands for a console's addresses, if a scene plays on one.
 * @param headers What is sent with every answer.
 */
export async function serve(replica?: string, headers: Readonly<Record<string, string>> = {}): Promise<Site> {
  const replicas = replica === undefined ? null : await serveReplica(replica);
  const folders = FOLDERS.map((folder) => sirv(folder, { dev: true, etag: true }));
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const from = ([folder, ...others]: typeof folders): void => {
      if (folder === undefined) response.writeHead(404).end();
      else folder(request, response, () => from(others));
    };
    from(folders);
  });
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  const { port } = server.address() as AddressInfo;
  return {
    at: (page) => {
      if (!page.startsWith("https://")) return `http://localhost:${port}/deti/${page}`;
      const address = new URL(page);
      address.port = String(replicas?.port ?? "");
      return address.href;
    },
    close: async () => {
      await replicas?.close();
      await new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
    },
  };
}
