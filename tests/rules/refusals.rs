//! What a pack is refused for: one row for each way to write one wrong. Every
//! row is the same good pack with one thing changed.

use deti::rule::Trial;

const GOOD: &str = r#"pack = "own"
version = "1.0.0"
source = "店规"
allow = ["试吃装"]

[words]
goodies = ["试吃", "小样"]

[[context]]
name = "listed"
where = "clause"
find = ["详情页"]

[[rule]]
id = "no-gifts"
level = "warn"
why = { hans = "赠品以页面为准。", hant = "贈品以頁面為準。", en = "Gifts are what the page says." }
source = "店规 3"
seed = "店规 3"
unless = ["listed"]
rewrite = [ { over = "clause", hans = "赠品以页面为准", hant = "贈品以頁面為準" } ]
bad.hans = ["我给您多塞两包小样"]
bad.hant = ["我偷偷送您小樣"]
good.hans = ["小样怎么送，详情页有说明"]
good.hant = ["試吃裝在第二層"]
[[rule.find]]
any = ["多塞..6{goodies}", "偷偷(送|给)..4{goodies}"]
views = ["pinyin"]
"#;

/// What is changed, into what; where it is refused and what is said.
const ROWS: &[(&str, &str, &[&str])] = &[
    // Sentences.
    (
        "我给您多塞两包小样",
        "我给您多带两包小样",
        &["22: `no-gifts` does not find `我给您多带两包小样`; widen a phrase"],
    ),
    (
        "小样怎么送，详情页有说明",
        "多塞一包小样",
        &[
            "24: `no-gifts` finds `多塞一包小样` in `多塞一包小样`, which it is to leave alone; add an exception",
        ],
    ),
    (
        "bad.hans = [\"我给您多塞两包小样\"]\nbad.hant = [\"我偷偷送您小樣\"]\n",
        "",
        &["15: no sentence shows what `no-gifts` finds; write `bad.hans` and `bad.hant`"],
    ),
    (
        "\"試吃裝在第二層\"",
        "\"試吃裝在第二層\", \"試吃裝在第二層\"",
        &["25: the sentence `試吃裝在第二層` is there already (line 25); remove one of the two"],
    ),
    // Rewrites.
    (
        "hans = \"赠品以页面为准\"",
        "hans = \"不好意思，赠品以页面为准\"",
        &[
            "21: the rewrite `不好意思，赠品以页面为准` is itself found by `negative-bu` (`不好意思`); word it another way",
            "22: `我给您多塞两包小样` is rewritten as `不好意思，赠品以页面为准`, where `negative-bu` finds `不好意思`",
            "23: `我偷偷送您小樣` is rewritten as `不好意思，赠品以页面为准`, where `negative-bu` finds `不好意思`",
        ],
    ),
    (
        "hant = \"贈品以頁面為準\" } ]",
        "hant = \"赠品以页面为准\" } ]",
        &["21: `hant` is traditional, but `赠品以页面为准` has `赠`"],
    ),
    (
        "hans = \"赠品以页面为准\", hant",
        "hans = \"贈品以页面为准\", hant",
        &["21: `hans` is simplified, but `贈品以页面为准` has `贈`"],
    ),
    (
        "hans = \"赠品以页面为准\", hant",
        "hans = \"{3}以页面为准\", hant",
        &["21: `{3}` in `{3}以页面为准` stands for nothing"],
    ),
    (
        "rewrite = [ { over = \"clause\", hans = \"赠品以页面为准\", hant = \"贈品以頁面為準\" } ]\n",
        "",
        &["26: what `no-gifts` finds here has no rewrite; write what the agent can say instead"],
    ),
    // Phrases that can never match.
    (
        "\"多塞..6{goodies}\"",
        "\"～♪\"",
        &["27: `～♪` in `～♪` is only signs, which are not read, and can never match; write words"],
    ),
    (
        "\"多塞..6{goodies}\"",
        "\"多塞$$..6{goodies}\"",
        &[
            "27: `多塞$$..6{goodies}` can never match: nothing stands after the end of the draft; write `$$` last",
        ],
    ),
    (
        "\"多塞..6{goodies}\"",
        "\"多塞..6^^{goodies}\"",
        &[
            "27: `多塞..6^^{goodies}` can never match: nothing stands before the start of the draft; write `^^` first",
        ],
    ),
    (
        "\"多塞..6{goodies}\"",
        "\"..6{goodies}\"",
        &["27: `..6{goodies}` begins with a gap, which reaches for nothing; begin with a word"],
    ),
    (
        "\"多塞..6{goodies}\"",
        "\"多塞..6{goodies}\", \"试吃装\"",
        &[
            "25: `no-gifts` finds `試吃裝` in `試吃裝在第二層`, which it is to leave alone; add an exception",
        ],
    ),
    ("\"多塞..6{goodies}\"", "\"多塞..6{goodies}\", \"多带试吃装\"", &[]),
    (
        "\"多塞..6{goodies}\"",
        "\"多塞..6{goodies}\", \"(多塞\"",
        &["27: `(多塞` opens a group; close it with `)`"],
    ),
    (
        "\"多塞..6{goodies}\"",
        "\"多塞..6{goody}\"",
        &["27: no words are called `goody`; did you mean `goodies`?"],
    ),
    (
        "goodies = [\"试吃\", \"小样\"]",
        "goodies = []",
        &["7: the words `goodies` are none; write some, or remove the name"],
    ),
    (
        "goodies = [\"试吃\", \"小样\"]",
        "goodies = [\"试吃\", \"小样\", \"{goodies}\"]",
        &["7: the words `goodies` are made of themselves here"],
    ),
    (
        "goodies = [\"试吃\", \"小样\"]",
        "goodies = [\"试吃\", \"小样\", \"小樣\"]",
        &[
            "7: `小樣` reads like `小样`, which is there already (line 7), in the words `goodies`; remove one of the two",
        ],
    ),
    (
        "goodies = [",
        "n = [\"三\"]\ngoodies = [",
        &["7: `{n}` has a meaning already; rename these words"],
    ),
    (
        "\"多塞..6{goodies}\"",
        "\"多塞..6{goodies}\", \"。\"",
        &["27: `。` is only signs, which stand everywhere; write words"],
    ),
    (
        "\"多塞..6{goodies}\"",
        "\"多塞..6{goodies}\", \"!!!\"",
        &["27: `!!!` is only signs, which stand everywhere; write words"],
    ),
    ("\"多塞..6{goodies}\"", "\"多塞..6{goodies}\", \"\\u0000\"", &["27: `\u{0}` in"]),
    (
        "\"多塞..6{goodies}\"",
        "\"多塞..6{goodies}\", \"另外送..6\"",
        &["27: `另外送..6` ends with a gap, which reaches for nothing; end with a word"],
    ),
    // What another phrase finds already; what is spelled is heard in long words.
    ("\"多塞..6{goodies}\"", "\"多塞..6{goodies}\", \"多塞两包小样\"", &[]),
    (
        "any = [\"多塞..6{goodies}\", \"偷偷(送|给)..4{goodies}\"]\nviews = [\"pinyin\"]",
        "any = [\"多塞..6{goodies}\", \"偷偷(送|给)..4{goodies}\", \"多塞两包小样\"]",
        &[
            "27: `多塞两包小样` adds nothing: `多塞..6{goodies}` (line 27) finds all that it finds; remove it",
        ],
    ),
    (
        "any = [\"多塞..6{goodies}\", \"偷偷(送|给)..4{goodies}\"]\nviews = [\"pinyin\"]",
        "any = [\"多塞..6{goodies}\", \"多塞..4试吃\", \"偷偷(送|给)..4{goodies}\"]",
        &["27: `多塞..4试吃` adds nothing: `多塞..6{goodies}` (line 27)"],
    ),
    (
        "any = [\"多塞..6{goodies}\", \"偷偷(送|给)..4{goodies}\"]\nviews = [\"pinyin\"]",
        "any = [\"多塞..6{goodies}\", \"多塞..8试吃\", \"偷偷(送|给)..4{goodies}\"]",
        &[],
    ),
    (
        "any = [\"多塞..6{goodies}\", \"偷偷(送|给)..4{goodies}\"]\nviews = [\"pinyin\"]",
        "any = [\"多塞..6{goodies}$\", \"多塞..6试吃\", \"偷偷(送|给)..4{goodies}\"]",
        &[],
    ),
    (
        "any = [\"多塞..6{goodies}\", \"偷偷(送|给)..4{goodies}\"]\nviews = [\"pinyin\"]",
        "any = [\"多塞..6{goodies}\", \"多塞.,6试吃\", \"偷偷(送|给)..4{goodies}\"]",
        &[],
    ),
    // The words alone are replaced: whoever finds other words says something else.
    (
        "any = [\"多塞..6{goodies}\", \"偷偷(送|给)..4{goodies}\"]\nviews = [\"pinyin\"]",
        "any = [\"多塞..6{goodies}\", \"偷偷(送|给)..4{goodies}\", \"塞两包小样\", \"两包小样\"]\nrewrite = [ { hans = \"另外说明\", hant = \"另外說明\" } ]",
        &[],
    ),
    (
        "any = [\"多塞..6{goodies}\", \"偷偷(送|给)..4{goodies}\"]\nviews = [\"pinyin\"]",
        "any = [\"多塞..6{goodies}\", \"偷偷(送|给)..4{goodies}\", \"多塞小样\"]\nrewrite = [ { hans = \"另外说明\", hant = \"另外說明\" } ]",
        &["27: `多塞小样` adds nothing: `多塞..6{goodies}` (line 27)"],
    ),
    // Conditions.
    (
        "unless = [\"listed\"]\n",
        "",
        &["9: no rule asks for the context `listed`; name it in `unless` or `with`, or remove it"],
    ),
    (
        "unless = [\"listed\"]",
        "unless = [\"listed\"]\nviews = [\"pinyin\"]",
        &["15: every find names views of its own; leave those of the rule out"],
    ),
    (
        "views = [",
        "shop = [\"cod\", \"!cod\"]\nviews = [",
        &["27: `cod` and `!cod` can never both stand; remove one of the two"],
    ),
    (
        "views = [",
        "shop = [\"sevenday\"]\nviews = [",
        &["27: the shop profile has no setting `sevenday`; did you mean `seven-day`?"],
    ),
    (
        "views = [",
        "with = [\"listed\"]\nviews = [",
        &[
            "27: `listed` is asked for in `with` and excuses in `unless`: nothing is ever found; remove one of the two",
        ],
    ),
    (
        "unless = [\"listed\"]",
        "unless = [\"liste\"]",
        &["15: no context is called `liste`; did you mean `listed`?"],
    ),
    (
        "find = [\"详情页\"]",
        "find = []",
        &["9: the context `listed` has no phrases and can never stand; write them under `find`"],
    ),
    (
        "where = \"clause\"\nfind",
        "where = \"draft\"\nreach = 4\nfind",
        &[
            "9: `reach` of the context `listed` does nothing here; it is for \"before\", \"after\", \"clause\" and \"sentence\"",
        ],
    ),
    // Views.
    (
        "any = [\"多塞..6{goodies}\", \"偷偷(送|给)..4{goodies}\"]\nviews",
        "any = [\"vip\"]\nviews",
        &["27: no word here has two characters with a sound; leave `views` out"],
    ),
    (
        "views = [\"pinyin\"]",
        "views = [\"pinyin\", \"sound\"]",
        &["27: `sound` hears what is spelled in pinyin too; leave `pinyin` out"],
    ),
    (
        "views = [\"pinyin\"]",
        "views = [\"sound\"]",
        &["27: words of two characters are only heard as pinyin; write \"pinyin\""],
    ),
    // What stands twice.
    (
        "goodies = [",
        "staff = [\"我\"]\ngoodies = [",
        &["7: the words `staff` are in known.toml already; rename these"],
    ),
    (
        "\"多塞..6{goodies}\"",
        "\"多塞..6{goodies}\", \"多塞..6{goodies}\"",
        &["27: `多塞..6{goodies}` is there already (line 27); remove one of the two"],
    ),
    (
        "(送|给)",
        "(送|给|送)",
        &[
            "27: `送` stands twice in a group of `偷偷(送|给|送)..4{goodies}`; remove one of the two",
        ],
    ),
    (
        "\"多塞..6{goodies}\"",
        "\"多塞..6{goodies}\", \"多给您塞\", \"给您塞\"",
        &[
            "27: `多给您塞` holds `给您塞` (line 27), which is found already, so it adds nothing; remove it, or write `(多)?给您塞` to mark the longer words too",
        ],
    ),
    // Reasons of other shops.
    (
        "source = \"店规 3\"",
        "why-in = [ { shop = [\"cdo\"], hans = \"好。\", hant = \"好。\", en = \"Yes.\" } ]\nsource = \"店规 3\"",
        &["18: the shop profile has no setting `cdo`; did you mean `cod`?"],
    ),
    (
        "source = \"店规 3\"",
        "why-in = [ { hans = \"好。\", hant = \"好。\" } ]\nsource = \"店规 3\"",
        &[
            "18: `{ shop = [\"…\"], hans = \"…\", … }` has no `shop`; write `shop = [\"…\"]`",
            "18: `{ shop = [\"…\"], hans = \"…\", … }` has no `en`; write `en = \"…\"`",
        ],
    ),
    // Names of keys and values.
    (
        "level = \"warn\"",
        "levle = \"warn\"",
        &[
            "14: [[rule]] has no `level`; write `level = \"warn\"`",
            "16: [[rule]] has no key `levle`; did you mean `level`?",
        ],
    ),
    (
        "level = \"warn\"",
        "level = \"blok\"",
        &["16: `blok` is no `level` of [[rule]]; did you mean `block`?"],
    ),
    (
        "views = [\"pinyin\"]",
        "views = [\"pinyn\"]",
        &["28: `pinyn` is no `views` of [[rule.find]]; did you mean `pinyin`?"],
    ),
    (
        "where = \"clause\"",
        "where = \"claus\"",
        &["11: `claus` is no `where` of [[context]]; did you mean `clause`?"],
    ),
    (
        "over = \"clause\"",
        "over = \"sentense\"",
        &[
            "21: `sentense` is no `over` of `{ hans = \"…\", hant = \"…\" }`; did you mean `sentence`?",
        ],
    ),
    (
        "any = [\"多塞",
        "any = [3, \"多塞",
        &["27: `any` of [[rule.find]] has strings in quotes only"],
    ),
    ("version = \"1.0.0\"\n", "", &["1: a pack has no `version`; write `version = \"…\"`"]),
    ("level = \"warn\"", "level = warn", &["16: this is no TOML: "]),
    // Ids.
    (
        "id = \"no-gifts\"",
        "id = \"No goody\"",
        &["15: `No goody` is no id; an id is small letters, digits and hyphens: `no-gifts`"],
    ),
    (
        "id = \"no-gifts\"",
        "id = \"negative-bu\"",
        &["15: the rule `negative-bu` is there already (known.toml:9)"],
    ),
    (
        "pack = \"own\"",
        "pack = \"known\"",
        &["1: a pack in known.toml is called `known` too; rename one"],
    ),
];

