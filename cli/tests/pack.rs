//! `deti pack`, as it is run: packs that hold, packs that are refused, and
//! files that cannot be read.

use std::path::PathBuf;
use std::process::{Command, Output};

use expect_test::{Expect, expect};
use serde_json::Value;

const HEADER: &str = "pack = \"own\"\nversion = \"1\"\nsource = \"shop\"\n";
const RULE: &str = r#"
[[rule]]
id = "no-gifts"
level = "warn"
why = { hans = "赠品以页面为准。", hant = "贈品以頁面為準。", en = "Gifts are what the page says." }
source = "店规 3"
seed = "店规 3"
rewrite = [ { over = "clause", hans = "赠品以页面为准", hant = "贈品以頁面為準" } ]
bad.hans = ["我给您多塞两包试吃"]
good.hans = ["试吃装在详情页有说明"]
[[rule.find]]
any = ["多塞..6试吃"]
"#;

/// A folder of files, gone with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("deti-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for the test");
        Folder(folder)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).expect("a file for the test");
        path.display().to_string()
    }

    /// What was said, with the folder's name left out.
    fn said(&self, bytes: &[u8]) -> String {
        String::from_utf8_lossy(bytes).replace(&format!("{}/", self.0.display()), "")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn deti(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_deti")).args(arguments).output().expect("the command runs")
}

#[test]
fn the_built_in_packs_are_good() {
    let output = deti(&["pack", "test"]);
    let text = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(text.starts_with("good: ") && text.lines().count() == 1, "{text}");
    let report: Value =
        serde_json::from_slice(&deti(&["pack", "test", "--json"]).stdout).expect("it is JSON");
    assert_eq!((&report["good"], &report["problems"]), (&Value::Bool(true), &Value::Array(vec![])));
    assert!(report["sentences"].as_u64() > Some(400), "{report}");
}

#[test]
fn a_pack_of_replies_is_sent_to_the_command_that_tries_it() {
    let folder = Folder::new("pack-replies");
    let reply = "[[reply]]\nid = \"a\"\ntitle = \"问候\"\nbody = \"您好\"\n";
    let output = deti(&["pack", "test", &folder.file("mine.toml", format!("{HEADER}\n{reply}"))]);
    assert_eq!(output.status.code(), Some(1));
    let said = folder.said(&output.stderr);
    assert_eq!(said, "mine.toml: is a pack of replies; try it with `deti reply check mine.toml`\n");
}

#[test]
fn each_kind_of_file_ends_as_it_should() {
    let folder = Folder::new("pack-files");
    let good = format!("{HEADER}{RULE}");
    let lines = good.replace('\n', "\r\n");
    let wrong = lines.replace("level =", "levle =");
    let marked = format!("\u{FEFF}{good}");
    let table: &[(&str, &[u8], i32, &str)] = &[
        ("good.toml", good.as_bytes(), 0, "good: "),
        ("bom.toml", marked.as_bytes(), 0, "good: "),
        ("crlf.toml", lines.as_bytes(), 0, "good: "),
        ("empty.toml", b"", 1, "empty.toml:1: a pack has no `pack`; write `pack = \"…\"`"),
        ("no.toml", b"pack = \xFF", 2, "no.toml:1: this is no UTF-8; save the file as UTF-8"),
        (
            "crlf-wrong.toml",
            wrong.as_bytes(),
            1,
            "crlf-wrong.toml:7: [[rule]] has no key `levle`; did you mean `level`?",
        ),
        ("syntax.toml", b"pack = \"own\nversion = 1\n", 1, "syntax.toml:1: this is no TOML: "),
    ];
    for (name, bytes, code, said) in table {
        let output = deti(&["pack", "test", &folder.file(name, bytes)]);
        let text = folder.said(&[output.stdout, output.stderr].concat());
        assert_eq!(output.status.code(), Some(*code), "{name}: {text}");
        assert!(text.contains(said), "{name}: {text}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let folder = Folder::new("pack-none");
    let name = folder.0.display().to_string();
    let output = deti(&["pack", "test", &name, "no-such.toml"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains(&format!("{name}: is a folder; name the files in it\n")), "{said}");
    assert!(said.contains("no-such.toml: cannot be read ("), "{said}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
}

/// What is printed, and how it ends.
fn check(folder: &Folder, arguments: &[&str], code: i32, wanted: Expect) {
    let output = deti(arguments);
    let text = folder.said(&output.stdout);
    // The numbers of the built-in packs change with them.
    let lines = text.lines().map(|line| match line.split_once(": ") {
        Some((verdict, _)) if verdict.starts_with("good") || verdict.starts_with("refused") => {
            verdict
        }
        _ => line,
    });
    wanted.assert_eq(&(lines.collect::<Vec<_>>().join("\n") + "\n"));
    assert_eq!(output.status.code(), Some(code));
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let folder = Folder::new("pack-wrong");
    let rule = RULE.replace("\"warn\"", "\"wran\"").replace(
        "[\"多塞..6试吃\"]",
        "[\"多塞..6试吃\", \"多塞..6試吃\", \"{staf}送\"]\nshop = [\"cdo\"]",
    );
    let file = folder.file("own.toml", format!("{HEADER}{rule}"));
    check(
        &folder,
        &["pack", "test", &file],
        1,
        expect![[r#"
            own.toml:7: `wran` is no `level` of [[rule]]; did you mean `warn`?
            own.toml:15: the shop profile has no setting `cdo`; did you mean `cod`?
            own.toml:15: no words are called `staf`; did you mean `staff`?
            own.toml:15: `多塞..6試吃` reads like `多塞..6试吃`, which is there already (line 15); remove one of the two
            refused for 4 problems
        "#]],
    );
}

#[test]
fn files_are_loaded_together() {
    let folder = Folder::new("pack-both");
    let one = folder.file("one.toml", format!("{HEADER}{RULE}"));
    let two = folder.file("two.toml", format!("{HEADER}{RULE}").replace("\"own\"", "\"other\""));
    check(
        &folder,
        &["pack", "test", &one, &two],
        1,
        expect![[r#"
            two.toml:6: the rule `no-gifts` is there already (one.toml:6); rename this one, or change that one in a shop file
            two.toml:15: `多塞..6试吃` is there already (one.toml:15); remove one of the two
            refused for 2 problems
        "#]],
    );
}

#[test]
fn a_file_that_is_given_twice_is_said_once() {
    let folder = Folder::new("pack-twice");
    let one = folder.file("one.toml", format!("{HEADER}{RULE}"));
    let again = folder.0.join("../").join(folder.0.file_name().unwrap()).join("one.toml");
    for second in [one.clone(), again.display().to_string()] {
        check(
            &folder,
            &["pack", "test", &one, &second],
            1,
            expect![[r#"
                one.toml: is given twice; name it once
                refused for 1 problem
            "#]],
        );
    }
}

#[test]
fn a_shop_is_tried_and_its_changes_are_listed() {
    let folder = Folder::new("pack-shop");
    let shop = folder.file(
        "shop.toml",
        "cod = true\n\n[rule.address-form]\nlevel = \"tip\"\n\n[rule.abuse]\nfind = [\"白搭货\"]\n\
         bad.hans = [\"真是白搭货\"]\n",
    );
    check(
        &folder,
        &["pack", "test", "--shop", &shop],
        0,
        expect![[r#"
            changed, line 1: cod = false → cod = true
            changed, line 4: address-form: level warn → tip
            changed, line 7: abuse: phrase + 白搭货
            good
        "#]],
    );
    let wrong = folder.file("wrong.toml", "[rule.adress-form]\nlevel = \"off\"\n");
    check(
        &folder,
        &["pack", "test", "--shop", &wrong],
        1,
        expect![[r#"
            wrong.toml:1: no rule is called `adress-form`; did you mean `address-form`?
            refused for 1 problem
        "#]],
    );
}

#[test]
fn the_rules_are_listed() {
    let folder = Folder::new("pack-list");
    let own = folder.file("own.toml", format!("{HEADER}{RULE}"));
    let output = deti(&["pack", "list", &own]);
    let text = folder.said(&output.stdout);
    assert_eq!(output.status.code(), Some(0));
    assert!(text.lines().count() > 29, "{text}");
    assert_eq!(
        text.lines().last(),
        Some("warn   no-gifts                     1  店规 3  (own.toml)")
    );
}
