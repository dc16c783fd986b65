//! What is found by what is typed, and in which order.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::time::Duration;

use deti::reply::{Change, Index, Library, Query, Reply, Wording};

/// Replies of few words: id, folder, title, abbreviation, tag, body.
const SHELF: [[&str; 6]; 8] = [
    ["invoice", "支付", "开发票", "kfp", "抬头", "发票随货寄出。"],
    ["return", "售后", "退货", "th", "退款", "七天无理由退货，请附上发票。"],
    ["bank", "支付", "银行转账", "yh", "", "可以转账，到账后为您发货。"],
    ["weight", "售前", "重量", "zl", "", "每箱5斤，VIP客户加赠。"],
    ["again", "售后", "重新发货", "cf", "补发", "为您重新安排一次。"],
    ["colour", "售前", "颜色", "ys", "", "绿色和女款都有货。"],
    ["parcel", "物流", "快递单号", "kddh", "", "您的快递是顺丰。"],
    ["length", "售前", "长短", "cd", "", "裙长约90厘米。"],
];

fn shelf() -> Vec<Reply> {
    let reply = |[id, folder, title, abbreviation, tag, body]: [&str; 6]| Reply {
        id: id.to_owned(),
        folder: Wording::one(folder),
        title: Wording::one(title),
        abbreviation: abbreviation.to_owned(),
        tags: Some(tag.to_owned()).filter(|tag| !tag.is_empty()).into_iter().collect(),
        body: Wording::one(body),
        ..Reply::default()
    };
    SHELF.into_iter().map(reply).collect()
}

/// The ids of what is found, best first, with how well.
fn found(typed: &str) -> String {
    let replies = shelf();
    let found = Index::new(&replies).search(&Query::read(typed), |_| true);
    let told = found.iter().map(|it| format!("{} {}", replies[it.place].id, it.rank));
    told.collect::<Vec<_>>().join(", ")
}

