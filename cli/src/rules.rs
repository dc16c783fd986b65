//! The rules that the command works with: the built-in packs, more of them,
//! and what a shop has changed.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use deti::rule::{Checker, Pack, Trial};

use crate::source::Source;

/// The built-in packs, by file name.
const BUILT_IN: &[(&str, &str)] = &[
    ("packs/rules/words.toml", include_str!("../../packs/rules/words.toml")),
    ("packs/rules/compounds.toml", include_str!("../../packs/rules/compounds.toml")),
    ("packs/rules/contact.toml", include_str!("../../packs/rules/contact.toml")),
    ("packs/rules/money.toml", include_str!("../../packs/rules/money.toml")),
    ("packs/rules/order.toml", include_str!("../../packs/rules/order.toml")),
    ("packs/rules/promise.toml", include_str!("../../packs/rules/promise.toml")),
    ("packs/rules/manner.toml", include_str!("../../packs/rules/manner.toml")),
    ("packs/rules/advertising.toml", include_str!("../../packs/rules/advertising.toml")),
    ("packs/rules/diversion.toml", include_str!("../../packs/rules/diversion.toml")),
    ("packs/rules/urgency.toml", include_str!("../../packs/rules/urgency.toml")),
];

/// Compiles the built-in packs and the named ones for a shop. A pack with a
/// problem is refused: half a pack would look like a clean draft.
pub fn checker(packs: &[PathBuf], shop: Option<&Path>) -> Result<Checker> {
    let files = packs.iter().map(|path| Source::read(path)).collect::<Result<Vec<_>, _>>();
    let shop = shop.map(Source::read).transpose();
    let (files, shop) = match (files, shop) {
        (Ok(files), Ok(shop)) => (files, shop),
        (Err(message), _) | (_, Err(message)) => bail!("{message}"),
    };
    let (packs, profile) = if files.is_empty() && shop.is_none() {
        // They were tried when the command was built.
        let packs = BUILT_IN.iter().map(|(name, text)| Pack::parse(name, text).0).collect();
        (packs, deti::shop::Shop::default())
    } else {
        let trial = tried(&files, shop.as_ref());
        if !trial.problems.is_empty() {
            let lines: Vec<String> = trial.problems.iter().map(ToString::to_string).collect();
            bail!("{}", lines.join("\n"));
        }
        (trial.packs, trial.shop)
    };
    let (checker, problems) = Checker::new(&packs, &profile);
    match problems.first() {
        Some(problem) => bail!("{problem}"),
        None => Ok(checker),
    }
}

/// Tries files together with the built-in packs, or those alone. The built-in
/// ones are known to hold, so beside a file only that file is proved. A file
/// that calls itself as a built-in pack does stands in its place: so that one
/// can be worked on.
pub fn tried(files: &[Source], shop: Option<&Source>) -> Trial {
    let trial = if files.is_empty() && shop.is_none() {
        Trial::of(BUILT_IN.iter().copied())
    } else {
        let names: Vec<String> = files.iter().map(|file| called(&file.name, &file.text)).collect();
        let known = BUILT_IN.iter().map(|(name, text)| Pack::parse(name, text).0);
        let known = known.filter(|pack| !names.iter().any(|name| name == pack.name()));
        let files = files.iter().map(|file| (file.name.as_str(), file.text.as_str()));
        Trial::beside(known.collect(), files)
    };
    match shop {
        Some(shop) => trial.in_shop(&shop.name, &shop.text),
        None => trial,
    }
}

fn called(file: &str, text: &str) -> String {
    Pack::parse(file, text).0.name().to_owned()
}
