//! What holds for every string.

use std::sync::OnceLock;

use deti::rule::{Checker, Context};
use deti::shop::Shop;
use deti::text::fold;
use proptest::prelude::*;

use crate::packs::checker;

fn built_in() -> &'static Checker {
    static CHECKER: OnceLock<Checker> = OnceLock::new();
    CHECKER.get_or_init(|| checker(&Shop::default()))
}

/// Drafts that look like drafts: pieces of what rules speak of, with noise.
fn drafts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "不好意思", "加我微信", "你", "今天发货", "，", "。", "？", "\n", "原装", "“", "”", "不行", "ABC123",
            "抱歉", "明天到", "花呗用不了", "知道了", "嗯", "fa票没有", "😀", "1️⃣", "\u{200B}", "亻尔", "www.a.com",
            "一三八零零二一七七四五", "ㄅㄨˋ", "没货发不了", "按您的要求", "取消订单了", "退不了", "說了多少遍", " ",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,4}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_finding_lies_on_characters(draft in drafts()) {
        let units: Vec<u16> = draft.encode_utf16().collect();
        for finding in built_in().check(&draft, &Context::default()) {
            let (start, end) = (finding.start as usize, finding.end as usize);
            prop_assert!(start < end && end <= units.len());
            let words = String::from_utf16(&units[start..end]);
            prop_assert_eq!(words.ok(), Some(finding.found));
            for edit in &finding.rewrites {
                let (from, to) = (edit.start as usize, edit.end as usize);
                prop_assert!(from <= to && to <= units.len());
                prop_assert!(from <= start && end <= to);
                prop_assert!(String::from_utf16(&units[..from]).is_ok());
                prop_assert!(String::from_utf16(&units[to..]).is_ok());
            }
        }
    }

    #[test]
    fn no_string_is_too_strange(draft in any::<String>()) {
        built_in().check(&draft, &Context { buyer: Some(&draft) });
    }

    #[test]
    fn folding_twice_is_folding_once(draft in prop_oneof![drafts(), any::<String>()]) {
        let once = fold(&draft).text();
        prop_assert_eq!(&fold(&once).text(), &once);
    }

    #[test]
    fn what_was_cut_out_folds_to_what_was_matched(draft in drafts()) {
        let folded = fold(&draft);
        let raw: Vec<u16> = draft.encode_utf16().collect();
        for unit in &folded.units {
            let piece = String::from_utf16_lossy(&raw[unit.start as usize..unit.end as usize]);
            prop_assert!(fold(&piece).text().contains(unit.form));
        }
    }

    #[test]
    fn rewriting_settles_and_then_changes_nothing(draft in drafts()) {
        let context = Context::default();
        let weight = |draft: &str| {
            let findings = built_in().check(draft, &context);
            let mut levels: Vec<_> = findings.iter().map(|finding| finding.level).collect();
            levels.sort_unstable_by(|one, other| other.cmp(one));
            levels
        };
        let once = built_in().rewrite(&draft, &context);
        prop_assert!(weight(&once.text) <= weight(&draft));
        if once.left.is_empty() {
            prop_assert_eq!(&built_in().rewrite(&once.text, &context).text, &once.text);
        }
        let mut units: Vec<u16> = draft.encode_utf16().collect();
        for edit in once.edits.iter().rev() {
            let words: Vec<u16> = edit.text.encode_utf16().collect();
            units.splice(edit.start as usize..edit.end as usize, words);
        }
        prop_assert_eq!(String::from_utf16(&units).ok(), Some(once.text));
    }
}
