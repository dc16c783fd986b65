//! Longer words, in which a single character is not a word of its own.

use deti::rule::{Checker, Context, Pack, Trial};

const PACK: &str = r#"
pack = "p"
version = "1"
source = "s"
compounds = ["了解", "搭配", "发现", "退烧", "COMPOUND"]
[[context]]
name = "not"
where = "clause"
find = ["(没|别)"]
[[rule]]
id = "r"
level = "warn"
why = { hans = "为", hant = "為", en = "w" }
source = "s"
seed = "s"
unless = ["not"]
bad = { hans = ["您也配", "给您发现金红包"], hant = ["您也配"] }
good = { hans = ["我来帮您搭配", "没发红包"], hant = ["幫您搭配"] }
[[rule.find]]
any = ["您..3配", "退(了|掉)", "发..2(现金|红包)"]
"#;

fn pack(compound: &str) -> String {
    PACK.replace("COMPOUND", compound)
}

#[test]
fn a_single_character_in_a_longer_word_is_no_word() {
    let (pack, problems) = Pack::parse("p", &pack("分别"));
    assert_eq!(problems, []);
    let (checker, problems) = Checker::new(&[pack], &deti::shop::Shop::default());
    assert_eq!(problems, []);
    for (draft, found) in [
        // The same characters, as words and within longer ones.
        ("您也配", &["您也配"][..]),
        ("您不用管，我来搭配", &[]),
        ("我来帮您搭配", &[]),
        ("我來幫您搭 配", &[]),
        ("帮您搭配，您也配", &["您也配"]),
        // A word that lies across the edge shows that the longer one is not meant.
        ("给您发现金红包", &["发现金"]),
        ("我们发现红包少了", &[]),
        // What is doubled or spelled is meant as it stands.
        ("都退了", &["退了"]),
        ("都退了解决", &[]),
        ("退烧贴退掉", &["退掉"]),
        // Contexts are made of words, too.
        ("分别发红包", &["发红包"]),
        ("别发红包", &[]),
    ] {
        let findings = checker.check(draft, &Context::default());
        let words: Vec<&str> = findings.iter().map(|finding| finding.found.as_str()).collect();
        assert_eq!(words, found, "{draft}");
    }
}

#[test]
fn a_compound_that_can_do_nothing_is_refused() {
    for (compound, says) in [
        (
            "咖啡",
            "p:5: the compound `咖啡` has no character that is a word of its own in any phrase, so it does nothing; remove it",
        ),
        ("配", "p:5: the compound `配` needs two characters at least; remove it"),
        (
            "搭(配|上)",
            "p:5: the compound `搭(配|上)` must be plain characters; write each of its forms",
        ),
        (
            "瞭解",
            "p:5: `瞭解` reads like `了解`, which is there already (line 5), in the compounds; remove one of the two",
        ),
    ] {
        let text = pack(compound);
        let trial = Trial::of([("p", text.as_str())]);
        let said: Vec<String> = trial.problems.iter().map(ToString::to_string).collect();
        assert!(said.iter().any(|one| one == says), "{compound}: {said:#?}");
    }
}
