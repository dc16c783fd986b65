//! A reply is found by typing, filled in from the page, and inserted at the
//! caret.

use deti::desk::PanelEvent;
use deti::desk::view::Tab;
use deti::desk::wire::{Ask, WriteOutcome};
use expect_test::expect;

use crate::scene::Scene;

fn insert(id: &str) -> PanelEvent {
    PanelEvent::InsertReply(id.to_owned())
}

fn fill(field: &str, value: &str) -> PanelEvent {
    PanelEvent::Fill { field: field.to_owned(), value: value.to_owned() }
}

const ORDER: [&str; 4] = ["261106-583920174836328", "已发货", "童鞋 28码", "¥66.00"];

#[test]
fn a_reply_goes_in_at_the_caret_and_never_over_the_draft() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft("您好", 2).panel(insert("authentic")).wrote(1, WriteOutcome::Arrived).shows();
    scene.draft("您好", 0).key(Ask::InsertReply { place: 4 });
    scene.plays(expect![[r#"
        > draft 2 “您好”
            verdict 2:
        > panel InsertReply("authentic")
            write 1 in “您好” 2..2 “您好，我们是自己的品牌，原厂正品，请您放心选购。” caret 26
            FocusComposer
        > wrote 1 Arrived
        = On; Inserted
        > draft 3 “您好”
            verdict 3:
        > key InsertReply { place: 4 }
            write 2 in “您好” 0..0 “非常抱歉让您有这样的体验，您的感受我完全理解。” caret 23
    "#]]);
}

#[test]
fn the_list_answers_every_letter_and_the_arrows_move_in_it() {
    let mut scene = Scene::ready(&["zh"]);
    scene.panel(PanelEvent::Choose(3)).panel(PanelEvent::Search("fapiao".to_owned()));
    let view = scene.desk.view();
    assert_eq!((view.query.as_str(), view.chosen), ("fapiao", 0));
    assert_eq!((&*view.replies[0].id, &*view.replies[0].title_hits), ("invoice", &[(1, 3)][..]));
    scene.panel(PanelEvent::Search(String::new()));
    let last = scene.desk.view().replies.len() - 1;
    for (step, chosen) in [(1, 1), (i32::MAX, last), (1, last), (-1, last - 1), (i32::MIN, 0)] {
        scene.panel(PanelEvent::Choose(step));
        assert_eq!(scene.desk.view().chosen, chosen);
    }
    scene.panel(PanelEvent::Choose(i32::MAX)).panel(PanelEvent::Search("退货".to_owned()));
    assert_eq!(scene.desk.view().chosen, 0);
}

#[test]
fn fields_come_from_the_page_and_what_is_missing_is_asked_for() {
    let mut scene = Scene::ready(&["zh"]);
    scene.orders(&[ORDER]).panel(insert("confirm-order")).panel(insert("restock")).shows();
    scene.panel(fill("到货时间", "周五")).panel(fill("月亮", "圆")).panel(PanelEvent::SubmitForm);
    scene.shows().panel(fill("替代款式", "同款 29码")).panel(PanelEvent::SubmitForm).shows();
    scene.plays(expect![[r#"
        > orders 1
        > panel InsertReply("confirm-order")
            write 1 in “” 0..0 “跟您确认一下：订单号 261106-583920174836328，商品是童鞋 28码，请问对吗？” caret 49
            FocusComposer
        > panel InsertReply("restock")
            Focus(Form)
        = On; form [("到货时间", ""), ("替代款式", "")]
        > panel Fill { field: "到货时间", value: "周五" }
        > panel Fill { field: "月亮", value: "圆" }
        > panel SubmitForm
            Focus(Form)
        = On; form [("到货时间", "周五"), ("替代款式", "")]; missing 替代款式
        > panel Fill { field: "替代款式", value: "同款 29码" }
        > panel SubmitForm
            write 2 in “” 0..0 “您好，童鞋 28码正在补货，预计周五到货。您急用的话，我为您推荐同款 29码。” caret 39
            FocusComposer
        = On
    "#]]);
}

#[test]
fn the_form_is_in_sight_and_goes_on_at_the_first_empty_field() {
    let mut scene = Scene::ready(&["zh"]);
    scene.orders(&[ORDER]).panel(PanelEvent::Open(Tab::Orders)).panel(PanelEvent::Settings(true));
    scene.panel(insert("restock"));
    assert_eq!((scene.desk.view().tab, scene.desk.view().settings), (Tab::Replies, false));
    for (field, value, next) in [
        ("到货时间", " ", 0),
        ("到货时间", "周五", 1),
        ("替代款式", "同款", 0),
        ("到货时间", "", 0),
    ] {
        scene.panel(fill(field, value));
        assert_eq!(scene.desk.view().form.unwrap().first_empty(), next, "{field} {value}");
    }
}

#[test]
fn among_several_orders_nobody_guesses() {
    let mut scene = Scene::ready(&["zh"]);
    let other = ["261106-583920174836329", "待付款", "童袜", "¥9.90"];
    scene.orders(&[ORDER, other]).panel(insert("confirm-order")).shows();
    scene
        .panel(PanelEvent::CloseForm)
        .panel(PanelEvent::ChooseOrder(format!("sandbox/{}", other[0])));
    scene.panel(insert("confirm-order")).shows();
    scene.chat("next", "陈先生", &[]);
    assert_eq!(scene.desk.view().order, None);
    scene.plays(expect![[r#"
        > orders 2
        > panel InsertReply("confirm-order")
            Focus(Form)
        = On; form [("order_no", ""), ("item", "")]
        > panel CloseForm
            Focus(Search)
        > panel ChooseOrder("sandbox/261106-583920174836329")
        > panel InsertReply("confirm-order")
            write 1 in “” 0..0 “跟您确认一下：订单号 261106-583920174836329，商品是童袜，请问对吗？” caret 45
            FocusComposer
        = On
        > chat next: 
            verdict 1:
    "#]]);
}

#[test]
fn a_reply_is_in_the_script_of_the_draft_then_of_the_buyer_then_of_the_interface() {
    for (language, draft, buyer, title) in [
        ("zh-CN", "", "", "开发票"),
        ("zh-TW", "", "", "開發票"),
        ("zh-CN", "", "b: 請問可以開發票嗎", "開發票"),
        ("zh-TW", "", "b: 请问可以开发票吗", "开发票"),
        ("zh-CN", "这个", "b: 請問可以開發票嗎", "开发票"),
        ("zh-TW", "好的", "b: 在", "開發票"),
    ] {
        let mut scene = Scene::ready(&[language]);
        let lines: &[&str] = if buyer.is_empty() { &[] } else { &[buyer] };
        scene.chat("k", "林小姐", lines).draft(draft, 0);
        scene.panel(PanelEvent::Search("kfp".to_owned()));
        assert_eq!(scene.desk.view().replies[0].title, title, "{language} {draft} {buyer}");
    }
}

#[test]
fn a_value_of_the_page_is_one_line_of_text() {
    let mut scene = Scene::ready(&["zh"]);
    scene.orders(&[["240905-2827", "待发货", "<b>童鞋</b>\n\n28码", "¥66"]]);
    scene.panel(insert("confirm-order"));
    scene.plays(expect![[r#"
        > orders 1
        > panel InsertReply("confirm-order")
            write 1 in “” 0..0 “跟您确认一下：订单号 240905-2827，商品是<b>童鞋</b> 28码，请问对吗？” caret 45
            FocusComposer
    "#]]);
}

#[test]
fn without_a_composer_the_reply_is_on_the_clipboard() {
    let mut scene = Scene::empty();
    scene.panel(insert("authentic")).shows();
    scene.plays(expect![[r#"
        > panel InsertReply("authentic")
            copy “您好，我们是自己的品牌，原厂正品，请您放心选购。”
        = Starting; NoComposer
    "#]]);
}
