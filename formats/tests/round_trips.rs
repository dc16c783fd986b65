//! What a format can hold comes back as it went out.

use deti::day::Day;
use deti::reply::{Reply, Wording};
use deti::text::Script;
use deti_formats::{Encoding, Format, How, read, write};
use proptest::prelude::*;

const PLAIN: How<'_> = How { script: Script::Hans, encoding: None, beside: &[] };

/// Words as agents write them: lines, quotes, commas, emoji, fields.
fn words() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => "[您好请问发票運費，。！？]{1,8}",
        2 => "[a-zA-Z0-9 ]{1,6}",
        1 => Just("“好的”".to_owned()),
        1 => Just("\"quoted\"".to_owned()),
        1 => Just("a,b;c\td=e".to_owned()),
        1 => Just("👨‍👩‍👧😀".to_owned()),
        1 => Just("'- # : & * ! | > %@`".to_owned()),
        1 => Just("=SUM(1) +1 @x".to_owned()),
        1 => Just("~ null true 010 ${x} $1 \\n".to_owned()),
        1 => Just("\u{2028}".to_owned()),
        2 => Just("\n".to_owned()),
        1 => Just("\n\n  缩进 ".to_owned()),
    ];
    prop::collection::vec(part, 1..8).prop_map(|parts| trimmed(&parts.concat()))
}

fn fields() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("{item}".to_owned()),
        Just("{回复时间}".to_owned()),
        Just("{days:3-5}".to_owned()),
        Just("{快递|顺丰|圆通}".to_owned()),
        Just("{date}".to_owned()),
        Just("{date+3}".to_owned()),
        Just("{weekday-1}".to_owned()),
    ]
}

/// A line without what some tools would misread.
fn simple() -> impl Strategy<Value = String> {
    "[您好请问发票運費，。a-z0-9😀]{1,10}"
}

fn trimmed(text: &str) -> String {
    match text.trim() {
        "" => "好".to_owned(),
        text => text.to_owned(),
    }
}

fn one(body: impl Strategy<Value = String>) -> impl Strategy<Value = Reply> {
    (simple(), simple(), "[a-z]{0,4}", body).prop_map(|(folder, title, abbreviation, body)| Reply {
        folder: Wording::one(folder),
        title: Wording::one(title),
        abbreviation,
        body: Wording::one(body),
        ..Reply::default()
    })
}

fn whole() -> impl Strategy<Value = Reply> {
    let tags = prop::collection::vec("[发票a-z]{1,4}", 0..3);
    let days = (prop::option::of(0..9_000_i32), prop::option::of(0..9_000_i32));
    let snippet = prop_oneof![Just(""), Just("{snippet:bye}"), Just("{snippet:own-17 再见}")];
    let said = (one(words()), snippet).prop_map(|(mut reply, snippet)| {
        reply.body.hans += snippet;
        reply
    });
    (said, words(), tags, days, "[a-z]{0,6}").prop_map(|(reply, hant, tags, days, id)| {
        let day = |on: i32| Day::new(2020, 1, 1).map(|first| first.plus(on));
        Reply {
            id,
            body: Wording { hant, ..reply.body },
            platforms: tags.clone(),
            source: tags.concat(),
            tags,
            valid_from: days.0.and_then(day),
            updated: days.1.and_then(day),
            ..reply
        }
    })
}

/// Writes and reads back; nothing may be refused.
fn back(format: Format, replies: &[Reply], how: How<'_>) -> Vec<Reply> {
    let written = write(format, replies, how);
    let name = format!("replies.{}", format.extension());
    let read = read(&name, &written.bytes, None);
    assert_eq!(read.format, Some(format), "it is recognised");
    assert_eq!(read.refused, [], "{}", String::from_utf8_lossy(&written.bytes));
    read.rows.into_iter().map(|row| row.reply).collect()
}

/// Cells that a spreadsheet would compute, as they are written in a table.
const COMPUTED: [(&str, &str); 8] = [
    ("=SUM(A1)", "'=SUM(A1)"),
    ("+86 10", "'+86 10"),
    ("-5元", "'-5元"),
    ("@客服", "'@客服"),
    ("＝1", "'＝1"),
    ("'=1", "''=1"),
    ("'tis", "'tis"),
    ("1=1", "1=1"),
];

