/** The script of the plain console pages. */

import { openConsole } from "./console/page.ts";

await openConsole(true);
