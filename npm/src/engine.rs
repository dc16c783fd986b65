//! One loaded checker and the room that its drafts are written into.

use deti::rule::{Checker, Context, Scratch};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::answer::{Edit, Rewrite, Rule};

/// A checker with room for a draft and for the answer.
#[wasm_bindgen]
pub struct Engine {
    checker: Checker,
    buyer: Option<String>,
    draft: Vec<u16>,
    scratch: Scratch,
    answer: Vec<u32>,
}

#[wasm_bindgen]
impl Engine {
    /// Makes room for a draft of this many UTF-16 code units and returns where
    /// it begins; it stays there until more room is asked for.
    pub fn room(&mut self, units: usize) -> *const u16 {
        if self.draft.len() < units {
            self.draft.resize(units.next_power_of_two(), 0);
        }
        self.draft.as_ptr()
    }

    /// Sets the buyer's last message for the checks that follow.
    pub fn buyer(&mut self, message: Option<String>) {
        self.buyer = message;
    }

    /// Checks the draft of this many units and returns how many findings there
    /// are. [`Engine::answer`] has four numbers for each: start, end, the
    /// rule's place in [`Engine::rules`], level.
    pub fn check(&mut self, units: usize) -> usize {
        let context = Context { buyer: self.buyer.as_deref() };
        let draft = self.draft.get(..units).unwrap_or(&self.draft);
        self.answer.clear();
        self.checker.scan_utf16(draft, &context, &mut self.scratch, &mut self.answer);
        self.answer.len() / 4
    }

    /// Where the answer to the last check begins.
    pub fn answer(&self) -> *const u32 {
        self.answer.as_ptr()
    }

    /// What every rule says about itself.
    pub fn rules(&self) -> Result<JsValue, JsError> {
        value(&self.checker.rules().map(Rule::from).collect::<Vec<_>>())
    }

    /// For every finding of the draft of this many units, what could stand
    /// there instead.
    pub fn rewrites(&self, units: usize) -> Result<JsValue, JsError> {
        let draft = self.draft.get(..units).unwrap_or(&self.draft);
        let findings = self.checker.check_utf16(draft, &self.context());
        let edits = findings.into_iter().map(|finding| finding.rewrites);
        value(
            &edits
                .map(|edits| edits.into_iter().map(Edit::from).collect())
                .collect::<Vec<Vec<_>>>(),
        )
    }

    /// Rewrites the draft of this many units.
    pub fn rewrite(&self, units: usize) -> Result<JsValue, JsError> {
        let draft = self.draft.get(..units).unwrap_or(&self.draft);
        let rewritten = self.checker.rewrite(&String::from_utf16_lossy(draft), &self.context());
        value(&Rewrite::from(rewritten))
    }
}

impl Engine {
    /// An engine for this checker.
    pub fn new(checker: Checker) -> Self {
        Self {
            checker,
            buyer: None,
            draft: Vec::new(),
            scratch: Scratch::default(),
            answer: Vec::new(),
        }
    }

    fn context(&self) -> Context<'_> {
        Context { buyer: self.buyer.as_deref() }
    }
}

fn value(told: &impl Serialize) -> Result<JsValue, JsError> {
    serde_wasm_bindgen::to_value(told).map_err(|error| JsError::new(&error.to_string()))
}
