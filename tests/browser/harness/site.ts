/** Serves the sandbox, and the pages of the tests' own, on a free port of this machine, to this machine only. */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";

export interface Site {
  /** Where a page of the sandbox is: `at("strict.html")`. */
  at(page: string): string;
  close(): Promise<void>;
}

export async function serve(): Promise<Site> {
  const [site, editors] = ["dist/site", "dist/editors"].map((folder) => sirv(folder, { dev: true, etag: true }));
  const server = createServer((request, response) => {
    site?.(request, response, () => {
      editors?.(request, response, () => {
        response.writeHead(404).end();
      });
    });
  });
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  const { port } = server.address() as AddressInfo;
  return {
    at: (page) => `http://localhost:${port}/deti/${page}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
