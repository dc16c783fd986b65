//! Formatting, clippy on this machine's target and on wasm, and the tests of
//! the crates (the drift of the page's message types and the architecture are
//! among them).

use crate::{house, needs};

use super::tally::Tally;

/// The crates that are built for wasm: those of the extension and the site,
/// whose core reads no TOML, and the package, whose core does. Each list is
/// looked at by itself, or the first would be seen with the reader of the other.
const WASM_CRATES: &[&[&str]] =
    &[&["deti-web", "deti-panel", "deti-formats-web", "deti-sandbox"], &["deti-npm"]];

pub fn test(tally: &mut Tally, only: Option<&str>) {
    if only.is_none() {
        tally.check("formatting", || house::call(house::cargo().args(["fmt", "--all", "--check"])));
        tally.check("clippy", || {
            house::call(
                house::cargo().args(["clippy", "--quiet", "--locked", "--workspace"]).args([
                    "--all-targets",
                    "--all-features",
                    "--",
                    "-D",
                    "warnings",
                ]),
            )
        });
        tally.check("clippy on wasm", || {
            needs::wasm_target()?;
            WASM_CRATES.iter().try_for_each(|crates| {
                let packages = crates.iter().flat_map(|name| ["--package", *name]);
                house::call(
                    house::cargo()
                        .args(["clippy", "--quiet", "--locked"])
                        .args(["--target", "wasm32-unknown-unknown"])
                        .args(packages)
                        .args(["--", "-D", "warnings"]),
                )
            })
        });
    }
    let mut tests = house::cargo();
    tests.args(["test", "--locked", "--workspace", "--all-features", "--no-fail-fast"]);
    tests.args(only);
    tally.runner("cargo test", &mut tests, counted);
}

/// Reads `test result: ok. 12 passed; 0 failed; 0 ignored; …`.
fn counted(line: &str) -> Option<(u32, u32)> {
    let rest = line.strip_prefix("test result: ")?;
    let count = |word: &str| {
        let before = rest.split(word).next()?;
        before.rsplit([' ', '.', ';']).find(|part| !part.is_empty())?.parse().ok()
    };
    Some((count(" passed")?, count(" failed")?))
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn reads_the_line_of_a_test_binary() {
        let table = [
            ("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured", Some((12, 0))),
            ("test result: FAILED. 3 passed; 2 failed; 0 ignored", Some((3, 2))),
            ("test text::fold ... ok", None),
            ("running 12 tests", None),
        ];
        for (line, expected) in table {
            assert_eq!(counted(line), expected, "{line}");
        }
    }
}
