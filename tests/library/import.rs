//! An import says what it would do, row by row, and is undone as one.

use deti::reply::{Change, Fate, Library, Plan, Row, Same, Tally, Wording, plan};
use deti::text::Script;
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
        let taken = match &row.abbreviation_of {
            Some(Same::Reply(id)) => format!(", abbreviation of {id}"),
            Some(Same::Row(line)) => format!(", abbreviation of row {line}"),
            None => String::new(),
        };
        let left = [Script::Hans, Script::Hant].map(|script| (script, row.left_behind(script)));
        let left = left.iter().filter(|(_, parts)| !parts.is_empty());
        let left: String = left.map(|left| format!(", {left:?} stays")).collect();
        let strays: String = row.strays.iter().map(|stray| format!(", stray {stray}")).collect();
        let nowhere = row.broken.nowhere.iter().map(|id| format!(", {id} is nowhere"));
        let round = row.broken.round.iter().map(|id| format!(", {id} goes round"));
        let broken: String = nowhere.chain(round).collect();
        let title = &row.reply.title.hans;
        lines += &format!("{} {title}: {fate}{taken}{left}{strays}{broken}\n", row.line);
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
        5 退货: new
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
    assert_eq!(plan.tally(), Tally { new: 5, changed: 1, duplicate: 3, refused: 2 });
    let before = shown(&library);
    library.apply(plan.change(&library, 2).unwrap(), 2).unwrap();
    expect![[r#"
        售后/退换货 a (own 2) 可以退货
        售后/换货 own-2 (own 2) 可以换货
        三天内
        售后/退货 own-2-3 (own 2) 可以为您退货
        物流/顺丰 own-2-4 (own 2) 发顺丰
        售前/发票 own-2-5 (own 2) 电子发票三天内发送
        /亲，在的，请问您想了解哪一款呢 own-2-6 (own 2) 亲，在的，请问您想了解哪一款呢
        日常/问候 hello (shop) 您好，请问有什么可以帮到您？
        售前/发票 invoice (shop) 我们会为您提供发票。
        bin a~1 可以退货 at 2
    "#]]
    .assert_eq(&shown(&library));
    assert_eq!(library.get("a").unwrap().tags, ["退"]);
    library.undo(3);
    assert_eq!(shown(&library), before);
}

/// A row has one script, as other tools do; what the other says goes on being said.
#[test]
fn a_row_tells_of_the_script_whose_words_it_does_not_change() {
    let both = |hans: &str, hant: &str| Wording { hans: hans.to_owned(), hant: hant.to_owned() };
    let mut library = Library::new(shop());
    let mut own = reply("a", "售后", "退货", "可以退货");
    (own.title, own.body) = (both("退货", "退貨"), both("可以退货", "可以退貨"));
    library.apply(Change::Add { reply: own, before: None }, 1).unwrap();
    let bodies = [both("不能退货", ""), both("", "不能退貨"), both("不能退货", "不能退貨")];
    for (body, left) in bodies.into_iter().zip([
        expect![[r#"
            4 退货: changes a [Body], (Hant, [Body]) stays
        "#]],
        expect![[r#"
            4 退货: changes a [Body], (Hans, [Body]) stays
        "#]],
        expect![[r#"
            4 退货: changes a [Body]
        "#]],
    ]) {
        let mut row = row(4, "售后", "退货", "");
        (row.reply.title, row.reply.body) = (both("退货", "退貨"), body);
        left.assert_eq(&told(&plan(&library, vec![row])));
    }
}

#[test]
fn what_is_there_already_changes_nothing() {
    let mut library = Library::new(shop());
    let rows = || vec![row(1, "售后", "退货", "可以退货"), row(2, "", "", "亲，在的")];
    library.apply(plan(&library, rows()).change(&library, 1).unwrap(), 1).unwrap();
    assert_eq!(plan(&library, rows()).change(&library, 1), None);
    let own = shop().into_iter().map(|reply| Row { line: 1, reply }).collect();
    assert_eq!(plan(&library, own).change(&library, 1), None);
}

#[test]
fn thousands_of_rows_are_one_step() {
    let mut library = Library::new(shop());
    let rows = (1..=5_000).map(|line| row(line, "f", &format!("t{line}"), &format!("b{line}")));
    library.apply(plan(&library, rows.collect()).change(&library, 1).unwrap(), 1).unwrap();
    assert_eq!(library.own().count(), 5_000);
    library.undo(2);
    assert_eq!(shown(&library), shown(&Library::new(shop())));
}

#[test]
fn the_same_file_again_changes_nothing_whatever_its_rows_are_called() {
    let begin = "您好，这笔退款我已经登记好了，";
    let untitled = |line, rest: &str| row(line, "售后", "", &format!("{begin}{rest}"));
    let rows = || {
        vec![
            untitled(1, "转给财务"),
            untitled(2, "转给仓库"),
            row(3, "售前", "发货", "今天发"),
            row(4, "售前", "发货", "明天发"),
        ]
    };
    let mut library = Library::new(shop());
    for (tally, now) in [(Tally { new: 4, ..Tally::default() }, 1), (Tally::default(), 2)] {
        let plan = plan(&library, rows());
        assert_eq!(Tally { duplicate: 0, ..plan.tally() }, tally);
        if let Some(change) = plan.change(&library, 1) {
            library.apply(change, now).unwrap();
        }
    }
    // One of two that are called the same is changed: the other one stays.
    let changed = vec![row(1, "售前", "发货", "后天发"), row(2, "售前", "发货", "明天发")];
    expect![[r#"
        1 发货: changes own-1-3 [Body]
        2 发货: same as own-1-4
    "#]]
    .assert_eq(&told(&plan(&library, changed)));
}

#[test]
fn two_rows_never_take_the_place_of_one_reply() {
    let mut library = Library::new(shop());
    let own = reply("a", "售前", "发货", "今天发");
    library.apply(Change::Add { reply: own, before: None }, 1).unwrap();
    let rows = vec![row(1, "售前", "发货", "甲甲甲"), row(2, "售前", "发货", "乙乙乙")];
    let plan = plan(&library, rows);
    expect![[r#"
        1 发货: changes a [Body]
        2 发货: new
    "#]]
    .assert_eq(&told(&plan));
    library.apply(plan.change(&library, 2).unwrap(), 2).unwrap();
    // The words that were there are in the bin, and come back from it.
    expect![[r#"
        售前/发货 a (own 2) 甲甲甲
        售前/发货 own-2 (own 2) 乙乙乙
        日常/问候 hello (shop) 您好，请问有什么可以帮到您？
        售前/发票 invoice (shop) 我们会为您提供发票。
        bin a~1 今天发 at 2
    "#]]
    .assert_eq(&shown(&library));
    library.apply(Change::Restore { entry: "a~1".to_owned() }, 3).unwrap();
    assert_eq!(library.own().count(), 3);
}

#[test]
fn the_numbers_of_another_sheet_are_no_ids_of_ours() {
    let numbered = |line, id: &str, title: &str, body: &str| {
        let mut row = row(line, "", title, body);
        row.reply.id = id.to_owned();
        row
    };
    let mut library = Library::new(shop());
    let first = vec![numbered(1, "1", "问好", "您好呀"), numbered(2, "2", "再见", "慢走")];
    library.apply(plan(&library, first).change(&library, 1).unwrap(), 1).unwrap();
    let made = library.own().next().unwrap().reply.id.clone();
    let second = vec![
        numbered(1, "1", "退货", "可以退"),
        numbered(2, "2", "换货", "可以换"),
        // An id that was made here means its reply, whatever else is new.
        numbered(3, &made, "问早", "早上好"),
    ];
    expect![[r#"
        1 退货: new
        2 换货: new
        3 问早: changes own-1 [Title, Body]
    "#]]
    .assert_eq(&told(&plan(&library, second)));
}

#[test]
fn a_row_of_one_script_leaves_the_other_as_it_is() {
    let mut library = Library::new(shop());
    let mut own = reply("a", "售后", "退款", "退款三天到账");
    own.body.hant = "退款三天到賬".to_owned();
    library.apply(Change::Add { reply: own, before: None }, 1).unwrap();
    // What one of its scripts says is nothing new.
    assert_eq!(
        plan(&library, vec![row(1, "售后", "退款", "退款三天到賬")]).change(&library, 2),
        None
    );
    let plan = plan(&library, vec![row(1, "售后", "退款", "退款两天到账")]);
    let [planned] = plan.rows.as_slice() else { unreachable!() };
    assert_eq!(planned.was.as_ref().unwrap().body.hans, "退款三天到账");
    library.apply(plan.change(&library, 2).unwrap(), 2).unwrap();
    let body = &library.get("a").unwrap().body;
    assert_eq!((body.hans.as_str(), body.hant.as_str()), ("退款两天到账", "退款三天到賬"));
}

#[test]
fn an_abbreviation_of_another_row_and_braces_that_are_no_field_are_said() {
    let lettered = |line, title: &str, letters: &str, body: &str| {
        let mut row = row(line, "", title, body);
        row.reply.abbreviation = letters.to_owned();
        row
    };
    let library = Library::new(shop());
    let rows = vec![
        lettered(1, "甲", "zz", "单号{order-no}已发"),
        lettered(2, "乙", "zz", "您好｛buyer｝，{buyer}"),
        lettered(3, "丙", "ZZ", "{a} {a|} }"),
    ];
    expect![[r#"
        1 甲: new, stray {order-no}
        2 乙: new, abbreviation of row 1, stray ｛buyer｝
        3 丙: new, abbreviation of row 1, stray {a|}, stray }
    "#]]
    .assert_eq(&told(&plan(&library, rows)));
}

fn named(line: usize, id: &str, title: &str, body: &str) -> Row {
    Row { line, reply: reply(id, "引", title, body) }
}

/// A pack whose replies take each other in, by ids of its own and by one made here.
fn pack() -> Vec<Row> {
    vec![
        named(1, "thanks", "道谢", "谢谢{snippet:bye}"),
        named(2, "bye", "告别", "欢迎下次再来{snippet: own-588 }"),
        named(3, "own-588", "祝福", "祝您愉快"),
        named(4, "both", "都说", "{snippet:thanks}，{snippet:hello}"),
    ]
}

#[test]
fn what_replies_take_in_they_go_on_taking_in_under_the_ids_they_get() {
    let mut library = Library::new(shop());
    let first = plan(&library, pack());
    library.apply(first.change(&library, 9).unwrap(), 9).unwrap();
    let again = plan(&library, pack());
    let mut changed = pack();
    changed[1].reply.body = Wording::one("再见{snippet:own-588}");
    let mut others = vec![
        named(1, "n", "新的", "{snippet:thanks}{snippet:hello}{snippet:nosuch}"),
        named(2, "thanks", "道谢", "谢谢{snippet:bye}"),
        named(3, "bye", "另叫", "欢迎下次再来{snippet:own-588}"),
        named(4, "a", "甲", "a{snippet:b}"),
        named(5, "b", "乙", "b{snippet:a}"),
        named(6, "c", "丙", "{snippet:a}"),
        named(7, "bad", "空", " "),
        named(8, "d", "丁", "丁{snippet:bad}"),
    ];
    others[1].reply.folder = Wording::one("别处");
    let told =
        [("first", &first), ("again", &again)].map(|(name, it)| format!("{name}\n{}", told(it)));
    let (changed, others) = (plan(&library, changed), plan(&library, others));
    let before = shown(&library);
    library.apply(changed.change(&library, 10).unwrap(), 10).unwrap();
    let after = shown(&library);
    let words = |id: &str| library.get(id).map(|reply| &reply.body);
    assert!(library.own().all(|own| own.reply.body.broken(&words).is_empty()));
    expect![[r#"
        first
        1 道谢: new
        2 告别: new
        3 祝福: new
        4 都说: new
        again
        1 道谢: same as own-9
        2 告别: same as own-9-2
        3 祝福: same as own-588
        4 都说: same as own-9-4
        引/道谢 own-9 (own 9) 谢谢{snippet:own-9-2}
        引/告别 own-9-2 (own 9) 欢迎下次再来{snippet:own-588}
        引/祝福 own-588 (own 9) 祝您愉快
        引/都说 own-9-4 (own 9) {snippet:own-9}，{snippet:hello}
        日常/问候 hello (shop) 您好，请问有什么可以帮到您？
        售前/发票 invoice (shop) 我们会为您提供发票。

        1 道谢: same as own-9
        2 告别: changes own-9-2 [Body]
        3 祝福: same as own-588
        4 都说: same as own-9-4
        引/道谢 own-9 (own 9) 谢谢{snippet:own-9-2}
        引/告别 own-9-2 (own 10) 再见{snippet:own-588}
        引/祝福 own-588 (own 9) 祝您愉快
        引/都说 own-9-4 (own 9) {snippet:own-9}，{snippet:hello}
        日常/问候 hello (shop) 您好，请问有什么可以帮到您？
        售前/发票 invoice (shop) 我们会为您提供发票。
        bin own-9-2~9 欢迎下次再来{snippet:own-588} at 10

        others
        1 新的: new, nosuch is nowhere
        2 道谢: same as own-9
        3 另叫: same as own-9-2
        4 甲: new, b goes round
        5 乙: new, a goes round
        6 丙: new, a goes round
        7 空: refused: NoBody
        8 丁: new, bad is nowhere
    "#]]
    .assert_eq(&format!(
        "{}{before}\n{}{after}\nothers\n{}",
        told.concat(),
        self::told(&changed),
        self::told(&others)
    ));
    assert_eq!(again.change(&library, 9), None);
}
