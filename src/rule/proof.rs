//! A pack's sentences about itself, run.

use super::checker::{Checker, Context};
use super::pack::{Pack, Sentence};

/// A sentence that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The pack's file.
    pub file: String,
    /// The sentence.
    pub sentence: Sentence,
    /// What came out instead.
    pub message: String,
}

/// Runs the sentences of a pack: the bad ones must be found by their rule and
/// rewritten clean, the good ones left alone by it.
pub fn prove(pack: &Pack, checker: &Checker) -> Vec<Failure> {
    let context = Context::default();
    let mut failures = Vec::new();
    for sentence in pack.sentences() {
        let findings = checker.check(&sentence.text, &context);
        let found = findings.iter().find(|finding| finding.rule == sentence.rule);
        let message = match (sentence.bad, found) {
            (true, None) => Some("the rule does not find this sentence; widen a phrase".to_owned()),
            (false, Some(finding)) => {
                Some(format!("the rule finds `{}` here; add an exception", finding.found))
            }
            (false, None) => None,
            (true, Some(_)) => {
                let rewritten = checker.rewrite(&sentence.text, &context);
                rewritten.left.first().map(|left| {
                    format!(
                        "rewritten as `{}`, where `{}` still finds `{}`",
                        rewritten.text, left.rule, left.found
                    )
                })
            }
        };
        if let Some(message) = message {
            let file = pack.file().to_owned();
            failures.push(Failure { file, sentence: sentence.clone(), message });
        }
    }
    failures
}
