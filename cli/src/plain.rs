//! The answer for people: the draft, what was found in it, and how it reads
//! when it is rewritten.

use std::io::{self, Write};

use deti::rule::{Finding, Level};
use serde_json::Value;

/// Writes the answer to one draft; a clean draft is one line.
pub fn write(
    out: &mut impl Write,
    id: &Value,
    text: &str,
    findings: &[Finding],
    rewritten: &str,
) -> io::Result<()> {
    let name = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
    let text = text.replace(['\n', '\r'], " ");
    if findings.is_empty() {
        return writeln!(out, "{name}  ok     {text}");
    }
    writeln!(out, "{name}  {text}")?;
    for finding in findings {
        let level = match finding.level {
            Level::Block => "block",
            Level::Warn => "warn ",
            Level::Tip => "tip  ",
        };
        let (rule, found, why) = (&finding.rule, &finding.found, &finding.why.hans);
        writeln!(out, "    {level}  {rule}  「{found}」 {why}（{}）", finding.source)?;
    }
    writeln!(out, "    →  {}", rewritten.replace(['\n', '\r'], " "))
}
