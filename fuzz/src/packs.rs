//! Any text as a rule pack: it is read or refused, and what was read works.

use deti::pack::Problem;
use deti::rule::{Checker, Context, Overlay, Pack, Trial};
use deti::shop::Shop;

/// Reads, tries, compiles and uses the pack that the bytes say.
pub fn hold(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let lines = text.lines().count() + 1;
    let (pack, problems) = Pack::parse("fuzz.toml", &text);
    in_file(&problems, lines);
    let packs = [pack];
    let (checker, problems) = Checker::new(&packs, &Shop::default());
    in_file(&problems, lines);
    in_file(&Trial::of([("fuzz.toml", text.as_ref())]).problems, lines);

    // What ships is the pack's value, not its text: it must say the same.
    let json = serde_json::to_string(&packs).unwrap();
    let passed_on: Vec<Pack> = serde_json::from_str(&json).unwrap();
    let (same, _) = Checker::new(&passed_on, &Shop::default());
    let context = Context::default();
    let sentences: Vec<String> = packs[0]
        .sentences()
        .map(|sentence| sentence.text.clone())
        .chain([text.to_string()])
        .collect();
    for sentence in &sentences {
        let findings = checker.check(sentence, &context);
        assert_eq!(same.check(sentence, &context), findings, "{sentence:?}");
        checker.rewrite(sentence, &context);
    }

    let (overlay, problems) = Overlay::parse("fuzz.toml", &text);
    in_file(&problems, lines);
    overlay.apply(&packs);
}

/// Every problem names a line that is there, and says something.
fn in_file(problems: &[Problem], lines: usize) {
    for problem in problems {
        assert!(problem.line <= lines && !problem.message.is_empty(), "{problem}");
    }
}
