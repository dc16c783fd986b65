//! TypeScript tests under Node's own test runner: the scenes in a browser, and
//! whatever else stands in a `*.test.ts`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::tally::Tally;
use crate::{
    build, house,
    needs::{self, Browser},
};

/// Plays every scene in one browser.
pub fn test(tally: &mut Tally, browser: Browser, only: Option<&str>) {
    let name = format!("scenes in {}", browser.name());
    let program = match needs::cjk_font().and_then(|()| browser.program()) {
        Ok(program) => program,
        Err(error) => {
            tally.check(&name, || Err(error));
            return;
        }
    };
    let env = [("DETI_BROWSER", browser.name()), ("DETI_PROGRAM", &program.to_string_lossy())];
    node_tests(tally, &name, &["tests/browser"], &env, only);
}

/// Runs every `*.test.ts` below these folders.
pub fn node_tests(
    tally: &mut Tally,
    name: &str,
    folders: &[&str],
    env: &[(&str, &str)],
    only: Option<&str>,
) {
    let tests = folders.iter().try_fold(Vec::new(), |mut tests, folder| {
        collect(&house::at(folder), &mut tests)?;
        Ok(tests)
    });
    let bundled = tests.and_then(|tests: Vec<PathBuf>| {
        tests.iter().map(|test| build::node_script(test)).collect::<Result<Vec<_>>>()
    });
    let scripts = match bundled {
        Ok(scripts) if scripts.is_empty() => return,
        Ok(scripts) => scripts,
        Err(error) => {
            tally.check(name, || Err(error));
            return;
        }
    };
    let node = match needs::node() {
        Ok(node) => node,
        Err(error) => {
            tally.check(name, || Err(error));
            return;
        }
    };
    let mut command = house::in_root(node);
    command.args([
        "--test",
        "--test-concurrency=1",
        "--test-reporter=spec",
        "--enable-source-maps",
    ]);
    command.args(only.map(|name| format!("--test-name-pattern={name}")));
    command.args(scripts).envs(env.iter().copied());
    tally.runner(name, &mut command, counted);
}

fn collect(folder: &Path, tests: &mut Vec<PathBuf>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    // What the packages of the editors bring along is not ours to run.
    for path in paths.into_iter().filter(|path| !path.ends_with("node_modules")) {
        if path.is_dir() {
            // What npm brought has tests of its own; they are not ours.
            if !path.ends_with("node_modules") {
                collect(&path, tests)?;
            }
        } else if path.to_string_lossy().ends_with(".test.ts") {
            tests.push(path);
        }
    }
    Ok(())
}

/// Reads the two lines of totals that Node's `spec` reporter ends with.
fn counted(line: &str) -> Option<(u32, u32)> {
    let number = |word: &str| line.strip_prefix(word)?.trim().parse().ok();
    if let Some(passed) = number("ℹ pass ") {
        return Some((passed, 0));
    }
    number("ℹ fail ").map(|failed| (0, failed))
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn reads_the_totals_of_the_runner() {
        let table = [
            ("ℹ pass 25", Some((25, 0))),
            ("ℹ fail 2", Some((0, 2))),
            ("ℹ tests 27", None),
            ("✔ guard at Enter (1200ms)", None),
        ];
        for (line, expected) in table {
            assert_eq!(counted(line), expected, "{line}");
        }
    }
}
