//! Files as other tools and people write them, and what is read, noted and
//! refused.

use std::fmt::Write as _;

use deti_formats::{Format, Read, read};
use encoding_rs::{BIG5, GB18030, UTF_16LE};
use expect_test::{Expect, expect};

fn told(read: &Read) -> String {
    let mut out = String::new();
    let format = read.format.map_or("nothing", Format::name);
    let encoding = read.encoding.map_or("", |encoding| encoding.title());
    let _ = writeln!(out, "{format} {encoding}");
    for row in &read.rows {
        let reply = &row.reply;
        let body = reply.body.hans.replace('\n', "⏎");
        let _ = write!(out, "{} [{}] {}", row.line, reply.folder.hans, reply.title.hans);
        let _ = write!(out, " ({}) {body}", reply.abbreviation);
        for (name, words) in
            [("title", &reply.title.hant), ("body", &reply.body.hant), ("source", &reply.source)]
        {
            if !words.is_empty() {
                let _ = write!(out, " {name}={words}");
            }
        }
        if !reply.tags.is_empty() {
            let _ = write!(out, " tags={}", reply.tags.join("|"));
        }
        if let Some(until) = reply.valid_until {
            let _ = write!(out, " until={until}");
        }
        out.push('\n');
    }
    for (word, remarks) in [("refused", &read.refused), ("note", &read.notes)] {
        for remark in remarks {
            let _ =
                writeln!(out, "{word} {} {}: {}", remark.line, remark.says.key(), remark.message());
        }
    }
    out
}

fn reads(name: &str, bytes: impl AsRef<[u8]>, table: Expect) {
    table.assert_eq(&told(&read(name, bytes.as_ref(), None)));
}

const QIANNIU: &str = "最初3行的内容请勿改动！！！\r\n\
tb_1234\r\n\
分组,快捷编码,内容,图片名,程序数据（手工新增词条时，本字段留空即可）\r\n\
售前=>尺码,cm,\"您好，\r\n请报身高、体重\",,7788 99\r\n\
\r\n\
售后,th,\"他说\"\"好的\"\", 可以退\",a.png,\r\n\
售后,,,b.png,\r\n\
售后,kong,,,\r\n\
只有一列\r\n";