#[test]
fn every_way_to_type_it() {
    let mut wrong = Vec::new();
    for (typed, expected) in [
        // As it is written, in either script, in full width, in capitals.
        ("发票", "invoice 80, return 20"),
        ("發票", "invoice 80, return 20"),
        ("开发", "invoice 90"),
        ("ＫＦＰ", "invoice 100"),
        ("vip", "weight 20"),
        ("90", "length 20"),
        // A number in digits or in characters.
        ("七天", "return 20"),
        ("7天", "return 10"),
        ("７天", "return 10"),
        ("7天无理由", "return 10"),
        ("7tian", "return 10"),
        ("wujin", "weight 10"),
        ("mxwj", "weight 10"),
        ("五斤", "weight 10"),
        ("九十厘米", "length 10"),
        ("8天", ""),
        ("7天无礼由", "return 5"),
        // An abbreviation, whole or begun.
        ("th", "return 100"),
        ("kdd", "parcel 70"),
        // Initials, syllables, what is between them, and what an IME puts there.
        ("kf", "invoice 70"),
        ("fapiao", "invoice 60, return 10"),
        ("fpiao", "invoice 60, return 10"),
        ("yihang", "bank 70"),
        ("fa'piao", "invoice 60, return 10"),
        ("开fp", "invoice 70"),
        ("发piao", "invoice 60, return 10"),
        ("shunf", "parcel 10"),
        // Characters that are read in more ways than one.
        ("yinhang", "bank 70"),
        ("yinxing", "bank 70"),
        ("zhongliang", "weight 70"),
        ("chongxin", "again 70"),
        ("zhongxin", "again 70"),
        ("changduan", "length 70"),
        ("lvse", "colour 10"),
        ("luse", "colour 10"),
        ("nvkuan", "colour 10"),
        // A tag, and how it is read.
        ("抬头", "invoice 40"),
        ("taitou", "invoice 35"),
        ("bufa", "again 35"),
        // Every word is somewhere.
        ("退货 发票", "return 110"),
        ("发票 退货", "return 110"),
        ("发票 月亮", ""),
        // A folder by what it is called and how that is read.
        ("@售后", "return 0, again 0"),
        ("@shouhou 发", "again 80, return 20"),
        ("@sh 退货", "return 90"),
        ("@支付 yh", "bank 100"),
        ("@月亮 发票", ""),
        ("@", "invoice 0, return 0, bank 0, weight 0, again 0, colour 0, parcel 0, length 0"),
        // Slips: a letter swapped, missing, too many, another; a character for
        // another, or for one that sounds the same.
        ("fapaio", "invoice 32"),
        ("yinhnag", "bank 34"),
        ("yinahng", "bank 34"),
        ("kuaididanhaoo", "parcel 34"),
        ("kdhd", "parcel 30"),
        ("银行专账", "bank 34"),
        ("推货", "return 34"),
        ("七天无礼由", "return 5"),
        ("fxpxao", ""),
        ("月亮上的人", ""),
        ("\u{0}\u{0}", ""),
    ] {
        let told = found(typed);
        let expected = if typed == "\u{0}\u{0}" { found("") } else { expected.to_owned() };
        if told != expected {
            wrong.push(format!("{typed}: {told}, not {expected}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_slip_is_forgiven_only_when_nothing_is_called_so() {
    let mut replies = shelf();
    replies[4].title = Wording::one("发漂");
    let ids = |typed: &str| {
        let found = Index::new(&replies).search(&Query::read(typed), |_| true);
        found.iter().map(|it| replies[it.place].id.as_str()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(ids("发漂"), "again");
    assert_eq!(ids("发飘"), "again invoice return");
}

#[test]
fn what_is_marked_is_what_was_found() {
    for (typed, title, body, marked_title, marked_body) in [
        ("fp", "开发票", "发票和封皮", vec![(1, 3)], vec![]),
        ("fp", "退货", "附上发票", vec![], vec![(2, 4)]),
        ("发票 kai", "開發票", "發票", vec![(0, 3)], vec![(0, 2)]),
        ("7天", "七天退货", "7天内、七天后", vec![(0, 2)], vec![(0, 2)]),
        ("15天", "退货", "十五天内", vec![], vec![(0, 3)]),
        ("两件", "满2件", "", vec![(1, 3)], vec![]),
        // What was found though it is not quite what was typed.
        ("fapaio", "开发票", "", vec![(1, 3)], vec![]),
        ("无礼由", "退货", "七天无理由", vec![], vec![(2, 5)]),
        ("无礼由", "无理由退货", "七天无理由", vec![(0, 3)], vec![]),
        ("7天无礼由", "退货", "请看七天无理由", vec![], vec![(2, 7)]),
        ("fapaio", "退货", "附上发票", vec![], vec![]),
        ("@售后 退", "退货", "退", vec![(0, 1)], vec![(0, 1)]),
        ("f", "退货", "发", vec![], vec![]),
        ("", "退货", "退", vec![], vec![]),
    ] {
        let marks = Query::read(typed).marks(title, "", body);
        assert_eq!(marks, (marked_title, marked_body), "{typed} {title} {body}");
    }
}

#[test]
fn among_equals_recent_and_frequent_use_comes_first() {
    let week = u64::try_from(Duration::from_secs(7 * 24 * 3_600).as_millis()).unwrap();
    let used = |uses: &[(&str, u64)]| {
        let mut library = Library::new(shelf());
        for (id, weeks) in uses {
            library.used(id, (2_900 + weeks) * week);
        }
        let replies: Vec<&Reply> = library.replies().map(|shelved| shelved.reply).collect();
        let mut index = Index::new(replies.iter().copied());
        index.weigh(|place| library.uses(&replies[place].id).map(|uses| uses.worth));
        let found = index.search(&Query::read("@售前"), |place| place != 7);
        found.iter().map(|it| replies[it.place].id.as_str()).collect::<Vec<_>>().join(" ")
    };
    for (uses, order) in [
        (&[][..], "weight colour"),
        (&[("colour", 0)], "colour weight"),
        (&[("colour", 0), ("weight", 1)], "weight colour"),
        (&[("colour", 0), ("colour", 0), ("colour", 0), ("weight", 1)], "colour weight"),
    ] {
        assert_eq!(used(uses), order, "{uses:?}");
    }
    // What is found better comes first all the same.
    let mut library = Library::new(shelf());
    (0..9).for_each(|_| library.used("return", 2_900 * week));
    let replies: Vec<&Reply> = library.replies().map(|shelved| shelved.reply).collect();
    let mut index = Index::new(replies.iter().copied());
    index.weigh(|place| library.uses(&replies[place].id).map(|uses| uses.worth));
    let best = index.search(&Query::read("发票"), |_| true);
    assert_eq!(replies[best[0].place].id, "invoice");
}

#[test]
fn an_edited_reply_is_found_by_its_new_words() {
    let mut library = Library::new(shelf());
    let revision = library.revision();
    let reply = Reply {
        id: "own".to_owned(),
        title: Wording::one("月亮"),
        body: Wording::one("好"),
        ..Reply::default()
    };
    library.apply(Change::Add { reply, before: None }, 1).unwrap();
    assert_ne!(library.revision(), revision);
    let index = Index::new(library.replies().map(|shelved| shelved.reply));
    assert_eq!(index.search(&Query::read("yueliang"), |_| true).len(), 1);
}
