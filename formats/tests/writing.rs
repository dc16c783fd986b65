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
    let how = How { script, encoding: Some(Encoding::Utf8), ..How::default() };
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
            ! 1 reply has no folder; KeeHoo gets the folder 默认
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
                  "name": "默认",
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
            ! 1 reply has no folder; Text Blaze gets the folder 默认
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
    let plain = How::default();
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
    let plain = How::default();
    let made = || write(Format::Excel, &replies(), plain).bytes;
    assert!(made().starts_with(b"PK") && made() == made());
}

#[test]
fn a_reply_that_takes_in_itself_comes_to_an_end() {
    let reply =
        Reply { id: "a".to_owned(), body: Wording::one("又{snippet:a}"), ..Reply::default() };
    let how = How { encoding: Some(Encoding::Utf8), ..How::default() };
    let written = write(Format::TextBlaze, &[reply], how);
    assert!(String::from_utf8_lossy(&written.bytes).contains("\"又{formtext: name=a}\""));
}

#[test]
fn what_is_too_long_for_a_cell_is_cut_and_said() {
    let reply = Reply { body: Wording::one("好".repeat(40_000)), ..Reply::default() };
    let plain = How::default();
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
    let how = How { encoding: Some(Encoding::Utf8), ..How::default() };
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

/// The tools for replies would say the apostrophe aloud, so there is none in their files.
#[test]
fn what_a_spreadsheet_would_compute_stands_as_it_is_in_the_files_of_tools_and_is_said() {
    let reply = Reply {
        folder: Wording::one("店"),
        title: Wording::one("+链接"),
        body: Wording::one("=HYPERLINK(x)"),
        ..Reply::default()
    };
    let how = How { encoding: Some(Encoding::Utf8), ..How::default() };
    let mut told = String::new();
    for format in [Format::Qianniu, Format::QianniuTitled, Format::Keehoo] {
        let written = write(format, std::slice::from_ref(&reply), how);
        let text = String::from_utf8_lossy(&written.bytes).replace('\r', "");
        told += &format!("{}\n", text.lines().last().unwrap_or_default());
        told.extend(written.losses.iter().map(|loss| format!("! {loss}\n")));
        let back = deti_formats::read("a.csv", &written.bytes, None);
        assert_eq!(back.rows[0].reply.body, reply.body);
    }
    expect![[r#"
        店,,=HYPERLINK(x),,
        ! 1 reply has a title; 千牛 holds none
        ! 1 reply has words that a spreadsheet would compute; read the file with 千牛 only
        店,,+链接,=HYPERLINK(x),,
        ! 1 reply has words that a spreadsheet would compute; read the file with 千牛 only
        店,+链接,=HYPERLINK(x),,
        ! 1 reply has words that a spreadsheet would compute; read the file with KeeHoo only
    "#]]
    .assert_eq(&told);
}

#[test]
fn as_many_replies_as_a_workbook_takes_come_back() {
    let reply = Reply { body: Wording::one("好"), ..Reply::default() };
    let written = write(Format::Excel, &vec![reply.clone(); 50_000], How::default());
    let back = deti_formats::read("a.xlsx", &written.bytes, None);
    assert_eq!((back.rows.len(), back.refused), (50_000, Vec::new()));
    let written = write(Format::Excel, &vec![reply; 50_001], How::default());
    let back = deti_formats::read("a.xlsx", &written.bytes, None);
    let refused: Vec<String> = back.refused.iter().map(|remark| remark.message()).collect();
    assert_eq!(refused, ["has more than 50000 rows in a sheet; split it"]);
}

/// What becomes of words that other replies have: of one that is written too, of
/// one that stands beside, of one that takes in itself and of one that is nowhere.
#[test]
fn the_words_of_other_replies_are_written_out_or_their_want_is_said() {
    let named = |id: &str, body: &str| Reply {
        id: id.to_owned(),
        title: Wording::one(id),
        body: Wording::one(body),
        ..Reply::default()
    };
    let own = [
        named("a", "好的，{snippet:b}"),
        named("b", "您好{snippet:shop-bye}"),
        named("c", "{snippet:c}{snippet:gone}{snippet:gone-too}"),
        named("d", "{snippet:gone}"),
    ];
    let shop = [
        named("shop-bye", "，祝您{weekday}愉快{snippet:shop-end}"),
        named("shop-end", "～{snippet:shop-bye}"),
        named("shop-other", "不在其中"),
    ];
    let mut told = String::new();
    for format in Format::ALL.into_iter().filter(|format| *format != Format::Excel) {
        let how = How { encoding: Some(Encoding::Utf8), beside: &shop, ..How::default() };
        let written = write(format, &own, how);
        told += &format!("{}\n", format.name());
        let text = String::from_utf8_lossy(&written.bytes).replace('\r', "");
        let words = |line: &&str| ["好", "gone", "～"].iter().any(|word| line.contains(word));
        for line in text.lines().filter(words) {
            told += &format!("  {}\n", line.trim());
        }
        for loss in written.losses {
            told += &format!("  ! {loss}\n");
        }
    }
    expect![[r#"
        pack
          body.hans = "好的，{snippet:b}"
          body.hans = "您好{snippet:shop-bye}"
          body.hans = "{snippet:c}{snippet:gone}{snippet:gone-too}"
          body.hans = "{snippet:gone}"
          ! 4 replies take in replies that are nowhere, or that take in themselves: c, gone, gone-too, shop-bye
        csv
          ,a,,好的，{snippet:b},a
          ,b,,您好{snippet:shop-bye},b
          ,c,,{snippet:c}{snippet:gone}{snippet:gone-too},c
          ,d,,{snippet:gone},d
          ! 4 replies take in replies that are nowhere, or that take in themselves: c, gone, gone-too, shop-bye
        qianniu
          ,,好的，您好，祝您{weekday}愉快～{shop_bye},,
          ,,您好，祝您{weekday}愉快～{shop_bye},,
          ,,{c}{gone}{gone_too},,
          ,,{gone},,
          ! 4 replies have a title; 千牛 holds none
          ! 4 replies have fields; 千牛 holds none: they stand as {name}
          ! 2 replies take in another reply's words; 千牛 gets them in full
          ! 4 replies take in replies that are nowhere, or that take in themselves: c, gone, gone-too, shop-bye
        qianniu-titled
          ,,a,好的，您好，祝您{weekday}愉快～{shop_bye},,
          ,,b,您好，祝您{weekday}愉快～{shop_bye},,
          ,,c,{c}{gone}{gone_too},,
          ,,d,{gone},,
          ! 4 replies have fields; 千牛 holds none: they stand as {name}
          ! 2 replies take in another reply's words; 千牛 gets them in full
          ! 4 replies take in replies that are nowhere, or that take in themselves: c, gone, gone-too, shop-bye
        keehoo
          默认,a,好的，您好，祝您{{{weekday}}}愉快～{{{shop_bye}}},,
          默认,b,您好，祝您{{{weekday}}}愉快～{{{shop_bye}}},,
          默认,c,{{{c}}}{{{gone}}}{{{gone_too}}},,
          默认,d,{{{gone}}},,
          ! 2 replies have dates; KeeHoo asks for them instead of working them out
          ! 2 replies take in another reply's words; KeeHoo gets them in full
          ! 4 replies take in replies that are nowhere, or that take in themselves: c, gone, gone-too, shop-bye
          ! 4 replies have no folder; KeeHoo gets the folder 默认
        text-blaze
          "text": "好的，您好，祝您{time: dddd}愉快～{formtext: name=shop_bye}"
          "text": "您好，祝您{time: dddd}愉快～{formtext: name=shop_bye}"
          "text": "{formtext: name=c}{formtext: name=gone}{formtext: name=gone_too}"
          "text": "{formtext: name=gone}"
          ! 2 replies take in another reply's words; Text Blaze gets them in full
          ! 4 replies take in replies that are nowhere, or that take in themselves: c, gone, gone-too, shop-bye
          ! 4 replies have no folder; Text Blaze gets the folder 默认
        espanso
          replace: "好的，您好，祝您{{weekday0}}愉快～{{form1.shop_bye}}"
          replace: "您好，祝您{{weekday0}}愉快～{{form1.shop_bye}}"
          form: "[[c]][[gone]][[gone_too]]"
          form: "[[gone]]"
          ! 2 replies take in another reply's words; Espanso gets them in full
          ! 4 replies take in replies that are nowhere, or that take in themselves: c, gone, gone-too, shop-bye
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_chain_of_replies_that_take_each_other_in_comes_to_an_end() {
    let chain: Vec<Reply> = (0..5_000)
        .map(|place| Reply {
            id: format!("r{place}"),
            body: Wording::one(format!("好{{snippet:r{0}}}{{snippet:r{0}}}", place + 1)),
            ..Reply::default()
        })
        .collect();
    let written = write(Format::Keehoo, &chain[..1], How { beside: &chain, ..How::default() });
    assert!(written.bytes.len() < 2_000, "{} bytes", written.bytes.len());
    let losses: Vec<String> = written.losses.iter().map(ToString::to_string).collect();
    expect![[r#"
        1 reply takes in another reply's words; KeeHoo gets them in full
        1 reply takes in replies that are nowhere, or that take in themselves: r5
        1 reply has no folder; KeeHoo gets the folder 默认"#]]
    .assert_eq(&losses.join("\n"));
}