#[test]
fn what_a_spreadsheet_would_compute_is_guarded_and_comes_back() {
    for (words, cell) in COMPUTED {
        let reply = Reply {
            folder: Wording::one(words),
            title: Wording::one(words),
            tags: vec![words.to_owned()],
            body: Wording::one(words),
            ..Reply::default()
        };
        let replies = [reply];
        let written = write(Format::Csv, &replies, PLAIN);
        let text = String::from_utf8(written.bytes).unwrap();
        assert_eq!(text.matches(cell).count(), 4, "{text}");
        assert_eq!(text.matches(words).count(), 4, "{text}");
        assert_eq!(back(Format::Csv, &replies, PLAIN), replies, "{words}");
        assert_eq!(back(Format::Excel, &replies, PLAIN), replies, "{words}");
    }
}

#[test]
fn what_another_tool_has_guarded_is_read_without_the_guard() {
    let rows = COMPUTED.iter().map(|(_, cell)| format!("题,{cell}\n"));
    let table: String = std::iter::once("标题,内容\n".to_owned()).chain(rows).collect();
    let read = read("theirs.csv", table.as_bytes(), Some(Format::Csv));
    let bodies: Vec<String> = read.rows.into_iter().map(|row| row.reply.body.hans).collect();
    assert_eq!(bodies, COMPUTED.map(|(words, _)| words));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn everything_comes_back_from_tables_workbooks_and_packs(
        replies in prop::collection::vec(whole(), 1..4),
    ) {
        for format in [Format::Csv, Format::Pack] {
            prop_assert_eq!(&back(format, &replies, PLAIN), &replies, "{}", format.name());
        }
        let how = How { encoding: Some(Encoding::Gb18030), ..PLAIN };
        prop_assert_eq!(&back(Format::Csv, &replies, how), &replies);
    }

    #[test]
    fn words_come_back_from_qianniu(replies in prop::collection::vec(one(words()), 1..4)) {
        prop_assert_eq!(&back(Format::QianniuTitled, &replies, PLAIN), &replies);
        let untitled: Vec<Reply> = replies
            .into_iter()
            .map(|reply| Reply { title: Wording::default(), ..reply })
            .collect();
        prop_assert_eq!(&back(Format::Qianniu, &untitled, PLAIN), &untitled);
    }

    #[test]
    fn words_come_back_from_text_blaze(replies in prop::collection::vec(one(words()), 1..4)) {
        // Folders are gathered there.
        let folder = replies[0].folder.clone();
        let replies: Vec<Reply> =
            replies.into_iter().map(|reply| Reply { folder: folder.clone(), ..reply }).collect();
        prop_assert_eq!(&back(Format::TextBlaze, &replies, PLAIN), &replies);
    }

    #[test]
    fn words_come_back_from_espanso(replies in prop::collection::vec(one(words()), 1..4)) {
        let replies: Vec<Reply> = replies
            .into_iter()
            // What is called as it is abbreviated is found by its title there.
            .filter(|reply| reply.abbreviation != reply.title.hans)
            .map(|reply| Reply { folder: Wording::default(), ..reply })
            .collect();
        prop_assert_eq!(&back(Format::Espanso, &replies, PLAIN), &replies);
    }

    #[test]
    fn fields_come_back_from_those_that_have_them(
        before in simple(), field in fields(), between in simple(), other in fields(),
    ) {
        let reply = Reply {
            title: Wording::one("题"),
            body: Wording::one(format!("{before}{field}{between}{other}")),
            ..Reply::default()
        };
        let keehoo = Reply { folder: Wording::one("默认"), ..reply.clone() };
        prop_assert_eq!(back(Format::Keehoo, std::slice::from_ref(&keehoo), PLAIN), [keehoo]);
        for format in [Format::TextBlaze, Format::Espanso] {
            prop_assert_eq!(
                &back(format, std::slice::from_ref(&reply), PLAIN)[0].body, &reply.body,
                "{}", format.name()
            );
        }
    }

    #[test]
    fn keehoo_has_one_line_without_commas(reply in one(words())) {
        let how = How { encoding: Some(Encoding::Gb18030), ..PLAIN };
        let came = &back(Format::Keehoo, std::slice::from_ref(&reply), how)[0];
        prop_assert_eq!(&came.title, &reply.title);
        let body = &came.body.hans;
        let clean = !body.contains(['\n', ',']) && !body.starts_with('"');
        prop_assert!(clean, "{}", body);
        prop_assert_eq!(back(Format::Keehoo, std::slice::from_ref(came), how), std::slice::from_ref(came));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for format in Format::ALL {
            let read = read("file", &bytes, Some(format));
            prop_assert!(read.rows.iter().all(|row| !row.reply.body.is_empty()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn everything_comes_back_from_workbooks(replies in prop::collection::vec(whole(), 1..4)) {
        prop_assert_eq!(&back(Format::Excel, &replies, PLAIN), &replies);
    }
}
