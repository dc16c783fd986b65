//! The examples in `docs/PACKS.md` hold, as its reader would try them.

use deti::rule::{Checker, Context, Trial};

use crate::packs::packs;

const PAGE: &str = include_str!("../../docs/PACKS.md");

/// The examples: each with the line of the page that it starts on.
fn examples() -> Vec<(usize, String)> {
    let mut examples: Vec<(usize, String)> = Vec::new();
    let mut inside = false;
    for (line, text) in (1..).zip(PAGE.lines()) {
        match text {
            "```toml" => {
                inside = true;
                examples.push((line, String::new()));
            }
            "```" => inside = false,
            _ if inside => {
                if let Some((_, example)) = examples.last_mut() {
                    example.push_str(text);
                    example.push('\n');
                }
            }
            _ => {}
        }
    }
    examples
}

#[test]
fn the_examples_of_the_page_hold() {
    let examples = examples();
    let names: Vec<String> = examples.iter().map(|(line, _)| format!("example-{line}")).collect();
    let named = |(name, (_, text)): (&String, &(usize, String))| (name.clone(), text.clone());
    let all: Vec<(String, String)> = names.iter().zip(&examples).map(named).collect();
    let (files, shops): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(_, text)| text.starts_with("pack ="));
    assert_eq!((files.len(), shops.len()), (3, 1));
    let files = files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let mut trial = Trial::beside(packs(), files);
    for (name, text) in &shops {
        trial = trial.in_shop(name, text);
    }
    let said: Vec<String> = trial.problems.iter().map(ToString::to_string).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
    assert_eq!(trial.changes.len(), 10);
    let (checker, _) = Checker::new(&trial.packs, &trial.shop);
    let rewritten = checker.rewrite("亲，我给您多塞两包试吃", &Context::default());
    assert_eq!(rewritten.text, "亲，赠品以页面的说明为准");
}

#[test]
fn the_page_names_every_setting_and_every_key() {
    let others = ["own-links", "telephones", "ship-within-hours", "refund-within-hours"];
    for name in deti::shop::Shop::SETTINGS.iter().copied().chain(others) {
        assert!(PAGE.contains(&format!("`{name}`")), "{name} is not on the page");
    }
}
