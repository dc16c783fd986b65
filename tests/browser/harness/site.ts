/** Serves `dist/site` on a free port of this machine, to this machine only. */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";

export interface Site {
  /** Where a page of the sandbox is: `at("strict.html")`. */
  at(page: string): string;
  close(): Promise<void>;
}

export async function serve(folder = "dist/site"): Promise<Site> {
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404).end();
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
