//! An import says what it would do, row by row, and is undone as one.

use deti::reply::{Change, Fate, Library, Plan, Row, Same, Tally, plan};
use expect_test::expect;

use crate::{reply, shop, shown};

fn row(line: usize, folder: &str, title: &str, body: &str) -> Row {
    Row { line, reply: reply("", folder, title, body) }
}

fn told(plan: &Plan) -> String {
    let mut lines = String::new();
    for row in &plan.rows {
        let fate = match &row.fate {
            Fate::New => "new".to_owned(),
            Fate::Changed(parts) => format!("changes {} {parts:?}", row.reply.id),
            Fate::Duplicate(Same::Reply(id)) => format!("same as {id}"),
            Fate::Duplicate(Same::Row(line)) => format!("same as row {line}"),
            Fate::Refused(why) => format!("refused: {why:?}"),
        };
        let taken = row.abbreviation_of.as_ref();
        let taken = taken.map(|id| format!(", abbreviation of {id}")).unwrap_or_default();
        lines += &format!("{} {}: {fate}{taken}\n", row.line, row.reply.title.hans);
    }
    lines
}

#[test]
fn every_row_has_its_fate() {
    let mut library = Library::new(shop());
    let mut own = reply("a", "售后", "退货", "可以退货");
    own.abbreviation = "th".to_owned();
    own.tags = vec!["退".to_owned()];
    library.apply(Change::Add { reply: own, before: None }, 1).unwrap();
    let mut abbreviated = row(9, "物流", "顺丰", "发顺丰");
    abbreviated.reply.abbreviation = "TH".to_owned();
    let mut by_id = row(10, "售后", "退换货", "可以退货");
    by_id.reply.id = "a".to_owned();
    let rows = vec![
        row(4, "售后", "换货", "可以换货\n三天内"),
        row(5, "售后", "退货", "可以为您退货"),
        row(6, "售后", "退货", " 可以退货 "),
        row(7, "别处", "您好", "您好，请问有什么可以帮到您？"),
        row(8, "售后", "换", "可以换货 三天内"),
        abbreviated,
        by_id,
        row(11, "售前", "发票", "电子发票三天内发送"),
        row(12, "", "", "亲，在的，请问您想了解哪一款呢"),
        row(13, "", "", "  "),
        row(14, "", "长", &"长".repeat(4_001)),
    ];
    let plan = plan(&library, rows);
    expect![[r#"
        4 换货: new
        5 退货: changes a [Body]
        6 退货: same as a
        7 您好: same as hello
        8 换: same as row 4
        9 顺丰: new, abbreviation of a
        10 退换货: changes a [Title]
        11 发票: new
        12 亲，在的，请问您想了解哪一款呢: new
        13 : refused: NoBody
        14 长: refused: TooLong(4001)
    "#]]
    .assert_eq(&told(&plan));
    assert_eq!(plan.tally(), Tally { new: 4, changed: 2, duplicate: 3, refused: 2 });
    let before = shown(&library);
    library.apply(plan.change().unwrap(), 2).unwrap();
    expect![[r#"
        售后/退换货 a (own 2) 可以退货
        售后/换货 own-2 (own 2) 可以换货
        三天内
        物流/顺丰 own-2-3 (own 2) 发顺丰
        售前/发票 own-2-4 (own 2) 电子发票三天内发送
        /亲，在的，请问您想了解哪一款呢 own-2-5 (own 2) 亲，在的，请问您想了解哪一款呢
        日常/问候 hello (shop) 您好，请问有什么可以帮到您？
        售前/发票 invoice (shop) 我们会为您提供发票。
    "#]]
    .assert_eq(&shown(&library));
    assert_eq!(library.get("a").unwrap().tags, ["退"]);
    library.undo(3);
    assert_eq!(shown(&library), before);
}

#[test]
fn what_is_there_already_changes_nothing() {
    let mut library = Library::new(shop());
    let rows = || vec![row(1, "售后", "退货", "可以退货"), row(2, "", "", "亲，在的")];
    library.apply(plan(&library, rows()).change().unwrap(), 1).unwrap();
    assert_eq!(plan(&library, rows()).change(), None);
    let own = shop().into_iter().map(|reply| Row { line: 1, reply }).collect();
    assert_eq!(plan(&library, own).change(), None);
}

#[test]
fn thousands_of_rows_are_one_step() {
    let mut library = Library::new(shop());
    let rows = (1..=5_000).map(|line| row(line, "f", &format!("t{line}"), &format!("b{line}")));
    library.apply(plan(&library, rows.collect()).change().unwrap(), 1).unwrap();
    assert_eq!(library.own().count(), 5_000);
    library.undo(2);
    assert_eq!(shown(&library), shown(&Library::new(shop())));
}
