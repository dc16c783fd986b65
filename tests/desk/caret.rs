//! What is typed at the caret opens a list there; the keys are the list's only
//! while it has something chosen.

use deti::desk::wire::{Ask, FromPage, ToPage, WriteOutcome};
use deti::desk::{Effect, Event};
use expect_test::expect;

use crate::scene::{Scene, stock_with};

pub const REPLIES: &str = r#"
[[reply]]
id = "invoice"
folder = { hans = "售前", hant = "售前" }
title = { hans = "开发票", hant = "開發票" }
abbreviation = "kfp"
body = { hans = "您好，发票随货寄出。\n电子发票三天内发送。", hant = "您好，發票隨貨寄出。\n電子發票三天內發送。" }
source = "own"

[[reply]]
id = "parcel"
folder = { hans = "物流", hant = "物流" }
title = { hans = "快递单号", hant = "快遞單號" }
abbreviation = "kd"
body = { hans = "您好，快递是{快递|顺丰|圆通}，{cursor}请留意查收。", hant = "您好，快遞是{快遞|順豐|圓通}，{cursor}請留意查收。" }
source = "own"

[[reply]]
id = "return"
folder = { hans = "售后", hant = "售後" }
title = { hans = "退货", hant = "退貨" }
abbreviation = "th"
body = { hans = "您好，七天无理由退货，运费由我们承担，您在订单里点申请就可以了，寄回时请附上发票。", hant = "您好，七天無理由退貨，運費由我們承擔，您在訂單裡點申請就可以了，寄回時請附上發票。" }
source = "own"
"#;

fn scene() -> Scene {
    Scene::ready_with(stock_with(REPLIES), &["zh"])
}

