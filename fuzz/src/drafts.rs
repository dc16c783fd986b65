//! Any text as a draft: offsets, edits, and what a rewrite promises.

use std::sync::OnceLock;

use deti::rule::{Checker, Context, Finding, Level, Pack, Scratch};
use deti::shop::Shop;

/// Parts the buyer's message, if there is one, from the draft.
const BETWEEN: u8 = 0x1F;

/// The built-in packs, as they are written.
const PACKS: &[(&str, &str)] = &[
    ("words.toml", include_str!("../../packs/rules/words.toml")),
    ("compounds.toml", include_str!("../../packs/rules/compounds.toml")),
    ("contact.toml", include_str!("../../packs/rules/contact.toml")),
    ("money.toml", include_str!("../../packs/rules/money.toml")),
    ("order.toml", include_str!("../../packs/rules/order.toml")),
    ("promise.toml", include_str!("../../packs/rules/promise.toml")),
    ("manner.toml", include_str!("../../packs/rules/manner.toml")),
    ("advertising.toml", include_str!("../../packs/rules/advertising.toml")),
    ("diversion.toml", include_str!("../../packs/rules/diversion.toml")),
    ("urgency.toml", include_str!("../../packs/rules/urgency.toml")),
];

fn checker() -> &'static Checker {
    static CHECKER: OnceLock<Checker> = OnceLock::new();
    CHECKER.get_or_init(|| {
        let packs: Vec<Pack> = PACKS.iter().map(|(name, text)| Pack::parse(name, text).0).collect();
        let (checker, problems) = Checker::new(&packs, &Shop::default());
        assert_eq!(problems, []);
        checker
    })
}

/// Checks and rewrites the draft that the bytes say.
pub fn hold(bytes: &[u8]) {
    let (buyer, draft) = match bytes.iter().position(|byte| *byte == BETWEEN) {
        Some(at) => (Some(String::from_utf8_lossy(&bytes[..at])), &bytes[at + 1..]),
        None => (None, bytes),
    };
    let context = Context { buyer: buyer.as_deref() };
    let draft = units(draft);
    let findings = checker().check_utf16(&draft, &context);
    findings.iter().for_each(|finding| stands(finding, &draft));
    assert!(findings.is_sorted_by_key(|finding| finding.start), "{findings:?}");
    as_numbers(&draft, &context, &findings);

    let text = String::from_utf16_lossy(&draft);
    assert_eq!(checker().check(&text, &context), findings, "as a string it reads otherwise");
    rewritten(&text, &context, &findings);
}

/// Bytes as JavaScript could hold them: UTF-8 is text, a byte that is none is a
/// surrogate, which two of them may make a pair of.
fn units(bytes: &[u8]) -> Vec<u16> {
    let mut units = Vec::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        units.extend(chunk.valid().encode_utf16());
        units.extend(chunk.invalid().iter().map(|byte| 0xD800 + (u16::from(*byte) - 0x80) * 16));
    }
    units
}

/// A finding lies on whole characters and says what stands there; its edits
/// cover it.
fn stands(finding: &Finding, draft: &[u16]) {
    let (start, end) = (finding.start as usize, finding.end as usize);
    assert!(start < end && end <= draft.len(), "{finding:?} in {}", draft.len());
    assert_eq!(finding.found, String::from_utf16_lossy(&draft[start..end]));
    assert!(!halves(draft, start) && !halves(draft, end), "{finding:?}");
    for edit in &finding.rewrites {
        let (from, to) = (edit.start as usize, edit.end as usize);
        assert!(from <= start && end <= to && to <= draft.len(), "{edit:?} of {finding:?}");
        assert!(!halves(draft, from) && !halves(draft, to), "{edit:?}");
    }
}

/// Whether a place is in the middle of a surrogate pair.
fn halves(draft: &[u16], place: usize) -> bool {
    let unit = |place: usize| draft.get(place).copied().unwrap_or_default();
    place > 0
        && (0xD800..0xDC00).contains(&unit(place - 1))
        && (0xDC00..0xE000).contains(&unit(place))
}

/// The numbers say the same.
fn as_numbers(draft: &[u16], context: &Context<'_>, findings: &[Finding]) {
    let mut numbers = Vec::new();
    checker().scan_utf16(draft, context, &mut Scratch::default(), &mut numbers);
    let rules: Vec<&str> = checker().rules().map(|rule| rule.id).collect();
    let said: Vec<(u32, u32, &str, u32)> = numbers
        .chunks_exact(4)
        .map(|four| (four[0], four[1], rules[four[2] as usize], four[3]))
        .collect();
    let wanted: Vec<(u32, u32, &str, u32)> = findings
        .iter()
        .map(|one| (one.start, one.end, one.rule.as_str(), one.level as u32))
        .collect();
    assert_eq!(said, wanted);
}

/// A rewrite is its edits, is no worse than the draft, and again changes nothing.
fn rewritten(draft: &str, context: &Context<'_>, findings: &[Finding]) {
    let once = checker().rewrite(draft, context);
    let mut units: Vec<u16> = draft.encode_utf16().collect();
    assert!(once.edits.windows(2).all(|two| two[0].end <= two[1].start), "{:?}", once.edits);
    for edit in once.edits.iter().rev() {
        units.splice(edit.start as usize..edit.end as usize, edit.text.encode_utf16());
    }
    assert_eq!(String::from_utf16(&units).unwrap(), once.text, "of {draft:?}");
    assert_eq!(checker().check(&once.text, context), once.left, "left in {:?}", once.text);
    assert!(weight(&once.left) <= weight(findings), "{draft:?} became {:?}", once.text);
    let twice = checker().rewrite(&once.text, context);
    assert_eq!(twice.text, once.text, "twice is not once for {draft:?}");
}

/// How much there is to say against a draft, the gravest first.
fn weight(findings: &[Finding]) -> Vec<Level> {
    let mut levels: Vec<Level> = findings.iter().map(|finding| finding.level).collect();
    levels.sort_unstable_by(|one, other| other.cmp(one));
    levels
}
