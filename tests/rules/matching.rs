//! The matcher against one that is as slow and as plain as can be.

use deti::pack::Problem;
use deti::rule::{Checker, Context, Pack, Scratch};
use deti::shop::Shop;
use deti::text::fold;
use proptest::prelude::*;

/// Characters that the words and the drafts are made of: few, so that words
/// overlap, and none that has two forms or a sound that a rule asks for.
const FORMS: [char; 5] = ['甲', '乙', '丙', 'x', 'y'];

/// What stands between the characters of a draft: nothing, what is never seen,
/// noise that words run over, and noise that parts them.
const BETWEEN: [&str; 7] = ["", "", "", "\u{200B}", " ", "·*", "😀\n- "];

fn words() -> impl Strategy<Value = Vec<String>> {
    let word = prop::collection::vec(prop::sample::select(&FORMS[..]), 1..5);
    prop::collection::btree_set(word.prop_map(String::from_iter), 1..12)
        .prop_map(|words| words.into_iter().collect())
}

fn drafts() -> impl Strategy<Value = String> {
    let sign = (prop::sample::select(&FORMS[..]), prop::sample::select(&BETWEEN[..]));
    prop::collection::vec(sign, 0..60)
        .prop_map(|signs| signs.iter().map(|(form, between)| format!("{form}{between}")).collect())
}

/// A checker with a rule for each word, named by its number.
fn checker(words: &[String]) -> (Checker, Vec<Problem>) {
    let rule = |(number, word): (usize, &String)| {
        format!(
            "[[rule]]\nid = 'r{number}'\nlevel = 'tip'\nsource = 's'\nseed = 's'\n\
             why = {{ hans = '为', hant = '為', en = 'w' }}\n\
             bad = {{ hans = [], hant = [] }}\ngood = {{ hans = [], hant = [] }}\n\
             [[rule.find]]\nany = ['{word}']\n"
        )
    };
    let rules: String = words.iter().enumerate().map(rule).collect();
    let toml = format!("pack = 'p'\nversion = '1'\nsource = 's'\n{rules}");
    let (pack, problems) = Pack::parse("p.toml", &toml);
    assert_eq!(problems, []);
    Checker::new(&[pack], &Shop::default())
}

/// Where a word stands: at every place it is compared character by character.
/// Letters are not cut out of a longer run, noise of more than three parts a
/// word, and of places that overlap the first counts.
fn places(word: &str, draft: &str) -> Vec<(u32, u32)> {
    let folded = fold(draft);
    let word: Vec<char> = word.chars().collect();
    let mut places = Vec::new();
    let mut from = 0;
    for start in 0..folded.units.len() {
        let end = start + word.len();
        let Some(units) = folded.units.get(start..end) else { break };
        let same = units.iter().map(|unit| unit.form).eq(word.iter().copied());
        let whole = units[1..].iter().all(|unit| unit.noise <= 3);
        let cut = |at: usize| {
            let letter = |unit: usize| {
                folded.units.get(unit).is_some_and(|unit| unit.form.is_ascii_lowercase())
            };
            at > 0 && letter(at - 1) && letter(at) && folded.units[at].noise == 0
        };
        if start >= from && same && whole && !cut(start) && !cut(end) {
            places.push(folded.raw(start, end));
            from = end;
        }
    }
    places
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_matcher_finds_what_a_plain_one_finds(words in words(), draft in drafts()) {
        let (checker, problems) = checker(&words);
        prop_assert_eq!(problems, []);
        let mut expected: Vec<(u32, u32, usize)> = Vec::new();
        for (number, word) in words.iter().enumerate() {
            expected.extend(places(word, &draft).iter().map(|(start, end)| (*start, *end, number)));
        }
        expected.sort_unstable();
        let mut numbers = Vec::new();
        let raw: Vec<u16> = draft.encode_utf16().collect();
        checker.scan_utf16(&raw, &Context::default(), &mut Scratch::default(), &mut numbers);
        let found: Vec<_> = numbers
            .chunks(4)
            .map(|found| (found[0], found[1], found[2] as usize))
            .collect();
        prop_assert_eq!(found, expected);
    }
}
