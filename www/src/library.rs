//! What is fetched before a drill can play: the drills and their cues, the
//! rules, and the words of the interface.

use deti::desk::Language;
use deti::drill::Drill;
use deti::rule::{Checker, Pack};
use deti::shop::Shop;
use deti::text::Script;
use deti_web::{Failure, Host, Words, files};
use serde::Deserialize;

/// The packs of rules among those of a desk.
#[derive(Default, Deserialize)]
struct Rules {
    rules: Vec<Pack>,
}

/// Everything that a training needs and that does not change.
pub struct Library {
    /// The drills that could be read.
    pub drills: Vec<Drill>,
    /// The live rules.
    pub checker: Checker,
    /// Whether there are any.
    pub has_rules: bool,
    /// The words of the interface.
    pub words: Words,
    /// The language of the interface.
    pub language: Language,
    /// The script that buyers write in.
    pub script: Script,
}

impl Library {
    /// Fetches what there is, and says what there is not.
    pub async fn load(script: Script) -> (Self, Vec<String>) {
        let language = Language::of(&Host::here().languages());
        let name = match language {
            Language::Hans => "zh_CN",
            Language::Hant => "zh_TW",
            Language::En => "en",
        };
        let stock = files::json::<Rules>("./packs/stock.json");
        let drills = files::json("./packs/drills.json");
        let words = Words::fetch(&format!("./words/{name}.json")).await;

        let mut failures = Vec::new();
        let words = there(words, &mut failures);
        let drills = there(drills.await, &mut failures);
        let Rules { rules } = there(stock.await, &mut failures);
        let (checker, problems) = Checker::new(&rules, &Shop::default());
        failures.extend(problems.iter().map(ToString::to_string));
        let has_rules = !rules.is_empty();
        (Self { drills, checker, has_rules, words, language, script }, failures)
    }
}

/// What was fetched; nothing, and a failure, if it is not there.
fn there<T: Default>(fetched: Result<T, Failure>, failures: &mut Vec<String>) -> T {
    fetched.unwrap_or_else(|failure| {
        failures.push(failure.to_string());
        T::default()
    })
}