/// A pack that is there already.
const KNOWN: &str = r#"pack = "known"
version = "1.0.0"
source = "售前客服手册"

[words]
staff = ["我", "客服"]

[[rule]]
id = "negative-bu"
level = "warn"
why = { hans = "说无法。", hant = "說無法。", en = "Say 无法." }
source = "二(7)"
seed = "二(7)"
rewrite = [ { hans = "非常抱歉", hant = "非常抱歉" } ]
bad.hans = ["不好意思，让您久等了"]
good.hans = ["非常抱歉"]
[[rule.find]]
any = ["不好意思"]
"#;

fn said(text: &str) -> Vec<String> {
    let known = Trial::of([("known.toml", KNOWN)]);
    assert_eq!(known.problems, []);
    let trial = Trial::beside(known.packs, [("own.toml", text)]);
    trial.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn the_good_pack_is_good() {
    assert_eq!(said(GOOD), [""; 0]);
}

#[test]
fn each_way_to_write_a_pack_wrong_is_refused_and_told_how_to_mend() {
    let mut wrong = Vec::new();
    for (before, after, wanted) in ROWS {
        assert!(GOOD.contains(before), "{before}");
        let said = said(&GOOD.replacen(before, after, 1));
        let as_wanted = |line: &String| {
            wanted.iter().any(|wanted| line.starts_with(&format!("own.toml:{wanted}")))
        };
        let all = wanted
            .iter()
            .all(|wanted| said.iter().any(|line| line.starts_with(&format!("own.toml:{wanted}"))));
        // A row that shows something on the way says so; more is too much.
        if !all || !said.iter().all(as_wanted) {
            wrong.push(format!("{before} → {after}\n    {}", said.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let text = GOOD
        .replace("level = \"warn\"", "level = \"blok\"")
        .replace("unless = [\"listed\"]", "unless = [\"liste\"]")
        .replacen("\"试吃\", \"小样\"", "\"试吃\", \"小样\", \"试吃\"", 1);
    let lines: Vec<String> =
        said(&text).iter().filter_map(|line| line.split(':').nth(1).map(str::to_owned)).collect();
    assert_eq!(lines, ["7", "15", "16"]);
}

/// A broad phrase is said once, where it stands, with some of what it finds.
#[test]
fn a_broad_phrase_is_said_once_at_its_own_line() {
    let entry = |number: usize| {
        format!(
            "{{ over = \"clause\", hans = \"好的，第{number}步\", hant = \"好的，第{number}步\" }}"
        )
    };
    let entries: Vec<String> = (10..60).map(entry).collect();
    let known = KNOWN.replace("{ hans = \"非常抱歉\", hant = \"非常抱歉\" }", &entries.join(", "));
    let known = Trial::of([("known.toml", known.as_str())]);
    assert_eq!(known.problems, []);
    let own = GOOD.replace("\"多塞..6{goodies}\"", "\"多塞..6{goodies}\",\n\"好的\"");
    let trial = Trial::beside(known.packs, [("own.toml", own.as_str())]);
    let said: Vec<String> = trial.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "own.toml:28: `好的` finds 50 rewrites of other rules: `好的，第10步`, `好的，第11步`, `好的，第12步` and 47 more; narrow it, or add an exception"
        ]
    );
}

#[test]
fn a_file_that_is_given_twice_is_named() {
    let trial = Trial::of([("own.toml", GOOD), ("own.toml", GOOD)]);
    let said: Vec<String> = trial.problems.iter().map(ToString::to_string).collect();
    assert_eq!(said, ["own.toml: is given twice; name it once"]);
}

#[test]
fn a_shop_file_says_what_it_changes_nothing_with() {
    let known = Trial::of([("known.toml", KNOWN)]);
    for (shop, wanted) in [
        ("[rule.negative-bu]\nlevel = \"tip\"\n", ""),
        (
            "[rule.negative-bu]\nlevel = \"warn\"\n",
            "shop.toml:2: the level of `negative-bu` is `warn` already; leave the line out",
        ),
    ] {
        let trial = known.clone().in_shop("shop.toml", shop);
        let said: Vec<String> = trial.problems.iter().map(ToString::to_string).collect();
        assert_eq!(said.join("\n"), wanted);
    }
}