#[test]
fn a_slash_finds_arrows_choose_and_what_was_typed_is_replaced() {
    let mut scene = scene();
    scene.draft("好的，/", 4).draft("好的，/fp", 6);
    scene.key(Ask::MoveList { rows: 1 }).key(Ask::MoveList { rows: 5 });
    scene.key(Ask::MoveList { rows: -1 }).key(Ask::TakeListed { place: None });
    scene.wrote(1, WriteOutcome::Arrived).shows();
    scene.plays(expect![[r#"
        > draft 2 “好的，/”
            verdict 2:
            list 3..4 *开发票（售前）您好，发票随货寄出。 | 快递单号（物流）您好，快递是{快递}，请留意查收。 asks | 退货（售后）您好，七天无理由退货，运费由我们承担，您在订单里点申请就可以了，寄回时请附上发票。
        > draft 3 “好的，/fp”
            verdict 3:
            list 3..6 *开[发票]（售前）您好，发票随货寄出。 | 退货（售后）…可以了，寄回时请附上[发票]。
        > key MoveList { rows: 1 }
            list 3..6 开[发票]（售前）您好，发票随货寄出。 | *退货（售后）…可以了，寄回时请附上[发票]。
        > key MoveList { rows: 5 }
            list 3..6 开[发票]（售前）您好，发票随货寄出。 | *退货（售后）…可以了，寄回时请附上[发票]。
        > key MoveList { rows: -1 }
            list 3..6 *开[发票]（售前）您好，发票随货寄出。 | 退货（售后）…可以了，寄回时请附上[发票]。
        > key TakeListed { place: None }
            List { list: None }
            write 1 in “好的，/fp” 3..6 “您好，发票随货寄出。
        电子发票三天内发送。” caret 24
        > wrote 1 Arrived
        = On; Inserted
    "#]]);
}

#[test]
fn where_a_slash_opens_the_list_and_where_it_is_a_slash() {
    for (draft, caret, found) in [
        ("/", 1, "开发票 快递单号 退货"),
        ("/kfp", 4, "开发票"),
        ("／kfp", 4, "开发票"),
        // With Chinese signs an input method makes it of the same key.
        ("、kfp", 4, "开发票"),
        ("好的，、fp", 6, "开发票 退货"),
        ("红色、fp", 5, ""),
        ("您好\n/fp", 6, "开发票 退货"),
        ("您好。/tui", 7, "退货"),
        ("您好 /退貨", 6, "退貨"),
        ("/@shouqian", 10, "开发票"),
        ("/@售后 fp", 7, "退货"),
        ("/@wl ", 5, "快递单号"),
        ("/fapaio", 7, "开发票"),
        ("/fp", 2, "开发票"),
        // A search that finds nothing is not to be sent; beside other words it may be.
        ("/月亮", 3, "nothing, held"),
        ("您好 /月亮", 6, "nothing"),
        // What follows the caret is not part of it, and neither is what is apart.
        ("/fp 好", 3, "开发票 退货"),
        ("/ fp", 4, ""),
        // Several words are all looked for; where they find nothing they are a
        // sentence, and Enter is the page's.
        ("/退货 发票", 6, "退货"),
        ("/fp 寄出", 6, "开发票"),
        ("/退货 月亮", 6, ""),
        ("/退货 ", 4, "退货"),
        ("24小时/天", 6, ""),
        ("11/8", 4, ""),
        ("https://a", 9, ""),
        ("和/或", 3, ""),
        // Behind a word it is one only where a reply is called like what follows.
        ("好的/", 3, ""),
        ("亲/发票", 4, "~开发票"),
        ("亲/kfp", 5, "~开发票"),
        ("😀/fapiao", 9, "~开发票"),
        ("亲/退货 发票", 7, ""),
        ("亲/月亮", 4, ""),
        ("亲/寄出", 4, ""),
        ("11月/12", 6, ""),
        ("1/2", 3, ""),
        ("nihao/kfp", 9, ""),
        ("https://a.cn/th", 15, ""),
        ("//th", 4, ""),
        ("/////", 5, ""),
        ("", 0, ""),
        ("/abcdefghijklmnopqrstuvwxyz", 27, ""),
    ] {
        let mut scene = scene();
        scene.draft(draft, caret);
        let said = FromPage::Draft { revision: 9, text: draft.to_owned(), caret };
        scene.page(FromPage::Draft { revision: 8, text: String::new(), caret: 0 });
        let effects = scene.desk.handle(Event::Page(said), 99);
        let listed = effects.into_iter().find_map(|effect| match effect {
            Effect::Page(ToPage::List { list }) => list,
            _ => None,
        });
        let titles = listed.map_or(String::new(), |list| {
            let titles: Vec<&str> = list.rows.iter().map(|row| row.title.as_str()).collect();
            // Behind a word nothing is chosen before an arrow key.
            let loose = if titles.is_empty() || list.chosen.is_some() { "" } else { "~" };
            assert!(list.chosen.is_none() || !titles.is_empty(), "{draft}");
            if list.held {
                "nothing, held".to_owned()
            } else if titles.is_empty() {
                "nothing".to_owned()
            } else {
                loose.to_owned() + &titles.join(" ")
            }
        });
        assert_eq!(titles, found, "{draft}");
    }
}

#[test]
fn an_abbreviation_opens_it_but_in_a_sentence_nothing_is_chosen() {
    let mut scene = scene();
    scene.draft("th", 2).key(Ask::TakeListed { place: None }).draft("好的KFP", 5);
    scene.key(Ask::TakeListed { place: None }).key(Ask::MoveList { rows: 1 });
    scene.key(Ask::TakeListed { place: None }).draft("oth", 3);
    scene.plays(expect![[r#"
        > draft 2 “th”
            verdict 2:
            list 0..2 *[退货]（售后）您好，七天无理由退货，运费由我们承担，您在订单里点申请就可以了，寄回时请附上发票。
        > key TakeListed { place: None }
            List { list: None }
            write 1 in “th” 0..2 “您好，七天无理由退货，运费由我们承担，您在订单里点申请就可以了，寄回时请附上发票。” caret 41
        > draft 3 “好的KFP”
            verdict 3:
            list 2..5 [开发票]（售前）您好，发票随货寄出。
        > key TakeListed { place: None }
        > key MoveList { rows: 1 }
            list 2..5 *[开发票]（售前）您好，发票随货寄出。
        > key TakeListed { place: None }
            List { list: None }
            write 2 in “好的KFP” 2..5 “您好，发票随货寄出。
        电子发票三天内发送。” caret 23
        > draft 4 “oth”
            verdict 4:
    "#]]);
}

#[test]
fn escape_closes_it_for_this_word_and_the_focus_hides_it() {
    let mut scene = scene();
    scene.draft("/f", 2).key(Ask::CloseList).draft("/fp", 3).draft("/fp ", 4).draft("/fp /k", 6);
    scene.page(FromPage::Focus { focused: false }).page(FromPage::Focus { focused: true });
    scene.caret(0).caret(6).draft("", 0).key(Ask::TakeListed { place: Some(0) });
    scene.plays(expect![[r#"
        > draft 2 “/f”
            verdict 2:
            list 0..2 *开[发]票（售前）您好，发票随货寄出。
        > key CloseList
            List { list: None }
        > draft 3 “/fp”
            verdict 3:
        > draft 4 “/fp ”
            verdict 4:
        > draft 5 “/fp /k”
            verdict 5:
            list 4..6 *[开]发票（售前）您好，发票随货寄出。 | [快]递单号（物流）您好，快递是{快递}，请留意查收。 asks
        > Focus { focused: false }
            List { list: None }
        > Focus { focused: true }
            list 4..6 *[开]发票（售前）您好，发票随货寄出。 | [快]递单号（物流）您好，快递是{快递}，请留意查收。 asks
        > caret 0
            List { list: None }
        > caret 6
            list 4..6 *[开]发票（售前）您好，发票随货寄出。 | [快]递单号（物流）您好，快递是{快递}，请留意查收。 asks
        > draft 6 “”
            verdict 6:
            List { list: None }
        > key TakeListed { place: Some(0) }
    "#]]);
}

#[test]
fn a_digit_is_of_the_list_at_the_caret_while_there_is_one() {
    let mut scene = scene();
    scene.draft("/退", 2).key(Ask::InsertReply { place: 0 }).draft("", 0);
    scene.key(Ask::InsertReply { place: 0 });
    scene.plays(expect![[r#"
        > draft 2 “/退”
            verdict 2:
            list 0..2 *[退]货（售后）您好，七天无理由[退]货，运费由我们承担，您在订单里点申请就可以了，寄回时请附上发票。
        > key InsertReply { place: 0 }
            List { list: None }
            write 1 in “/退” 0..2 “您好，七天无理由退货，运费由我们承担，您在订单里点申请就可以了，寄回时请附上发票。” caret 41
        > draft 3 “”
            verdict 3:
        > key InsertReply { place: 0 }
            write 2 in “” 0..0 “您好，发票随货寄出。
        电子发票三天内发送。” caret 21
    "#]]);
}

#[test]
fn what_asks_for_something_replaces_what_was_typed_in_the_end() {
    let mut scene = scene();
    scene.draft("好，/kd", 5).key(Ask::TakeListed { place: None }).shows();
    scene.panel(deti::desk::PanelEvent::Fill { field: "快递".into(), value: "月亮".into() });
    scene.panel(deti::desk::PanelEvent::SubmitForm).shows();
    scene.panel(deti::desk::PanelEvent::Fill { field: "快递".into(), value: "圆通".into() });
    scene.panel(deti::desk::PanelEvent::SubmitForm);
    // If the draft has become another one meanwhile, nothing of it is replaced.
    scene.draft("/kd", 3).key(Ask::TakeListed { place: None }).draft("您", 1);
    scene.panel(deti::desk::PanelEvent::Fill { field: "快递".into(), value: "圆通".into() });
    scene.panel(deti::desk::PanelEvent::SubmitForm);
    scene.plays(expect![[r#"
        > draft 2 “好，/kd”
            verdict 2:
            list 2..5 *[快递]单号（物流）您好，快递是{快递}，请留意查收。 asks
        > key TakeListed { place: None }
            List { list: None }
            FocusPanel
            Focus(Form)
        = On; form [("快递", "")]
        > panel Fill { field: "快递", value: "月亮" }
        > panel SubmitForm
            Focus(Form)
        = On; form [("快递", "月亮")]; missing 快递
        > panel Fill { field: "快递", value: "圆通" }
        > panel SubmitForm
            write 1 in “好，/kd” 2..5 “您好，快递是圆通，请留意查收。” caret 11
            FocusComposer
        > draft 3 “/kd”
            verdict 3:
            list 0..3 *[快递]单号（物流）您好，快递是{快递}，请留意查收。 asks
        > key TakeListed { place: None }
            List { list: None }
            FocusPanel
            Focus(Form)
        > draft 4 “您”
            verdict 4:
        > panel Fill { field: "快递", value: "圆通" }
        > panel SubmitForm
            write 2 in “您” 1..1 “您好，快递是圆通，请留意查收。” caret 10
            FocusComposer
    "#]]);
}

#[test]
fn a_slash_behind_a_word_goes_with_what_is_taken() {
    let mut scene = scene();
    scene.draft("亲/kfp", 5).key(Ask::TakeListed { place: None });
    scene.key(Ask::MoveList { rows: 1 }).key(Ask::TakeListed { place: None });
    scene.plays(expect![[r#"
        > draft 2 “亲/kfp”
            verdict 2:
            list 1..5 [开发票]（售前）您好，发票随货寄出。
        > key TakeListed { place: None }
        > key MoveList { rows: 1 }
            list 1..5 *[开发票]（售前）您好，发票随货寄出。
        > key TakeListed { place: None }
            List { list: None }
            write 1 in “亲/kfp” 1..5 “您好，发票随货寄出。
        电子发票三天内发送。” caret 22
    "#]]);
}
