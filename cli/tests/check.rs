//! `deti check`, as it is run: what goes in, what comes out, how it ends.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// Runs the command with this on standard input.
fn deti(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_deti"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("its input is open");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("the command ends");
    let _ = writer.join().expect("the writer ends");
    output
}

fn answers(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).expect("the answers are UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("an answer is JSON")).collect()
}

fn complaints(output: &Output) -> Vec<String> {
    String::from_utf8_lossy(&output.stderr).lines().map(str::to_owned).collect()
}

fn corpus() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/corpus/drafts.jsonl"))
}

#[test]
fn an_answer_has_exactly_this_shape() {
    let output = deti(&["check"], r#"{"id":"a","text":"亲，不好意思"}"#.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        text.starts_with(
            r#"{"id":"a","findings":[{"rule":"negative-bu","level":"warn","start":2,"end":6,"found":"不好意思","why":""#
        ),
        "{text}"
    );
    assert!(
        text.ends_with("\"rewrites\":[\"非常抱歉\"]}],\"rewritten\":\"亲，非常抱歉\"}\n"),
        "{text}"
    );
}

#[test]
fn half_a_character_is_read_as_a_sign() {
    let lines = [
        (r#"{"id":1,"text":"\ud83d你"}"#, 1),
        (r#"{"id":2,"text":"亲\ude00\ud83d你"}"#, 3),
        (r#"{"id":3,"text":"\ud83d\ude00你"}"#, 2),
        (r#"{"id":4,"text":"你","buyer":"\ud83d"}"#, 0),
    ];
    let input: Vec<&str> = lines.iter().map(|(line, _)| *line).collect();
    let output = deti(&["check"], input.join("\n").as_bytes());
    assert_eq!((output.status.code(), complaints(&output)), (Some(0), vec![]));
    for (answer, (line, start)) in answers(&output).iter().zip(lines) {
        assert_eq!(answer["findings"][0]["start"], start, "{line}");
        assert_eq!(answer["findings"][0]["found"], "你", "{line}");
    }
}

#[test]
fn offsets_count_utf16_code_units() {
    let output = deti(&["check", "-"], "{\"id\":1,\"text\":\"😀😀你\"}\n".as_bytes());
    let answer = &answers(&output)[0];
    assert_eq!(answer["id"], 1);
    assert_eq!(answer["findings"][0]["start"], 4);
    assert_eq!(answer["findings"][0]["end"], 5);
}

#[test]
fn bad_lines_are_named_and_the_others_answered() {
    let input = [
        "\u{FEFF}{\"id\":\"1\",\"text\":\"您好\"}\r\n".as_bytes(),
        b"\n",
        b"{\"id\":\"3\"}\n",
        b"{\"id\":\"4\",\"id\":\"5\",\"text\":\"a\"}\n",
        b"not json\n",
        b"{\"id\":\"6\",\"text\":7}\n",
        b"{\"id\":\"7\",\"text\":\"\xFF\"}\n",
        b"[\"8\",\"a\",null]\n",
        b"{\"id\":\"9\",\"text\":\"\\ud800\"}\n",
        "{\"id\":\"10\",\"text\":\"在的\"}".as_bytes(),
    ]
    .concat();
    let output = deti(&["check"], &input);
    assert_eq!(output.status.code(), Some(2));
    let ids: Vec<Value> = answers(&output).iter().map(|answer| answer["id"].clone()).collect();
    assert_eq!(ids, ["1", "9", "10"]);
    let said = complaints(&output);
    for (place, (line, what)) in [
        (3, "missing field `text`"),
        (4, "duplicate field `id`; keep one"),
        (5, "one JSON object a line"),
        (6, "`text` and `buyer` are strings"),
        (7, "not UTF-8; save the file as UTF-8"),
        (8, "is a list; a line is an object with \"id\" and \"text\""),
    ]
    .iter()
    .enumerate()
    {
        let complaint = said.get(place).map(String::as_str).unwrap_or_default();
        assert!(complaint.starts_with(&format!("-:{line}: ")), "{line}: {complaint}");
        assert!(complaint.contains(what), "{line}: {complaint}");
    }
    assert_eq!(said.len(), 6, "{said:?}");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let output = deti(&["check", "no-such-file.jsonl", "-"], b"{\"id\":\"1\",\"text\":\"a\"}");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(answers(&output).len(), 1);
    assert!(complaints(&output)[0].starts_with("no-such-file.jsonl: cannot be opened"));
}

#[test]
fn a_folder_is_named_without_a_line() {
    let folder = env!("CARGO_MANIFEST_DIR");
    let output = deti(&["check", folder, "-"], b"{\"id\":\"1\",\"text\":\"a\"}");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(answers(&output).len(), 1);
    assert_eq!(complaints(&output), [format!("{folder}: is a folder; name a file")]);
}

#[test]
fn a_level_can_fail_the_run() {
    let tip = r#"{"id":"1","text":"这款不参加满减，可以看看同系列"}"#.as_bytes();
    let block = r#"{"id":"1","text":"差价您微信转我就好"}"#.as_bytes();
    for (level, input, code) in [
        ("tip", tip, 1),
        ("warn", tip, 0),
        ("block", tip, 0),
        ("warn", block, 1),
        ("block", block, 1),
    ] {
        let output = deti(&["check", "--fail-on", level], input);
        assert_eq!(output.status.code(), Some(code), "{level} {}", String::from_utf8_lossy(input));
    }
}

#[test]
fn plain_lines_are_for_people() {
    let input = "{\"id\":\"1\",\"text\":\"您好\"}\n{\"id\":\"2\",\"text\":\"不行的亲\"}\n";
    let output = deti(&["check", "--plain"], input.as_bytes());
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.starts_with("1  ok     您好\n2  不行的亲\n    warn   negative-bu  「"), "{text}");
    assert!(text.contains("    →  无法帮到您"), "{text}");
}

#[test]
fn the_buyer_may_have_asked_for_it() {
    let line = |buyer: &str| {
        format!("{{\"id\":\"1\",\"text\":\"这单我先给您关了\",\"buyer\":\"{buyer}\"}}")
    };
    let findings = |buyer: &str| {
        answers(&deti(&["check"], line(buyer).as_bytes()))[0]["findings"].as_array().map(Vec::len)
    };
    assert_eq!(findings("帮我取消订单吧"), Some(0));
    assert_eq!(findings("什么时候发货"), Some(1));
}

#[test]
fn packs_and_shops_are_read_from_files() {
    let folder = std::env::temp_dir().join(format!("deti-check-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("a file for the test");
        path.display().to_string()
    };
    let pack = write(
        "own.toml",
        "pack = \"own\"\nversion = \"1\"\nsource = \"shop\"\n[[rule]]\nid = \"own\"\nlevel = \"warn\"\n\
         why = { hans = \"a\", hant = \"a\", en = \"a\" }\nsource = \"s\"\nseed = \"s\"\n\
         bad = { hans = [\"有蓝莓干\"] }\ngood = { hans = [\"有红枣\"] }\n\
         rewrite = [ { hans = \"果干\", hant = \"果乾\" } ]\n\
         [[rule.find]]\nany = [\"蓝莓干\"]\n",
    );
    let broken = write("broken.toml", "pack = \"own\"\nversion = \"1\"\nlevels = 3\n");
    let shop = write("shop.toml", "cod = true\n");
    let wrong = write("wrong.toml", "cash = true\n");
    let own = deti(&["check", "--pack", &pack], r#"{"id":"1","text":"蓝莓干"}"#.as_bytes());
    assert_eq!(answers(&own)[0]["findings"][0]["rule"], "own");
    let cod = r#"{"id":"1","text":"支持货到付款的"}"#.as_bytes();
    assert_eq!(answers(&deti(&["check"], cod))[0]["findings"].as_array().map(Vec::len), Some(1));
    let offered = deti(&["check", "--shop", &shop], cod);
    assert_eq!(answers(&offered)[0]["findings"].as_array().map(Vec::len), Some(0));
    for (option, file, said) in [
        ("--pack", &broken, ":3: a pack has no key `levels`"),
        ("--shop", &wrong, ":1: a shop file has no key `cash`"),
    ] {
        let output = deti(&["check", option, file], b"");
        assert_eq!(output.status.code(), Some(2));
        let complaints = complaints(&output);
        assert!(complaints.iter().any(|line| line.contains(said)), "{complaints:?}");
    }
    std::fs::remove_dir_all(&folder).expect("the folder goes away");
}

#[test]
fn a_reader_that_leaves_is_no_accident() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_deti"))
        .arg("check")
        .arg(corpus())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn the_corpus_is_answered_line_by_line() {
    let corpus = corpus();
    let output = deti(&["check", &corpus.display().to_string()], b"");
    assert_eq!(output.status.code(), Some(0));
    let text = std::fs::read_to_string(&corpus).expect("the corpus is there");
    let ids: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("a draft is JSON")["id"].clone())
        .collect();
    let answered: Vec<Value> = answers(&output).iter().map(|answer| answer["id"].clone()).collect();
    assert_eq!(answered, ids);
}
