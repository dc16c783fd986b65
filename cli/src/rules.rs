//! The checker that the command works with: the built-in packs, and more.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use deti::rule::{Checker, Pack};
use deti::shop::Shop;

/// The built-in packs, by file name.
const BUILT_IN: [(&str, &str); 8] = [
    ("packs/rules/words.toml", include_str!("../../packs/rules/words.toml")),
    ("packs/rules/contact.toml", include_str!("../../packs/rules/contact.toml")),
    ("packs/rules/money.toml", include_str!("../../packs/rules/money.toml")),
    ("packs/rules/order.toml", include_str!("../../packs/rules/order.toml")),
    ("packs/rules/promise.toml", include_str!("../../packs/rules/promise.toml")),
    ("packs/rules/manner.toml", include_str!("../../packs/rules/manner.toml")),
    ("packs/rules/advertising.toml", include_str!("../../packs/rules/advertising.toml")),
    ("packs/rules/diversion.toml", include_str!("../../packs/rules/diversion.toml")),
];

/// Compiles the built-in packs and the named ones for a shop. A pack with a
/// problem is refused: half a pack would look like a clean draft.
pub fn checker(packs: &[PathBuf], shop: Option<&Path>) -> Result<Checker> {
    let mut texts: Vec<(String, String)> =
        BUILT_IN.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    for path in packs {
        texts.push((path.display().to_string(), read(path, "pack")?));
    }
    let mut problems = Vec::new();
    let mut parsed = Vec::new();
    for (name, text) in &texts {
        let (pack, found) = Pack::parse(name, text);
        parsed.push(pack);
        problems.extend(found);
    }
    let (checker, found) = Checker::new(&parsed, &profile(shop)?);
    problems.extend(found);
    if !problems.is_empty() {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        bail!("{}", lines.join("\n"));
    }
    Ok(checker)
}

fn profile(shop: Option<&Path>) -> Result<Shop> {
    let Some(path) = shop else { return Ok(Shop::default()) };
    let text = read(path, "shop profile")?;
    toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(0, |span| deti::pack::line_of(&text, span.start));
        anyhow::anyhow!("{}:{line}: {}", path.display(), error.message())
    })
}

fn read(path: &Path, what: &str) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("{}: no {what} here", path.display()))
}
