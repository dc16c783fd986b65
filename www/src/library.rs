//! What is fetched before a drill can play: the drills and their cues, the
//! rules, and the words of the interface.

use deti::desk::Language;
use deti::drill::{Cues, Drill};
use deti::pack::Problem;
use deti::rule::{Checker, Pack};
use deti::shop::Shop;
use deti::text::Script;
use deti_web::{Host, Words, files, files::File};

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
        let mut failures = Vec::new();
        let words = match Words::fetch(&format!("./words/{name}.json")).await {
            Ok(words) => words,
            Err(failure) => {
                failures.push(failure.to_string());
                Words::default()
            }
        };
        let (packs, missing) = files::listed("./packs").await;
        failures.extend(missing.iter().map(ToString::to_string));

        let mut problems = Vec::new();
        let mut keep = |more: Vec<Problem>| problems.extend(more);
        let of =
            |folder: &'static str| packs.iter().filter(move |file| file.name.starts_with(folder));
        let rules: Vec<Pack> = of("rules/")
            .map(|File { name, text }| {
                let (pack, problems) = Pack::parse(name, text);
                keep(problems);
                pack
            })
            .collect();
        let (checker, more) = Checker::new(&rules, &Shop::default());
        keep(more);
        let shared = of("drills/").find(|file| file.name == CUES);
        let (cues, more) = shared.map_or_else(Default::default, |f| Cues::parse(&f.name, &f.text));
        keep(more);
        let drills = of("drills/").filter(|file| file.name != CUES).filter_map(|file| {
            let (drill, problems) = Drill::parse(&file.name, &file.text, &cues);
            keep(problems);
            drill
        });
        let drills = drills.collect();
        failures.extend(problems.iter().map(ToString::to_string));
        let has_rules = !rules.is_empty();
        (Self { drills, checker, has_rules, words, language, script }, failures)
    }
}

/// The file of the cues that all drills share.
const CUES: &str = "drills/cues.toml";