#[test]
fn qianniu_as_windows_writes_it() {
    let bytes = GB18030.encode(QIANNIU).0;
    reads(
        "快捷短语.csv",
        bytes,
        expect![[r#"
            qianniu GB18030
            4 [售前=>尺码]  (cm) 您好，⏎请报身高、体重
            7 [售后]  (th) 他说"好的", 可以退
            refused 8 only_picture: is only a picture (b.png), which Deti does not hold
            refused 9 no_body: says nothing; write the reply's words
            refused 10 few_columns: has too few columns; write 分组,快捷编码,内容
            note 0 qianniu_data: the column 程序数据 is 千牛's own and is not taken
            note 7 picture_left: the picture a.png is not taken, the words are
        "#]],
    );
}

#[test]
fn qianniu_of_the_third_version_has_titles() {
    let text = "\u{FEFF}最初3行的内容请勿改动(V3)！！！\n店\n分组,快捷编码,标题,内容,图片名,程序数据\n日常,nh,问候,您好😊,,\n";
    reads(
        "a.csv",
        text,
        expect![[r#"
        qianniu-titled UTF-8 with a byte order mark
        4 [日常] 问候 (nh) 您好😊
    "#]],
    );
}

#[test]
fn keehoo_as_it_writes_and_as_a_spreadsheet_saves_it() {
    let text = "\u{FEFF}分类,标题,内容,简拼,图片路径\n\
默认,欢迎语,你好{{{姓名}}}！,hy,\n\
物流,催件,您好, 已经在催, 请稍等,cj,\n\
物流,图,,tu,C:\\a.png\n\
售后,退货,\"第一步,\n第二步\",th,C:\\b.png\n\
短,行\n";
    reads(
        "data.csv",
        text,
        expect![[r#"
            keehoo UTF-8 with a byte order mark
            2 [默认] 欢迎语 (hy) 你好{姓名}！
            3 [物流] 催件 (cj) 您好, 已经在催, 请稍等
            5 [售后] 退货 (th) 第一步,⏎第二步
            refused 4 only_picture: is only a picture (C:\a.png), which Deti does not hold
            refused 7 few_columns: has too few columns; write 分类,标题,内容,简拼,图片路径
            note 3 many_commas: has more commas than columns; those in the middle are taken as words
            note 5 picture_left: the picture C:\b.png is not taken, the words are
        "#]],
    );
}

#[test]
fn text_blaze_with_its_commands() {
    let text = r#"{"version": 7, "folders": [
  {"name": "售前", "snippets": [
    {"name": "发票", "shortcut": "/fp", "type": "text", "text": "您好，{formtext: name=抬头; default=个人}的发票会在{time: M月D日; shift=+3D}寄出{cursor}"},
    {"name": "快递", "shortcut": ";kd", "text": "{formmenu: 顺丰; 圆通; default=中通; name=快递}发出，{time: dddd}到"},
    {"name": "剪贴板", "shortcut": "/jt", "text": "{clipboard}已收到 { 好 }"},
    {"name": "格式", "shortcut": "/gs", "type": "html", "html": "<b>好</b>"},
    {"name": "空", "shortcut": "/k", "text": ""},
    {"name": 5}
  ]},
  {"name": "空的", "snippets": []},
  7
]}"#;
    reads(
        "blaze.json",
        text,
        expect![[r#"
            text-blaze UTF-8
            3 [售前] 发票 (fp) 您好，{抬头:个人}的发票会在{date+3}寄出{cursor}
            4 [售前] 快递 (kd) {快递|顺丰|圆通|中通}发出，{weekday}到
            5 [售前] 剪贴板 (jt) {clipboard}已收到 { 好 }
            refused 6 formatted_snippet: has formatted words only; make it a plain text snippet first
            refused 7 no_body: says nothing; write the reply's words
            refused 8 bad_snippet: a snippet is not as Text Blaze has it: invalid type: integer `5`, expected a string
            refused 11 bad_folder: a folder is not as Text Blaze has it: invalid type: integer `7`, expected struct Folder
            note 5 no_command: Deti has no word for {clipboard} { 好 }; it stands as it is, so look at it
        "#]],
    );
    reads(
        "blaze.json",
        r#"{"folders": [{]}"#,
        expect![[r#"
            text-blaze UTF-8
            refused 1 not_text_blaze: key must be a string; choose the file that Text Blaze exported
        "#]],
    );
}

#[test]
fn espanso_with_forms_dates_and_programs() {
    let text = r#"
imports: ["_mine.yml"]
global_vars:
  - {name: shop, type: echo, params: {echo: 新悦家居}}
matches:
  - trigger: ":hi"
    replace: "您好，这里是{{shop}}$|$"
    label: 问候
  - triggers: [":kd", ":wl"]
    search_terms: [快递]
    form: |
      [[快递]]发出，单号[[单号]]
    form_fields:
      快递: {type: choice, values: [顺丰, 圆通]}
      单号: {default: 稍后告诉您}
  - trigger: ":d3"
    replace: "{{d}}前，{{w}}，{{clip}}，{{f.名字}}"
    vars:
      - {name: d, type: date, params: {format: "%m-%d", offset: 259200}}
      - {name: w, type: date, params: {format: "%A"}}
      - {name: clip, type: clipboard}
      - {name: f, type: form, params: {layout: "[[名字]]", fields: {名字: {default: 亲}}}}
  - regex: ":(?P<n>\\d+)"
    replace: 一共{{n}}件
  - trigger: ":pic"
    image_path: a.png
  - trigger: ":html"
    html: <b>好</b>
  - trigger: [1]
"#;
    reads(
        "base.yml",
        text,
        expect![[r#"
            espanso UTF-8
            6 [] 问候 (hi) 您好，这里是新悦家居{cursor}
            9 []  (kd) {快递|顺丰|圆通}发出，单号{单号:稍后告诉您} tags=wl|快递
            16 []  (d3) {date+3}前，{weekday}，{clip}，{名字:亲}
            23 []  () 一共{n}件
            refused 25 only_picture: is only a picture (a.png), which Deti does not hold
            refused 27 formatted_match: has formatted words only; give it a plain `replace`
            refused 29 bad_match: a match is not as Espanso has it: invalid type: sequence, expected a string; write words in quotes
            note 0 imports: imports _mine.yml; convert these files too
            note 16 asked_for: Espanso fills in clip by itself; here the agent is asked for it
            note 23 found_by_title: is found by a pattern in Espanso; here by its title
        "#]],
    );
    reads(
        "base.yml",
        "matches:\n  - trigger: \"x\n",
        expect![[r#"
            espanso UTF-8
            refused 2 not_espanso: line 2 column 14: unclosed quote; choose a match file of Espanso
        "#]],
    );
}

#[test]
fn a_date_comes_in_as_a_day_only_where_it_is_one() {
    let espanso = r#"matches:
  - trigger: ":a"
    replace: "{{a}} {{b}} {{c}} {{d}} {{e}} {{f}} {{x}}"
    vars:
      - {name: a, type: date, params: {format: "%-m月%-d日"}}
      - {name: b, type: date, params: {format: "%H:%M"}}
      - {name: c, type: date, params: {format: "%Y"}}
      - {name: d, type: date, params: {format: "%Y-%m-%d %A", offset: 86400}}
      - {name: e, type: date, params: {format: "%m-%d", offset: 3600}}
      - {name: f, type: date}
      - {name: x, type: choice, params: {values: [{label: 圆通速递, id: 圆通}, 顺丰]}}
  - trigger: ":yes"
    replace: yes
  - trigger: y
    label: on
    replace: "好的"
  - trigger: ":n"
    replace: 2026
"#;
    reads(
        "day.yml",
        espanso,
        expect![[r#"
        espanso UTF-8
        2 []  (a) {date} {b} {c} {date+1} {e} {f} {x|圆通|顺丰}
        12 []  (yes) yes
        14 [] on (y) 好的
        refused 17 bad_match: a match is not as Espanso has it: invalid type: integer `2026`, expected a string; write words in quotes
        note 2 asked_for: Espanso fills in b c e f by itself; here the agent is asked for it
        note 2 date_form: the date d is written here as month and day; if the rest matters, look at it
    "#]],
    );
    let blaze = r#"{"folders": [{"name": "a", "snippets": [
        {"name": "b", "text": "{time: M月D日} {time: HH:mm} {time: YYYY} {time: YYYY-MM-DD dddd; shift=+1D} {time: MM-DD; shift=+1h}"}]}]}"#;
    reads(
        "day.json",
        blaze,
        expect![[r#"
        text-blaze UTF-8
        2 [a] b () {date} {time: HH:mm} {time: YYYY} {date+1} {time: MM-DD; shift=+1h}
        note 2 no_command: Deti has no word for {time: HH:mm} {time: YYYY} {time: MM-DD; shift=+1h}; it stands as it is, so look at it
        note 2 date_form: the date time: YYYY-MM-DD dddd; shift=+1D is written here as month and day; if the rest matters, look at it
    "#]],
    );
    reads(
        "header.csv",
        "标题,内容\n",
        expect![[r#"
            csv UTF-8
            refused 0 no_rows: has no replies; choose a file that has some
        "#]],
    );
}

#[test]
fn tables_with_a_header_in_either_language_and_without() {
    reads(
        "a.csv",
        "分组,话术内容,快捷码,关键词,截止日期,备注\n售前,您好,nh,你好；在吗,2026/11/11,x\n售前,坏,,,11月,\n,,,,,\n",
        expect![[r#"
            csv UTF-8
            2 [售前]  (nh) 您好 tags=你好|在吗 until=2026-11-11
            refused 3 no_day: `11月` is no day; write it as 2026-11-08
            note 1 other_columns: the columns 备注 are not taken
        "#]],
    );
    reads(
        "a.tsv",
        "Folder\tTitle\tMessage\tShortcut\n日常\t问候\t\"多\n行\"\tnh\n",
        expect![[r#"
            csv UTF-8
            2 [日常] 问候 (nh) 多⏎行
        "#]],
    );
    reads(
        "a.csv",
        "分類;標題;內容\n售前;發票;會開發票\n",
        expect![[r#"
        csv UTF-8
        2 [售前] 發票 () 會開發票
    "#]],
    );
    reads(
        "a.txt",
        "您好\n\n再见\n",
        expect![[r#"
            csv UTF-8
            1 []  () 您好
            3 []  () 再见
            note 1 guessed_columns: no line names the columns; they are taken as 内容
        "#]],
    );
    reads(
        "a.csv",
        "售前,问候,您好,nh,多的\n售前,再见,再见,zj\n",
        expect![[r#"
            csv UTF-8
            1 [售前] 问候 (nh) 您好
            2 [售前] 再见 (zj) 再见
            note 1 guessed_columns: no line names the columns; they are taken as 文件夹, 标题, 内容, 缩写
            note 1 many_cells: has more cells than the header has columns; those beyond are not taken
        "#]],
    );
    reads(
        "a.csv",
        "标题,内容\n一,\"没有结束\n二,好\n三,好\n",
        expect![[r#"
            csv UTF-8
            refused 2 open_quote: opens a quotation mark that is never closed, so everything after it would be one cell; close it, or double it if it is meant
        "#]],
    );
}

#[test]
fn encodings_are_found_out() {
    let text = "标题,内容\n发票,您好，发票会在一个月之内寄出，运费由我们承担\n";
    for (bytes, name) in [
        (text.as_bytes().to_vec(), "UTF-8"),
        ([&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat(), "UTF-8 with a byte order mark"),
        (GB18030.encode(text).0.into_owned(), "GB18030"),
        (GB18030.encode("标题,内容\n表情,好的😀\n").0.into_owned(), "GB18030"),
        (
            BIG5.encode("標題,內容\n發票,您好，發票會在一個月之內寄出，運費由我們承擔\n")
                .0
                .into_owned(),
            "Big5",
        ),
        (utf16("标题,内容\n发票,您好\n"), "UTF-16"),
    ] {
        let read = read("a.csv", &bytes, None);
        assert_eq!(read.encoding.map(|encoding| encoding.title()), Some(name));
        assert_eq!((read.rows.len(), read.refused.len()), (1, 0), "{name}: {read:?}");
    }
    // Bytes that are no characters cost their row, and no other.
    let mut bytes = GB18030.encode("标题,内容\n好,您好请问发票\n坏,您").0.into_owned();
    bytes.extend([0xFF, b'\n']);
    reads(
        "a.csv",
        bytes,
        expect![[r#"
            csv GB18030
            2 [] 好 () 您好请问发票
            refused 3 bad_bytes: has bytes that are no characters; save the file as UTF-8
        "#]],
    );
}

fn utf16(text: &str) -> Vec<u8> {
    assert_eq!(UTF_16LE.name(), "UTF-16LE");
    [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

#[test]
fn packs_with_one_script_or_two() {
    let text = r#"pack = "own"
version = "1"
source = "own"

[[reply]]
title = "问候"
body = "您好"

[[reply]]
id = "two"
folder = { hans = "售前", hant = "售前" }
title.hans = "发票"
title.hant = "發票"
body = { hans = "会开", hant = "會開" }
valid_until = "2026-11-11"
source = "本店"

[[reply]]
body = "好"
colour = "red"

[[reply]]
title = "空"

[other]
"#;
    reads(
        "own.toml",
        text,
        expect![[r#"
            pack UTF-8
            5 [] 问候 () 您好
            9 [售前] 发票 () 会开 title=發票 body=會開 source=本店 until=2026-11-11
            refused 20 not_pack: unknown field `colour`, expected one of `id`, `folder`, `title`, `pinyin`, `abbreviation`, `tags`, `body`, `platforms`, `valid_from`, `valid_until`, `updated`, `source`
            refused 22 not_pack: missing field `body`
            refused 25 not_of_pack: `other` is nothing that a pack of replies has
        "#]],
    );
}

#[test]
fn what_is_no_file_of_replies() {
    reads(
        "a.xls",
        [0xD0, 0xCF, 0x11, 0xE0, 0, 0],
        expect![[r#"
            excel 
            refused 0 old_workbook: is an old workbook (.xls); save it as .xlsx
        "#]],
    );
    reads(
        "a.xlsx",
        b"PK\x03\x04not a workbook",
        expect![[r#"
            excel 
            refused 0 bad_workbook: invalid Zip archive: Could not find EOCD; save it again as .xlsx
        "#]],
    );
    reads(
        "a.png",
        [0x89, 0x50, 0x4E, 0x47, 0, 1],
        expect![[r#"
            nothing 
            refused 0 no_text: is no text; choose the file that the other tool exported
        "#]],
    );
    reads(
        "a.csv",
        "",
        expect![[r#"
            csv UTF-8
            refused 0 empty: is empty; choose another file
        "#]],
    );
    reads(
        "a.json",
        "[]",
        expect![[r#"
            text-blaze UTF-8
            refused 1 not_text_blaze: invalid length 0, expected struct File with 1 element; choose the file that Text Blaze exported
        "#]],
    );
    reads(
        "a.yml",
        "matches: []",
        expect![[r#"
            espanso UTF-8
            refused 0 no_matches: has no `matches`; choose a match file of Espanso
        "#]],
    );
    reads(
        "a.toml",
        "x = 1",
        expect![[r#"
            pack UTF-8
            refused 1 not_of_pack: `x` is nothing that a pack of replies has
        "#]],
    );
}

#[test]
fn five_thousand_replies_are_read_in_one_go() {
    let row = |at: usize| format!("售前,标题{at},\"第一行{at}\n第二行\",{at}\n");
    let text: String =
        "分组,标题,内容,缩写\n".to_owned() + &(0..5_000).map(row).collect::<String>();
    let read = read("a.csv", text.as_bytes(), None);
    assert_eq!((read.rows.len(), read.refused.len(), read.notes.len()), (5_000, 0, 0));
    assert_eq!(read.rows[4_999].line, 2 + 2 * 4_999);
}

#[test]
fn a_file_that_was_cut_in_a_character_is_still_utf8() {
    let mut text = String::from("title,body\n");
    for number in 1..=40 {
        let _ = writeln!(text, "标题{number},内容{number}好的");
    }
    let cut = &text.as_bytes()[..text.len() - 2];
    let read = read("a.csv", cut, None);
    assert_eq!(read.encoding.map(|it| it.title()), Some("UTF-8"));
    assert_eq!((read.rows.len(), read.refused.len()), (39, 1));
    assert_eq!(read.refused[0].says.key(), "bad_bytes");
}

#[test]
fn signs_that_nobody_sees_are_left_out_and_said() {
    reads(
        "a.csv",
        "\u{FEFF}title,body\n问好,您\u{7}好\u{202E}呀\u{1b}[31m\n再见,慢走\n",
        expect![[r#"
            csv UTF-8 with a byte order mark
            2 [] 问好 () 您好呀
            3 [] 再见 () 慢走
            note 2 invisible: has signs that nobody sees, or that turn the words around; they are left out
        "#]],
    );
    reads(
        "a.csv",
        "\u{FEFF}title,body\n问好,您\0好\n",
        expect![[r#"
        nothing 
        refused 0 no_text: is no text; choose the file that the other tool exported
    "#]],
    );
}
