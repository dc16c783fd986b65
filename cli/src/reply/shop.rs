//! The built-in replies.

use anyhow::{Result, ensure};
use deti::reply::{Reply, parse};

/// The built-in packs of replies, in the order of their names.
const BUILT_IN: &[(&str, &str)] = &[
    ("packs/replies/handbook.toml", include_str!("../../../packs/replies/handbook.toml")),
    (
        "packs/replies/topic-after-sales.toml",
        include_str!("../../../packs/replies/topic-after-sales.toml"),
    ),
    ("packs/replies/topic-daily.toml", include_str!("../../../packs/replies/topic-daily.toml")),
    (
        "packs/replies/topic-emergency.toml",
        include_str!("../../../packs/replies/topic-emergency.toml"),
    ),
    (
        "packs/replies/topic-emoticons.toml",
        include_str!("../../../packs/replies/topic-emoticons.toml"),
    ),
    (
        "packs/replies/topic-follow-up.toml",
        include_str!("../../../packs/replies/topic-follow-up.toml"),
    ),
    (
        "packs/replies/topic-hand-over.toml",
        include_str!("../../../packs/replies/topic-hand-over.toml"),
    ),
    (
        "packs/replies/topic-logistics.toml",
        include_str!("../../../packs/replies/topic-logistics.toml"),
    ),
    ("packs/replies/topic-payment.toml", include_str!("../../../packs/replies/topic-payment.toml")),
    ("packs/replies/topic-presale.toml", include_str!("../../../packs/replies/topic-presale.toml")),
    (
        "packs/replies/topic-promotion.toml",
        include_str!("../../../packs/replies/topic-promotion.toml"),
    ),
    (
        "packs/replies/topic-soothing.toml",
        include_str!("../../../packs/replies/topic-soothing.toml"),
    ),
];

/// All of them. They were tried when the command was built.
pub fn replies() -> Result<Vec<Reply>> {
    let mut all = Vec::new();
    for (name, text) in BUILT_IN {
        let (replies, problems) = parse(name, text);
        ensure!(problems.is_empty(), "{}", problems[0]);
        all.extend(replies);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::BUILT_IN;

    #[test]
    fn every_pack_of_replies_is_built_in() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../packs/replies");
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .expect("packs/replies")
            .flatten()
            .map(|entry| format!("packs/replies/{}", entry.file_name().to_string_lossy()))
            .collect();
        names.sort();
        assert_eq!(BUILT_IN.iter().map(|(name, _)| *name).collect::<Vec<_>>(), names);
    }
}
