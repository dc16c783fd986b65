//! What is written, and what is said about what a format cannot hold.

use deti::day::Day;
use deti::reply::{Reply, Wording};
use deti::text::Script;
use deti_formats::{Encoding, Format, How, write};
use expect_test::{Expect, expect};

fn replies() -> Vec<Reply> {
    vec![
        Reply {
            id: "invoice".to_owned(),
            folder: Wording { hans: "支付发票".to_owned(), hant: "支付發票".to_owned() },
            title: Wording { hans: "开发票".to_owned(), hant: "開發票".to_owned() },
            pinyin: "kai fa piao".to_owned(),
            abbreviation: "fp".to_owned(),
            tags: vec!["专票".to_owned(), "抬头".to_owned()],
            body: Wording {
                hans: "{buyer}您好，发票会在{date+3}前寄出。\n抬头：{抬头:个人}".to_owned(),
                hant: "{buyer}您好，發票會在{date+3}前寄出。\n抬頭：{抬頭:個人}".to_owned(),
            },
            valid_until: Day::new(2026, 11, 11),
            source: "售前手册 一(1)".to_owned(),
            ..Reply::default()
        },
        Reply {
            id: "ship".to_owned(),
            folder: Wording::one("物流"),
            title: Wording::one("发货"),
            body: Wording::one("由{快递|顺丰|圆通}发出, \"{item}\"。{cursor}{snippet:bye}"),
            ..Reply::default()
        },
        Reply {
            id: "bye".to_owned(),
            title: Wording::one("再见"),
            abbreviation: "zj".to_owned(),
            body: Wording::one("再见 { 好 }"),
            ..Reply::default()
        },
    ]
}

fn writes(format: Format, script: Script, table: Expect) {
    let how = How { script, encoding: Some(Encoding::Utf8) };
    let written = write(format, &replies(), how);
    let mut out = String::from_utf8_lossy(&written.bytes).replace('\r', "");
    for loss in written.losses {
        out.push_str(&format!("! {loss}\n"));
    }
    table.assert_eq(&out);
}

