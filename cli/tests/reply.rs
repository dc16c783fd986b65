//! `deti reply`, as it is run.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use expect_test::{Expect, expect};

/// A folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("reply-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn deti(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_deti"))
        .arg("reply")
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the command runs")
}

fn says(output: &Output, code: i32, table: Expect) {
    let said = [&output.stdout[..], &output.stderr[..]].concat();
    table.assert_eq(&String::from_utf8_lossy(&said));
    assert_eq!(output.status.code(), Some(code));
}

#[test]
fn a_table_becomes_a_pack_and_the_pack_a_workbook_and_a_table_again() {
    let folder = folder("convert");
    let table = "\u{FEFF}文件夹,标题,缩写,内容\r\n售前,发票,fp,\"您好，\n会开{item}的发票\"\r\n";
    std::fs::write(folder.join("a.csv"), table).expect("a file");
    says(
        &deti(&folder, &["convert", "a.csv", "b.toml"]),
        0,
        expect![[r#"
        a.csv: 1 reply (the table, UTF-8 with a byte order mark)
        b.toml: 1 reply (the pack, UTF-8)
    "#]],
    );
    says(
        &deti(&folder, &["convert", "b.toml", "c.xlsx"]),
        0,
        expect![[r#"
        b.toml: 1 reply (the pack, UTF-8)
        c.xlsx: 1 reply (the workbook)
    "#]],
    );
    says(
        &deti(&folder, &["convert", "c.xlsx", "d.csv"]),
        0,
        expect![[r#"
        c.xlsx: 1 reply (the workbook)
        d.csv: 1 reply (the table, UTF-8 with a byte order mark)
    "#]],
    );
    let back = std::fs::read_to_string(folder.join("d.csv")).expect("the table");
    assert_eq!(back, table);
}

#[test]
fn the_built_in_replies_go_to_every_tool_and_come_back() {
    let folder = folder("all");
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/../packs/replies/handbook.toml");
    std::fs::copy(pack, folder.join("a.toml")).expect("a copy");
    for (to, name) in [
        ("qianniu", "q.csv"),
        ("keehoo", "k.csv"),
        ("text-blaze", "t.json"),
        ("espanso", "e.yml"),
        ("excel", "x.xlsx"),
    ] {
        let output = deti(&folder, &["convert", "a.toml", name, "--to", to, "--script", "hant"]);
        assert_eq!(output.status.code(), Some(0), "{to}: {output:?}");
        let output = deti(&folder, &["convert", name, "back.toml"]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("back.toml: 35 replies"), "{to}: {said}");
    }
    says(
        &deti(&folder, &["convert", "a.toml", "k.csv", "--to", "keehoo", "--dry-run"]),
        0,
        expect![[r#"
            a.toml: 35 replies (the pack, UTF-8)
            k.csv: 35 replies have two scripts; KeeHoo holds one: the simplified is written
            k.csv: 35 replies have tags that KeeHoo cannot hold
            k.csv: 35 replies have a source; KeeHoo holds none
            k.csv: nothing written; it would be KeeHoo, UTF-8 with a byte order mark
        "#]],
    );
}

#[test]
fn what_cannot_be_taken_is_said_with_its_line() {
    let folder = folder("refused");
    std::fs::write(folder.join("a.csv"), "标题,内容,截止日期\n一,好,2026-11-11\n二,好,明天\n")
        .expect("a file");
    says(
        &deti(&folder, &["convert", "a.csv", "b.yml"]),
        1,
        expect![[r#"
        a.csv:3: `明天` is no day; write it as 2026-11-08
        a.csv: 1 reply (the table, UTF-8)
        b.yml: 1 reply has first or last days; Espanso holds none
        b.yml: 1 reply (Espanso, UTF-8)
    "#]],
    );
    says(
        &deti(&folder, &["convert", "a.csv", "b.toml", "--encoding", "gb18030"]),
        2,
        expect![[r#"
            --encoding is for tables of text; the pack has its own, leave it out
        "#]],
    );
    says(
        &deti(&folder, &["convert", "a.csv", "a.csv"]),
        2,
        expect![[r#"
        a.csv: is the file that is read; name another to write
    "#]],
    );
    says(
        &deti(&folder, &["convert", "none.csv", "b.yml"]),
        2,
        expect![[r#"
        none.csv: cannot be read; check the name: No such file or directory (os error 2)
    "#]],
    );
    says(
        &deti(&folder, &["convert", "a.csv", "b"]),
        2,
        expect![[r#"
        b: its name says no format; give one with --to
    "#]],
    );
}

#[test]
fn a_check_says_what_an_import_would_do_row_by_row() {
    let folder = folder("check");
    let rows = "文件夹,标题,缩写,内容\n\
本店,新的,xd,这是新的{item}\n\
本店,同义,ty,您是要退货还是换货？\n\
本店,又一次,,这是新的{item}\n\
本店,改过,gg1,现在这样说\n\
本店,空的,kk,\n";
    std::fs::write(folder.join("a.csv"), rows).expect("a file");
    let own = "文件夹,标题,缩写,内容\n本店,改过,gg1,从前这样说\n";
    std::fs::write(folder.join("own.csv"), own).expect("a file");
    says(
        &deti(&folder, &["check", "a.csv", "--own", "own.csv"]),
        1,
        expect![[r#"
            a.csv: 4 replies (the table, UTF-8)
                 2  new        新的 — `xd` is “下单步骤” already
                 3  duplicate  同义 — says the same as “退换一确认”
                 4  duplicate  又一次 — says the same as line 2
                 5  changed    改过 — words
                    - 从前这样说
                    + 现在这样说
            a.csv:6: says nothing; write the reply's words
            1 new, 1 changed, 2 duplicate, 1 refused
        "#]],
    );
}

#[test]
fn a_check_names_the_script_whose_words_would_stay_as_they_were() {
    let folder = folder("check-scripts");
    let own = "文件夹,标题,内容,繁体标题,繁体内容\n本店,发货,两天内发货,發貨,兩天內發貨\n";
    std::fs::write(folder.join("own.csv"), own).expect("a file");
    let rows = "文件夹,标题,内容,繁体标题,繁体内容\n本店,发货,三天内发货,,\n";
    std::fs::write(folder.join("one.csv"), rows).expect("a file");
    says(
        &deti(&folder, &["check", "one.csv", "--own", "own.csv"]),
        0,
        expect![[r#"
            one.csv: 1 reply (the table, UTF-8)
                 2  changed    发货 — words
                    - 两天内发货
                    + 三天内发货
                    ! the traditional words stay as they were
            0 new, 1 changed, 0 duplicate, 0 refused
        "#]],
    );
    let rows = "文件夹,标题,内容,繁体标题,繁体内容\n本店,发货,三天内发货,,三天內發貨\n";
    std::fs::write(folder.join("both.csv"), rows).expect("a file");
    let both = deti(&folder, &["check", "both.csv", "--own", "own.csv"]);
    assert!(!String::from_utf8_lossy(&both.stdout).contains("as they were"));
}

/// What is missing among the own replies is said, and the others are searched.
#[test]
fn own_replies_of_which_some_cannot_be_taken_are_searched_and_said() {
    let folder = folder("search-some");
    let long = format!("标题,内容\n长,{}\n短,发票抬头\n", "长".repeat(4_500));
    std::fs::write(folder.join("long.csv"), long).expect("a file");
    let keehoo =
        "分类,标题,内容,简拼,图片路径\n默认,图,,tu,C:\\a.png\n默认,空,,kk,\n默认,短,发票抬头,dd,\n";
    std::fs::write(folder.join("keehoo.csv"), keehoo).expect("a file");
    let ask = ["--plain", "--most", "1", "发票抬头", "--own"];
    let search = |own| deti(&folder, &[&["search"][..], &ask, &[own]].concat());
    says(
        &search("long.csv"),
        2,
        expect![[r#"
        own-0  短: 【发票抬头】
        long.csv:2: has 4500 characters, more than any console sends; split it
    "#]],
    );
    says(
        &search("keehoo.csv"),
        0,
        expect![[r#"
        own-0 默认 短: 【发票抬头】
        keehoo.csv:2: is only a picture (C:\a.png), which Deti does not hold
        keehoo.csv:3: says nothing; write the reply's words
    "#]],
    );
    std::fs::write(folder.join("a.csv"), "标题,内容\n新,这是新的\n").expect("a file");
    let against = |own| deti(&folder, &["check", "a.csv", "--own", own]);
    says(
        &against("long.csv"),
        2,
        expect![[r#"
        a.csv: 1 reply (the table, UTF-8)
             2  new        新
        1 new, 0 changed, 0 duplicate, 0 refused
        long.csv:2: has 4500 characters, more than any console sends; split it
    "#]],
    );
    says(
        &against("keehoo.csv"),
        0,
        expect![[r#"
        a.csv: 1 reply (the table, UTF-8)
             2  new        新
        1 new, 0 changed, 0 duplicate, 0 refused
        keehoo.csv:2: is only a picture (C:\a.png), which Deti does not hold
        keehoo.csv:3: says nothing; write the reply's words
    "#]],
    );
}

#[test]
fn a_search_marks_what_it_found_and_says_when_it_found_nothing() {
    let folder = folder("search");
    let own = "文件夹,标题,缩写,内容\r\n售前,🍓发票抬头,fptt,麻烦您发一下抬头\r\n";
    std::fs::write(folder.join("own.csv"), own).expect("a file");
    let search = |rest: &[&str]| {
        let arguments: Vec<&str> =
            ["search", "--own", "own.csv"].iter().chain(rest).copied().collect();
        deti(&folder, &arguments)
    };
    says(
        &search(&["--most", "1", "fapiaotaitou"]),
        0,
        expect![[r#"
        {"id":"own-0","rank":60,"folder":"售前","title":"🍓发票抬头","titleHits":[[2,6]],"abbreviation":"fptt","body":"麻烦您发一下抬头","bodyHits":[]}
    "#]],
    );
    says(
        &search(&["--plain", "--most", "1", "@shouqian", "發票抬頭"]),
        0,
        expect![[r#"
        own-0 售前 🍓【发票抬头】: 麻烦您发一下抬头
    "#]],
    );
    says(
        &search(&["--plain", "--most", "1", "fapaiotaitou"]),
        0,
        expect![[r#"
        own-0 售前 🍓【发票抬头】: 麻烦您发一下抬头
    "#]],
    );
    says(&search(&["月亮上的人"]), 1, expect![[""]]);
    let missing = deti(&folder, &["search", "--own", "none.csv", "发票"]);
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn own_replies_that_cannot_all_be_read_are_not_searched() {
    let folder = folder("search-broken");
    std::fs::write(folder.join("own.json"), "{\"version\":1,").expect("a file");
    let output = deti(&folder, &["search", "发票", "--own", "own.json"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.starts_with("own.json"), "{said}");
    assert!(output.stdout.is_empty());
}

#[test]
fn the_words_of_built_in_replies_and_of_named_files_are_converted_in_full() {
    let folder = folder("with");
    let pack = |replies: &[(&str, &str)]| {
        let head = "pack = \"店铺\"\nversion = \"1\"\nsource = \"店铺\"\n".to_owned();
        replies.iter().fold(head, |pack, (id, body)| {
            pack + &format!("\n[[reply]]\nid = \"{id}\"\ntitle = \"{id}\"\nbody = \"{body}\"\n")
        })
    };
    let own = [("a", "{snippet:welcome-back}"), ("b", "好的，{snippet:shop-bye}")];
    std::fs::write(folder.join("own.toml"), pack(&own)).expect("a file");
    std::fs::write(folder.join("shop.toml"), pack(&[("shop-bye", "再见")])).expect("a file");
    let to = ["convert", "own.toml", "out.csv", "--to", "qianniu", "--encoding", "utf8"];
    says(
        &deti(&folder, &to),
        0,
        expect![[r#"
        own.toml: 2 replies (the pack, UTF-8)
        out.csv: 2 replies have a title; 千牛 holds none
        out.csv: 1 reply has fields; 千牛 holds none: they stand as {name}
        out.csv: 1 reply takes in another reply's words; 千牛 gets them in full
        out.csv: 1 reply takes in replies that are nowhere, or that take in themselves: shop-bye
        out.csv: 2 replies (千牛, UTF-8)
    "#]],
    );
    let with = [&to[..], &["--with", "shop.toml"]].concat();
    says(
        &deti(&folder, &with),
        0,
        expect![[r#"
        own.toml: 2 replies (the pack, UTF-8)
        out.csv: 2 replies have a title; 千牛 holds none
        out.csv: 2 replies take in another reply's words; 千牛 gets them in full
        out.csv: 2 replies (千牛, UTF-8)
    "#]],
    );
    let out = std::fs::read_to_string(folder.join("out.csv")).expect("the file");
    expect![[r#"
        最初3行的内容请勿改动！！！
        Deti
        分组,快捷编码,内容,图片名,程序数据（手工新增词条时，本字段留空即可）
        ,,您好，欢迎您再次光临，很高兴又能为您服务。这次想看些什么，您跟我说一声就好。,,
        ,,好的，再见,,
    "#]]
    .assert_eq(&out.replace('\r', ""));
    let none = [&to[..], &["--with", "none.toml"]].concat();
    assert_eq!(deti(&folder, &none).status.code(), Some(2));
}
