//! The scripts without a browser: types, the lint of the built extension, the
//! tests that stand beside the page's script, and those of the npm package.

use anyhow::{Context, Result, ensure};

use super::{browser, tally::Tally};
use crate::{build, house};

pub fn test(tally: &mut Tally, only: Option<&str>) {
    if only.is_none() {
        tally.check("tsc", || {
            build::check_types("tsconfig.json")?;
            build::check_types("tests/browser/tsconfig.json")
        });
        tally.check("extension lint", lint);
    }
    browser::node_tests(tally, "page tests", &["extension/page"], &[], only);
    browser::node_tests(tally, "package tests", &["npm/test"], &[], only);
}

/// web-ext's lint: its errors fail, its warnings are shown.
///
/// As for a self-hosted add-on, because the rules for a listing are about a
/// store entry and not about the code.
fn lint() -> Result<()> {
    let mut command = house::npm_bin("web-ext");
    command.args(["lint", "--source-dir", "dist/firefox", "--self-hosted", "--output", "json"]);
    // A failing lint also ends with an error status; its report says why.
    let output = command.output().context("cannot start web-ext")?;
    let report = String::from_utf8_lossy(&output.stdout);
    let report: serde_json::Value = serde_json::from_str(&report).with_context(|| {
        format!("web-ext said: {report}{}", String::from_utf8_lossy(&output.stderr))
    })?;
    let messages = |kind: &str| report[kind].as_array().cloned().unwrap_or_default();
    for kind in ["errors", "warnings"] {
        for message in messages(kind) {
            println!(
                "{kind}: {} {}: {}",
                message["file"].as_str().unwrap_or("-"),
                message["code"].as_str().unwrap_or("-"),
                message["message"].as_str().unwrap_or("-")
            );
        }
    }
    let errors = messages("errors").len();
    ensure!(errors == 0, "{errors} errors");
    Ok(())
}
