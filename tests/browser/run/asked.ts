/** What `cargo xtask run` asked for. */

export const browser = process.env["DETI_BROWSER"] ?? "chromium";
export const program = process.env["DETI_PROGRAM"] ?? "";
if (program === "") throw new Error("DETI_PROGRAM names the browser's program: cargo xtask run");