#[test]
fn qianniu() {
    writes(
        Format::Qianniu,
        Script::Hans,
        expect![[r#"
            最初3行的内容请勿改动！！！
            Deti
            分组,快捷编码,内容,图片名,程序数据（手工新增词条时，本字段留空即可）
            支付发票,fp,"{buyer}您好，发票会在{date+3}前寄出。
            抬头：{抬头:个人}",,
            物流,,"由{快递|顺丰|圆通}发出, ""{item}""。再见 { 好 }",,
            ,zj,再见 { 好 },,
            ! 1 reply has two scripts; 千牛 holds one: the simplified is written
            ! 3 replies have a title; 千牛 holds none
            ! 1 reply has tags that 千牛 cannot hold
            ! 1 reply has first or last days; 千牛 holds none
            ! 1 reply has a source; 千牛 holds none
            ! 2 replies have fields; 千牛 holds none: they stand as {name}
            ! 1 reply has a place for the caret; 千牛 holds none
            ! 1 reply takes in another reply's words; 千牛 gets them in full
        "#]],
    );
    writes(
        Format::QianniuTitled,
        Script::Hant,
        expect![[r#"
            最初3行的内容请勿改动(V3)！！！
            Deti
            分组,快捷编码,标题,内容,图片名,程序数据（手工新增词条时，本字段留空即可）
            支付發票,fp,開發票,"{buyer}您好，發票會在{date+3}前寄出。
            抬頭：{抬頭:個人}",,
            物流,,发货,"由{快递|顺丰|圆通}发出, ""{item}""。再见 { 好 }",,
            ,zj,再见,再见 { 好 },,
            ! 1 reply has two scripts; 千牛 holds one: the traditional is written
            ! 1 reply has tags that 千牛 cannot hold
            ! 1 reply has first or last days; 千牛 holds none
            ! 1 reply has a source; 千牛 holds none
            ! 2 replies have fields; 千牛 holds none: they stand as {name}
            ! 1 reply has a place for the caret; 千牛 holds none
            ! 1 reply takes in another reply's words; 千牛 gets them in full
        "#]],
    );
}

#[test]
fn keehoo() {
    writes(
        Format::Keehoo,
        Script::Hans,
        expect![[r#"
            分类,标题,内容,简拼,图片路径
            支付发票,开发票,{{{buyer}}}您好，发票会在{{{date+3}}}前寄出。 抬头：{{{抬头:个人}}},fp,
            物流,发货,由{{{快递|顺丰|圆通}}}发出， "{{{item}}}"。再见 ｛ 好 ｝,,
            默认,再见,再见 ｛ 好 ｝,zj,
            ! 1 reply has two scripts; KeeHoo holds one: the simplified is written
            ! 1 reply has tags that KeeHoo cannot hold
            ! 1 reply has first or last days; KeeHoo holds none
            ! 1 reply has a source; KeeHoo holds none
            ! 1 reply has dates; KeeHoo asks for them instead of working them out
            ! 1 reply has a place for the caret; KeeHoo holds none
            ! 1 reply takes in another reply's words; KeeHoo gets them in full
            ! 1 reply has line breaks; KeeHoo gets spaces
            ! 2 replies have commas, quotes or braces that KeeHoo would misread; they are full-width
        "#]],
    );
}

#[test]
fn text_blaze() {
    writes(
        Format::TextBlaze,
        Script::Hant,
        expect![[r#"
            {
              "version": 7,
              "folders": [
                {
                  "name": "支付發票",
                  "snippets": [
                    {
                      "name": "開發票",
                      "shortcut": "/fp",
                      "text": "{formtext: name=buyer}您好，發票會在{time: M月D日; shift=+3D}前寄出。\n抬頭：{formtext: name=抬頭; default=個人}"
                    }
                  ]
                },
                {
                  "name": "物流",
                  "snippets": [
                    {
                      "name": "发货",
                      "shortcut": "",
                      "text": "由{formmenu: 顺丰; 圆通; name=快递}发出, \"{formtext: name=item}\"。{cursor}再见 ｛ 好 ｝"
                    }
                  ]
                },
                {
                  "name": "",
                  "snippets": [
                    {
                      "name": "再见",
                      "shortcut": "/zj",
                      "text": "再见 ｛ 好 ｝"
                    }
                  ]
                }
              ]
            }
            ! 1 reply has two scripts; Text Blaze holds one: the traditional is written
            ! 1 reply has tags that Text Blaze cannot hold
            ! 1 reply has first or last days; Text Blaze holds none
            ! 1 reply has a source; Text Blaze holds none
            ! 1 reply takes in another reply's words; Text Blaze gets them in full
            ! 2 replies have commas, quotes or braces that Text Blaze would misread; they are full-width
        "#]],
    );
}

#[test]
fn espanso() {
    writes(
        Format::Espanso,
        Script::Hans,
        expect![[r#"
            matches:
              - trigger: ":fp"
                label: "开发票"
                search_terms: ["专票", "抬头"]
                replace: |-
                  {{form1.buyer}}您好，发票会在{{date3}}前寄出。
                  抬头：{{form1.抬头}}
                vars:
                  - {name: date3, type: date, params: {format: "%-m月%-d日", offset: 259200}}
                  - {name: form1, type: form, params: {layout: "buyer: [[buyer]]\n抬头: [[抬头]]", fields: {"抬头": {default: "个人"}}}}
              - trigger: ":发货"
                label: "发货"
                form: "由[[快递]]发出, \"[[item]]\"。$|$再见 ｛ 好 ｝"
                form_fields: {"快递": {type: choice, values: ["顺丰", "圆通"]}}
              - trigger: ":zj"
                label: "再见"
                replace: "再见 ｛ 好 ｝"
            ! 1 reply has two scripts; Espanso holds one: the simplified is written
            ! 2 replies have a folder; Espanso holds none
            ! 1 reply has first or last days; Espanso holds none
            ! 1 reply has a source; Espanso holds none
            ! 1 reply takes in another reply's words; Espanso gets them in full
            ! 2 replies have commas, quotes or braces that Espanso would misread; they are full-width
        "#]],
    );
}

#[test]
fn tables_and_packs_hold_everything() {
    writes(
        Format::Csv,
        Script::Hans,
        expect![[r#"
        文件夹,标题,缩写,内容,标签,繁体文件夹,繁体标题,繁体内容,结束日期,来源,拼音,编号
        支付发票,开发票,fp,"{buyer}您好，发票会在{date+3}前寄出。
        抬头：{抬头:个人}",专票、抬头,支付發票,開發票,"{buyer}您好，發票會在{date+3}前寄出。
        抬頭：{抬頭:個人}",2026-11-11,售前手册 一(1),kai fa piao,invoice
        物流,发货,,"由{快递|顺丰|圆通}发出, ""{item}""。{cursor}{snippet:bye}",,,,,,,,ship
        ,再见,zj,再见 { 好 },,,,,,,,bye
    "#]],
    );
    writes(
        Format::Pack,
        Script::Hans,
        expect![[r#"
        pack = "Deti"
        version = "1"
        source = "Deti"

        [[reply]]
        id = "invoice"
        folder.hans = "支付发票"
        folder.hant = "支付發票"
        title.hans = "开发票"
        title.hant = "開發票"
        pinyin = "kai fa piao"
        abbreviation = "fp"
        body.hans = "{buyer}您好，发票会在{date+3}前寄出。\n抬头：{抬头:个人}"
        body.hant = "{buyer}您好，發票會在{date+3}前寄出。\n抬頭：{抬頭:個人}"
        source = "售前手册 一(1)"
        valid_until = "2026-11-11"
        tags = ["专票", "抬头"]

        [[reply]]
        id = "ship"
        folder.hans = "物流"
        title.hans = "发货"
        body.hans = "由{快递|顺丰|圆通}发出, \"{item}\"。{cursor}{snippet:bye}"

        [[reply]]
        id = "bye"
        title.hans = "再见"
        abbreviation = "zj"
        body.hans = "再见 { 好 }"
    "#]],
    );
}

#[test]
fn each_tool_gets_its_own_encoding() {
    let plain = How { script: Script::Hans, encoding: None };
    let encodings: Vec<String> = Format::ALL
        .iter()
        .map(|format| {
            let encoding = write(*format, &replies(), plain).encoding;
            let encoding = encoding.map_or("none", |encoding| encoding.title());
            format!("{} {encoding}\n", format.name())
        })
        .collect();
    expect![[r#"
        pack UTF-8
        excel none
        csv UTF-8 with a byte order mark
        qianniu GB18030
        qianniu-titled GB18030
        keehoo UTF-8 with a byte order mark
        text-blaze UTF-8
        espanso UTF-8
    "#]]
    .assert_eq(&encodings.concat());
}

#[test]
fn the_same_replies_make_the_same_workbook() {
    let plain = How { script: Script::Hans, encoding: None };
    let made = || write(Format::Excel, &replies(), plain).bytes;
    assert!(made().starts_with(b"PK") && made() == made());
}

#[test]
fn a_reply_that_takes_in_itself_comes_to_an_end() {
    let reply =
        Reply { id: "a".to_owned(), body: Wording::one("又{snippet:a}"), ..Reply::default() };
    let how = How { script: Script::Hans, encoding: Some(Encoding::Utf8) };
    let written = write(Format::TextBlaze, &[reply], how);
    assert!(String::from_utf8_lossy(&written.bytes).contains("\"又{formtext: name=a}\""));
}

#[test]
fn what_is_too_long_for_a_cell_is_cut_and_said() {
    let reply = Reply { body: Wording::one("好".repeat(40_000)), ..Reply::default() };
    let plain = How { script: Script::Hans, encoding: None };
    let written = write(Format::Excel, &[reply], plain);
    let losses: Vec<String> = written.losses.iter().map(ToString::to_string).collect();
    assert_eq!(losses, ["1 reply has more words than the workbook can hold; they are cut"]);
    let back = deti_formats::read("a.xlsx", &written.bytes, None);
    assert_eq!(back.rows[0].reply.body.hans.chars().count(), 16_383);
}

#[test]
fn what_a_spreadsheet_would_compute_is_text_in_a_table() {
    let reply = Reply {
        title: Wording::one("+cmd"),
        body: Wording::one("=HYPERLINK(\"x\",\"点我\")"),
        ..Reply::default()
    };
    let how = How { script: Script::Hans, encoding: Some(Encoding::Utf8) };
    let written = write(Format::Csv, &[reply], how);
    let losses: Vec<String> = written.losses.iter().map(ToString::to_string).collect();
    expect![[r#"
        文件夹,标题,缩写,内容
        ,'+cmd,,"'=HYPERLINK(""x"",""点我"")"
        1 reply has words that a spreadsheet would compute; an apostrophe stands before them
    "#]]
    .assert_eq(&format!(
        "{}{}\n",
        String::from_utf8_lossy(&written.bytes).replace('\r', ""),
        losses.join("\n")
    ));
}
