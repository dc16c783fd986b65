//! Packs on their way to an [`Engine`].

use deti::pack::Problem;
use deti::rule::{Checker, Level, Pack, PlainRule, Trial, Words};
use deti::shop::Shop;
use serde::Deserialize;
use wasm_bindgen::prelude::*;

use crate::engine::Engine;

/// Collects packs, then compiles them for a shop.
#[wasm_bindgen]
#[derive(Default)]
pub struct Loader {
    /// Packs that the build, or somebody else, has tried.
    tried: Vec<Pack>,
    /// Packs as they are written: name and text. They are tried beside those.
    written: Vec<(String, String)>,
    lists: Vec<Pack>,
    problems: Vec<Problem>,
}

/// The rule of a plain list of phrases.
#[derive(Deserialize)]
struct Plain {
    rule: String,
    level: Option<Level>,
    why: Option<Words>,
    source: Option<String>,
}

#[wasm_bindgen]
impl Loader {
    /// A loader without packs.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// The shop that is assumed, with every setting.
    pub fn shop() -> Result<JsValue, JsError> {
        Ok(serde_wasm_bindgen::to_value(&Shop::default())?)
    }

    /// Adds packs that the build has read.
    pub fn built(&mut self, packs: JsValue) -> Result<(), JsError> {
        let packs: Vec<Pack> = serde_wasm_bindgen::from_value(packs)?;
        self.tried.extend(packs);
        Ok(())
    }

    /// Adds a pack as it is written; `tried` if its own sentences are known to
    /// hold.
    pub fn toml(&mut self, name: &str, text: &str, tried: bool) {
        if !tried {
            self.written.push((name.to_owned(), text.to_owned()));
            return;
        }
        let (pack, problems) = Pack::parse(name, text);
        self.tried.push(pack);
        self.problems.extend(problems);
    }

    /// Adds a list of phrases, one a line, under a rule of their own.
    pub fn phrases(&mut self, name: &str, rule: JsValue, lines: &str) -> Result<(), JsError> {
        let rule: Plain =
            serde_wasm_bindgen::from_value(rule).map_err(|error| refused(name, &error))?;
        let rule = PlainRule {
            id: rule.rule,
            level: rule.level,
            why: rule.why.unwrap_or_default(),
            source: rule.source.unwrap_or_default(),
        };
        self.lists.push(Pack::of_phrases(name, rule, lines.lines()));
        Ok(())
    }

    /// Tries what is as it was written and compiles everything for a shop: its
    /// profile, or the text of its file. Every problem is in the error.
    pub fn finish(self, shop: JsValue) -> Result<Engine, JsError> {
        let written = self.written.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        let mut trial = Trial::beside(self.tried, written);
        trial.problems.splice(..0, self.problems);
        if let Some(text) = shop.as_string() {
            trial = trial.in_shop("shop", &text);
        } else {
            trial.shop =
                serde_wasm_bindgen::from_value(shop).map_err(|error| refused("shop", &error))?;
        }
        trial.packs.extend(self.lists);
        let (checker, problems) = Checker::new(&trial.packs, &trial.shop);
        if trial.problems.is_empty() {
            trial.problems = problems;
        }
        if trial.problems.is_empty() {
            return Ok(Engine::new(checker));
        }
        let said: Vec<String> = trial.problems.iter().map(ToString::to_string).collect();
        Err(JsError::new(&said.join("\n")))
    }
}

/// What is wrong with a value, said where it is.
fn refused(place: &str, error: &serde_wasm_bindgen::Error) -> JsError {
    let said = error.to_string();
    JsError::new(&format!("{place}: {}", said.trim_start_matches("Error: ")))
}
