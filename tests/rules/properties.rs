//! What holds for every string.

use std::sync::OnceLock;

use deti::rule::{Checker, Context, Scratch};
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

/// Drafts as JavaScript may hold them: surrogates stand alone.
fn halves() -> impl Strategy<Value = Vec<u16>> {
    let half = prop_oneof![
        6 => drafts().prop_map(|draft| draft.encode_utf16().collect()),
        1 => prop::collection::vec(0xD800_u16..0xE000, 1..3),
        1 => prop::collection::vec(any::<u16>(), 1..3),
    ];
    prop::collection::vec(half, 1..4).prop_map(|pieces| pieces.concat())
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
    fn no_sixteen_bits_are_too_strange(draft in halves()) {
        let context = Context { buyer: Some("在吗") };
        for finding in built_in().check_utf16(&draft, &context) {
            prop_assert!(finding.start < finding.end && finding.end as usize <= draft.len());
        }
    }

    #[test]
    fn numbers_say_what_findings_say(draft in halves()) {
        let context = Context::default();
        let mut scratch = Scratch::default();
        let mut numbers = Vec::new();
        // What another draft left behind in the room changes nothing.
        let other: Vec<u16> = "不好意思，加我微信“vvxx”".encode_utf16().collect();
        built_in().scan_utf16(&other, &context, &mut scratch, &mut numbers);
        numbers.clear();
        built_in().scan_utf16(&draft, &context, &mut scratch, &mut numbers);
        let rules: Vec<&str> = built_in().rules().map(|rule| rule.id).collect();
        let said: Vec<u32> = built_in()
            .check_utf16(&draft, &context)
            .iter()
            .flat_map(|finding| {
                let rule = rules.iter().position(|rule| *rule == finding.rule);
                [finding.start, finding.end, rule.unwrap_or(usize::MAX) as u32, finding.level as u32]
            })
            .collect();
        prop_assert_eq!(numbers, said);
    }

    #[test]
    fn a_draft_of_whole_characters_reads_the_same_in_utf_16(draft in drafts()) {
        let wide: Vec<u16> = draft.encode_utf16().collect();
        let context = Context::default();
        prop_assert_eq!(built_in().check(&draft, &context), built_in().check_utf16(&wide, &context));
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
        for (place, unit) in (0..).zip(&folded.units) {
            // What a picture is read as, its neighbours say.
            if folded.pictures.iter().any(|(start, end)| (*start..*end).contains(&place)) {
                continue;
            }
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
        prop_assert_eq!(&built_in().rewrite(&once.text, &context).text, &once.text);
        let mut units: Vec<u16> = draft.encode_utf16().collect();
        for edit in once.edits.iter().rev() {
            let words: Vec<u16> = edit.text.encode_utf16().collect();
            units.splice(edit.start as usize..edit.end as usize, words);
        }
        prop_assert_eq!(String::from_utf16(&units).ok(), Some(once.text));
    }
}
