//! A value of the page has a place and an age, a promotion has its days, and a
//! reply with anything open in it stays where it is.

use deti::desk::view::Notice;
use deti::desk::wire::{Ask, FromPage, WriteOutcome};
use deti::desk::{PanelEvent, Preferences};
use deti::reply::{Change, Reply, Wording};
use expect_test::expect;

use crate::scene::{Scene, stock_with};

const REPLIES: &str = r#"
[[reply]]
id = "order"
folder = { hans = "日常", hant = "日常" }
title = { hans = "核对", hant = "核對" }
body = { hans = "{buyer}，订单 {order_no}，对吗？", hant = "{buyer}，訂單 {order_no}，對嗎？" }
source = "own"

[[reply]]
id = "eta"
folder = { hans = "物流", hant = "物流" }
title = { hans = "时间", hant = "時間" }
body = { hans = "预计{date+2}（{weekday+2}）到，{days:3}天内。{snippet:bye}", hant = "預計{date+2}（{weekday+2}）到，{days:3}天內。{snippet:bye}" }
source = "own"

[[reply]]
id = "bye"
folder = { hans = "日常", hant = "日常" }
title = { hans = "再见", hant = "再見" }
body = { hans = "祝您愉快", hant = "祝您愉快" }
source = "own"

[[reply]]
id = "broken"
folder = { hans = "日常", hant = "日常" }
title = { hans = "断", hant = "斷" }
body = { hans = "{snippet:none}", hant = "{snippet:none}" }
source = "own"

[[reply]]
id = "promo"
folder = { hans = "促销", hant = "促銷" }
title = { hans = "双11", hant = "雙11" }
abbreviation = "ss"
body = { hans = "满300减40", hant = "滿300減40" }
valid_from = "2026-11-01"
valid_until = "2026-11-11"
platforms = ["sandbox"]
source = "own"

[[reply]]
id = "elsewhere"
folder = { hans = "促销", hant = "促銷" }
title = { hans = "他处", hant = "他處" }
body = { hans = "满200减10", hant = "滿200減10" }
platforms = ["pdd"]
source = "own"
"#;

fn scene() -> Scene {
    Scene::ready_with(stock_with(REPLIES), &["zh"])
}

fn insert(id: &str) -> PanelEvent {
    PanelEvent::InsertReply(id.to_owned())
}

const OTHER: [&str; 4] = ["261106-583920174800001", "待付款", "童鞋 30码", "¥68.00"];
const ORDER: [&str; 4] = ["261106-583920174836328", "已发货", "童鞋 28码", "¥66.00"];

#[test]
fn a_value_says_where_it_was_seen_and_when() {
    let mut scene = scene();
    scene.chat("k", "林小姐", &[]).orders(&[ORDER]);
    let row = scene.desk.view().replies.into_iter().find(|row| row.id == "order").unwrap();
    let from: Vec<String> = row.from.iter().map(|from| format!("{from:?}\n")).collect();
    expect![[r#"
        ("buyer", Known { text: "林小姐", origin: Some(Conversation), seen: 4000, stale: false })
        ("order_no", Known { text: "261106-583920174836328", origin: Some(Order { card: 1, number: "261106-583920174836328" }), seen: 5000, stale: false })
    "#]]
    .assert_eq(&from.concat());
}

#[test]
fn what_was_seen_too_long_ago_is_asked_for_again_and_then_inserted() {
    let mut scene = scene();
    scene.chat("k", "林小姐", &[]).orders(&[ORDER]).wait(9).panel(insert("order"));
    scene.wait(2).panel(insert("order")).shows();
    scene.chat("k", "林小姐", &[]).orders(&[ORDER]).shows();
    // What is said long after is no answer, and neither is anything after the
    // agent went on writing.
    scene.wait(11).panel(insert("order")).wait(1).chat("k", "林小姐", &[]).orders(&[ORDER]);
    scene.wait(11).panel(insert("order")).draft("好", 1).chat("k", "林小姐", &[]).orders(&[ORDER]);
    scene.plays(expect![[r#"
        > chat k: 
            verdict 1:
        > orders 1
        … 9 minutes
        > panel InsertReply("order")
            write 1 in “” 0..0 “林小姐，订单 261106-583920174836328，对吗？” caret 33
            FocusComposer
        … 2 minutes
        > panel InsertReply("order")
            Look
        = On; stale buyer order_no
        > chat k: 
        > orders 1
            write 2 in “” 0..0 “林小姐，订单 261106-583920174836328，对吗？” caret 33
            FocusComposer
        = On
        … 11 minutes
        > panel InsertReply("order")
            Look
        … 1 minutes
        > chat k: 
        > orders 1
        … 11 minutes
        > panel InsertReply("order")
            Look
        > draft 2 “好”
            verdict 2:
        > chat k: 
        > orders 1
    "#]]);
}

#[test]
fn another_conversation_makes_stale_what_stood_beside_the_one_before() {
    let mut scene = scene();
    scene.chat("k", "林小姐", &[]).orders(&[ORDER]).chat("l", "陈先生", &[]);
    // The page may show the cards of the conversation before for a while, and
    // says them again when it is asked: they are no less the other buyer's.
    scene.panel(insert("order")).shows().orders(&[ORDER]).shows();
    scene.panel(insert("order")).orders(&[OTHER]).shows();
    scene.plays(expect![[r#"
        > chat k: 
            verdict 1:
        > orders 1
        > chat l: 
            verdict 1:
        > panel InsertReply("order")
            Look
        = On; stale order_no
        > orders 1
        = On; stale order_no
        > panel InsertReply("order")
            Look
        > orders 1
            write 1 in “” 0..0 “陈先生，订单 261106-583920174800001，对吗？” caret 33
            FocusComposer
        = On
    "#]]);
}

#[test]
fn a_value_of_another_buyer_is_stale_in_the_lists_and_has_the_time_at_which_it_was_seen() {
    let mut scene = scene();
    scene.chat("k", "林小姐", &[]).orders(&[ORDER]).chat("l", "陈先生", &[]).orders(&[ORDER]);
    let row = scene.desk.view().replies.into_iter().find(|row| row.id == "order").unwrap();
    assert_eq!(row.stale, ["order_no"]);
    let from: Vec<String> = row.from.iter().map(|from| format!("{from:?}\n")).collect();
    expect![[r#"
        ("buyer", Known { text: "陈先生", origin: Some(Conversation), seen: 6000, stale: false })
        ("order_no", Known { text: "261106-583920174836328", origin: Some(Order { card: 1, number: "261106-583920174836328" }), seen: 7000, stale: true })
    "#]].assert_eq(&from.concat());
    scene.draft("/核对", 3).orders(&[OTHER]);
    scene.plays(expect![[r#"
        > chat k: 
            verdict 1:
        > orders 1
        > chat l: 
            verdict 1:
        > orders 1
        > draft 2 “/核对”
            verdict 2:
            list 0..3 *[核对]（日常）陈先生，订单 261106-583920174836328，对吗？ stale
        > orders 1
            list 0..3 *[核对]（日常）陈先生，订单 261106-583920174800001，对吗？
    "#]]);
}

#[test]
fn what_looks_like_a_field_and_is_none_is_said_when_it_is_saved_and_is_not_inserted() {
    for (body, said, asked) in [
        ("{date+400}前", "{date+400}", ""),
        ("{weekday-366}", "{weekday-366}", ""),
        ("{buyer }{a b}", "{a b}", ""),
        ("预计{days:}天", "", "days="),
        ("预计{days: }天", "", "days="),
        ("预计{days:3}天，{数量}件", "", "days=3 数量="),
        ("预计{date+365}到", "", ""),
    ] {
        let mut scene = scene();
        scene.day("2026-11-08").stored("{}").draft(body, 0).panel(PanelEvent::OpenEditor(None));
        assert_eq!(scene.desk.view().editor.unwrap().strays.join(" "), said, "{body}");
        scene.panel(PanelEvent::Save).draft("", 0);
        let id = scene.desk.view().replies.into_iter().find(|row| row.own).unwrap().id;
        let before = scene.short();
        scene.panel(insert(&id));
        let view = scene.desk.view();
        let fields = view.form.map(|form| form.fields).unwrap_or_default();
        let fields: Vec<String> =
            fields.iter().map(|field| format!("{}={}", field.name, field.value)).collect();
        assert_eq!(fields.join(" "), asked, "{body}");
        let whole = said.is_empty() && asked.is_empty();
        let wrote = scene.short().replacen(&before, "", 1).contains("write");
        assert_eq!(wrote, whole, "{body}");
        assert_eq!(matches!(view.notice, Some(Notice::Strays(_))), !said.is_empty(), "{body}");
    }
}

#[test]
fn the_agent_says_when_a_value_is_stale() {
    for (stale_after, minutes, stale) in
        [(0, 9, false), (0, 11, true), (30, 29, false), (30, 31, true), (1, 2, true)]
    {
        let mut scene = Scene::of(stock_with(REPLIES));
        scene.hello(&["zh"]).restored(Preferences { stale_after, ..Preferences::default() });
        scene.draft("", 0).chat("k", "林小姐", &[]).orders(&[ORDER]).wait(minutes).draft("好", 1);
        scene.panel(insert("order"));
        assert_eq!(scene.desk.view().notice.is_some(), stale, "{stale_after} {minutes}");
    }
}

#[test]
fn days_defaults_and_other_replies() {
    let mut scene = scene();
    scene.panel(insert("eta")).shows().panel(PanelEvent::CloseForm);
    scene.day("2026-12-30").panel(insert("eta")).panel(insert("broken")).shows();
    scene.plays(expect![[r#"
        > panel InsertReply("eta")
            Focus(Form)
        = On; form [("date", ""), ("weekday", ""), ("days", "3")]
        > panel CloseForm
            Focus(Search)
        > clock 2026-12-30
        > panel InsertReply("eta")
            write 1 in “” 0..0 “预计1月1日（周五）到，3天内。祝您愉快” caret 20
            FocusComposer
        > panel InsertReply("broken")
        = On; Broken(["none"])
    "#]]);
}

#[test]
fn a_promotion_has_its_days_and_its_console() {
    let mut scene = scene();
    for day in ["2026-10-31", "2026-11-01", "2026-11-08", "2026-11-11", "2026-11-12"] {
        scene.day(day).panel(PanelEvent::Search("满".to_owned())).rows(9);
        let ending = scene.desk.view().ending;
        scene.panel(insert("promo"));
        let ends: Vec<String> =
            ending.iter().map(|it| format!("{} in {}", it.id, it.days)).collect();
        if !ends.is_empty() {
            scene.note(&ends.join(", "));
        }
        scene.shows();
    }
    scene.plays(expect![[r#"
        > clock 2026-10-31
        > panel Search("满")
        = promo elsewhere and 0 more
        > panel InsertReply("promo")
        = On; NotOffered(NotYet(Day(20758)))
        > clock 2026-11-01
        > panel Search("满")
        = promo elsewhere and 0 more
        > panel InsertReply("promo")
            write 1 in “” 0..0 “满300减40” caret 7
            FocusComposer
        = On
        > clock 2026-11-08
        > panel Search("满")
        = promo elsewhere and 0 more
        > panel InsertReply("promo")
            write 2 in “” 0..0 “满300减40” caret 7
            FocusComposer
        = promo in 3
        = On
        > clock 2026-11-11
        > panel Search("满")
        = promo elsewhere and 0 more
        > panel InsertReply("promo")
            write 3 in “” 0..0 “满300减40” caret 7
            FocusComposer
        = promo in 0
        = On
        > clock 2026-11-12
        > panel Search("满")
        = promo elsewhere and 0 more
        > panel InsertReply("promo")
        = On; NotOffered(Ended(Day(20768)))
    "#]]);
}

#[test]
fn braces_that_are_no_field_do_not_go_out_however_often_it_is_asked() {
    let mut scene = scene();
    let reply = Reply {
        id: "stray".to_owned(),
        title: Wording::one("单号"),
        body: Wording::one("单号{order-no}已发，｛buyer｝{a|}"),
        ..Reply::default()
    };
    scene.panel(PanelEvent::OpenEditor(None)).panel(PanelEvent::Edit(Box::new(reply.clone())));
    assert_eq!(scene.desk.view().editor.unwrap().strays, ["{order-no}", "｛buyer｝", "{a|}"]);
    let add = Change::Add { reply, before: None };
    scene.panel(PanelEvent::Change(Box::new(add))).fresh();
    scene.panel(insert("stray")).shows().panel(insert("stray")).shows();
    scene.plays(expect![[r#"
        > panel InsertReply("stray")
        = On; Strays(["{order-no}", "｛buyer｝", "{a|}"])
        > panel InsertReply("stray")
        = On; Strays(["{order-no}", "｛buyer｝", "{a|}"])
    "#]]);
}

#[test]
fn what_is_refused_is_said_where_it_can_be_seen() {
    let fold = || PanelEvent::Ask(Ask::Fold { folded: true });
    let mut scene = scene();
    scene.chat("k", "林小姐", &[]).orders(&[ORDER]).chat("l", "陈先生", &[]).fresh();
    for id in ["order", "broken"] {
        scene.panel(fold()).panel(insert(id)).shows();
    }
    scene.panel(fold()).draft("好", 1).panel(insert("bye")).wrote(1, WriteOutcome::Refused).shows();
    scene.plays(expect![[r#"
        > panel Ask(Fold { folded: true })
            Place { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: true } }
            Remember(Preferences { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: true }, paused: false, stale_after: 0, tone: Warm })
            FocusComposer
        > panel InsertReply("order")
            Place { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: false } }
            Remember(Preferences { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: false }, paused: false, stale_after: 0, tone: Warm })
            Look
        = On; stale order_no
        > panel Ask(Fold { folded: true })
            Place { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: true } }
            Remember(Preferences { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: true }, paused: false, stale_after: 0, tone: Warm })
            FocusComposer
        > panel InsertReply("broken")
            Place { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: false } }
            Remember(Preferences { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: false }, paused: false, stale_after: 0, tone: Warm })
        = On; Broken(["none"])
        > panel Ask(Fold { folded: true })
            Place { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: true } }
            Remember(Preferences { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: true }, paused: false, stale_after: 0, tone: Warm })
            FocusComposer
        > draft 2 “好”
            verdict 2:
        > panel InsertReply("bye")
            write 1 in “好” 1..1 “祝您愉快” caret 5
            FocusComposer
        > wrote 1 Refused
            Place { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: false } }
            Remember(Preferences { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: false }, paused: false, stale_after: 0, tone: Warm })
            copy “祝您愉快”
        = On; Copied
    "#]]);
}

#[test]
fn a_form_that_is_closed_gives_the_keyboard_back_to_who_asked_for_it() {
    let mut scene = scene();
    scene.panel(insert("eta")).panel(PanelEvent::CloseForm);
    let place = scene.desk.view().replies.iter().position(|row| row.id == "eta").unwrap();
    let asked = Ask::InsertReply { place: place as u32 };
    scene.key(asked.clone()).panel(PanelEvent::CloseForm);
    scene.panel(PanelEvent::Ask(asked)).panel(PanelEvent::CloseForm);
    scene.plays(expect![[r#"
        > panel InsertReply("eta")
            Focus(Form)
        > panel CloseForm
            Focus(Search)
        > key InsertReply { place: 1 }
            FocusPanel
            Focus(Form)
        > panel CloseForm
            FocusComposer
        > panel Ask(InsertReply { place: 1 })
            Focus(Form)
        > panel CloseForm
            Focus(Search)
    "#]]);
}

/// Nothing tells which of a buyer's orders is meant: the form offers them, and those of
/// nobody else.
#[test]
fn a_form_offers_the_orders_of_a_buyer_who_has_several() {
    let mut scene = scene();
    let offered = |scene: &Scene| scene.desk.view().form.unwrap().orders;
    scene.chat("k", "林小姐", &[]).orders(&[ORDER]).panel(insert("eta"));
    assert_eq!(offered(&scene), Vec::<Vec<_>>::new());
    scene.panel(PanelEvent::CloseForm).orders(&[ORDER, OTHER]).panel(insert("order"));
    let number = |order: [&str; 4]| vec![("order_no".to_owned(), order[0].to_owned())];
    assert_eq!(offered(&scene), [number(ORDER), number(OTHER)]);
    scene.wait(11).panel(PanelEvent::Choose(0));
    assert_eq!(offered(&scene), Vec::<Vec<_>>::new(), "they are old");
}

#[test]
fn a_form_that_goes_with_its_conversation_says_so() {
    let mut scene = scene();
    let field = ("days".to_owned(), "5".to_owned());
    scene.chat("k", "林小姐", &[]).panel(insert("eta"));
    scene.panel(PanelEvent::Fill { field: field.0, value: field.1 }).chat("l", "陈先生", &[]);
    scene.shows();
    scene.plays(expect![[r#"
        > chat k: 
            verdict 1:
        > panel InsertReply("eta")
            Focus(Form)
        > panel Fill { field: "days", value: "5" }
        > chat l: 
            verdict 1:
        = On; FormLeft("时间")
    "#]]);
}

/// A number is of a list that is seen.
#[test]
fn a_number_takes_nothing_from_a_list_that_is_covered() {
    let mut scene = scene();
    let number = || FromPage::Ask { ask: Ask::InsertReply { place: 0 } };
    scene.chat("k", "林小姐", &[]).panel(insert("eta"));
    let field = ("days".to_owned(), "5".to_owned());
    scene.panel(PanelEvent::Fill { field: field.0, value: field.1 }).page(number());
    let form = scene.desk.view().form.unwrap();
    assert!(form.fields.iter().any(|field| field.value == "5"), "what was typed is still there");
    scene.panel(PanelEvent::CloseForm).panel(PanelEvent::OpenEditor(Some("bye".to_owned())));
    scene.page(number()).shows();
    assert!(scene.desk.view().editor.is_some());
    scene.plays(expect![[r#"
        > chat k: 
            verdict 1:
        > panel InsertReply("eta")
            Focus(Form)
        > panel Fill { field: "days", value: "5" }
        > key InsertReply { place: 0 }
            FocusPanel
            Focus(Form)
        > panel CloseForm
            Focus(Search)
        > panel OpenEditor(Some("bye"))
            Focus(Editor)
        > key InsertReply { place: 0 }
        = On; StillOpen
    "#]]);
}

#[test]
fn the_editor_says_who_else_has_the_abbreviation() {
    let mut scene = scene();
    scene.panel(PanelEvent::OpenEditor(Some("bye".to_owned())));
    let other = scene.desk.view().editor.unwrap();
    assert_eq!(other.same_letters, None);
    let mut said = Vec::new();
    for letters in ["ss", "SS ", "", "nobody"] {
        let reply = Reply { abbreviation: letters.to_owned(), ..other.reply.clone() };
        scene.panel(PanelEvent::Edit(Box::new(reply)));
        said.push(scene.desk.view().editor.unwrap().same_letters);
    }
    let other = Some("双11".to_owned());
    assert_eq!(said, [other.clone(), other, None, None]);
}

/// Nobody has pressed Escape then, so nothing is said of it.
#[test]
fn another_reply_waits_until_the_one_that_is_edited_is_done() {
    let mut scene = scene();
    scene.panel(PanelEvent::OpenEditor(Some("bye".to_owned())));
    let mut reply = scene.desk.view().editor.unwrap().reply;
    reply.body = Wording::one("新");
    scene.panel(PanelEvent::Edit(Box::new(reply))).panel(PanelEvent::OpenEditor(None)).shows();
    scene.panel(PanelEvent::CloseEditor).shows();
    scene.plays(expect![[r#"
        > panel OpenEditor(Some("bye"))
            Focus(Editor)
        > panel Edit(Reply { id: "bye", folder: Wording { hans: "日常", hant: "日常" }, title: Wording { hans: "再见", hant: "再見" }, pinyin: "", abbreviation: "", tags: [], body: Wording { hans: "新", hant: "" }, platforms: [], valid_from: None, valid_until: None, updated: None, source: "own" })
        > panel OpenEditor(None)
            Focus(Editor)
        = On; StillOpen
        > panel CloseEditor
        = On; Unsaved
    "#]]);
}

#[test]
fn the_editor_tells_of_words_that_were_not_changed_along() {
    let mut told = String::new();
    for (hans, hant) in
        [("祝您愉快", "祝您愉快"), ("新", "祝您愉快"), ("新", "新"), ("祝您愉快", "新"), ("新", "")]
    {
        let mut scene = scene();
        scene.panel(PanelEvent::OpenEditor(Some("bye".to_owned())));
        let mut reply = scene.desk.view().editor.unwrap().reply;
        reply.body = Wording { hans: hans.to_owned(), hant: hant.to_owned() };
        scene.panel(PanelEvent::Edit(Box::new(reply)));
        told += &format!("{hans} / {hant}: {:?}\n", scene.desk.view().editor.unwrap().old);
    }
    expect![[r#"
        祝您愉快 / 祝您愉快: None
        新 / 祝您愉快: Some(Hant)
        新 / 新: None
        祝您愉快 / 新: Some(Hans)
        新 / : None
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_form_takes_the_values_that_come_while_it_is_open_unless_the_agent_typed() {
    let mut scene = scene();
    scene.chat("k", "林小姐", &[]).fresh();
    scene.panel(insert("order")).shows().orders(&[ORDER]).shows().panel(PanelEvent::SubmitForm);
    scene.plays(expect![[r#"
        > panel InsertReply("order")
            Focus(Form)
        = On; form [("order_no", "")]
        > orders 1
        = On; form [("order_no", "261106-583920174836328")]
        > panel SubmitForm
            write 1 in “” 0..0 “林小姐，订单 261106-583920174836328，对吗？” caret 33
            FocusComposer
    "#]]);
    let mut scene = self::scene();
    scene.chat("k", "林小姐", &[]).fresh();
    scene
        .panel(insert("order"))
        .panel(PanelEvent::Fill { field: "order_no".to_owned(), value: "9".to_owned() })
        .orders(&[ORDER])
        .shows();
    scene.panel(PanelEvent::SubmitForm);
    scene.plays(expect![[r#"
        > panel InsertReply("order")
            Focus(Form)
        > panel Fill { field: "order_no", value: "9" }
        > orders 1
        = On; form [("order_no", "9")]
        > panel SubmitForm
            write 1 in “” 0..0 “林小姐，订单 9，对吗？” caret 12
            FocusComposer
    "#]]);
}

#[test]
fn what_goes_round_is_not_said_to_be_missing() {
    let mut scene = scene();
    let reply = |id: &str, body: &str| Reply {
        id: id.to_owned(),
        title: Wording::one(id),
        body: Wording::one(body),
        ..Reply::default()
    };
    for (id, body) in
        [("a", "甲{snippet:b}"), ("b", "乙{snippet:a}"), ("c", "{snippet:a}{snippet:d}")]
    {
        let add = Change::Add { reply: reply(id, body), before: None };
        scene.panel(PanelEvent::Change(Box::new(add)));
    }
    scene.fresh();
    for id in ["a", "c"] {
        scene.panel(insert(id)).shows();
    }
    for (id, body) in
        [("a", "甲{snippet:b}"), ("b", "乙"), ("", "{snippet:c}"), ("", "{snippet:e}")]
    {
        scene.panel(PanelEvent::OpenEditor(Some("a".to_owned())));
        scene.panel(PanelEvent::Edit(Box::new(reply(id, body))));
        let broken = scene.desk.view().editor.unwrap().broken;
        scene.note(&format!("{body}: nowhere {:?}, round {:?}", broken.nowhere, broken.round));
    }
    let said = scene.short();
    expect![[r#"
        > panel InsertReply("a")
        = On; Round(["b"])
        > panel InsertReply("c")
        = On; Broken(["d"])
        > panel OpenEditor(Some("a"))
            Focus(Editor)
        > panel Edit(Reply { id: "a", folder: Wording { hans: "", hant: "" }, title: Wor
        = 甲{snippet:b}: nowhere [], round ["b"]
        > panel OpenEditor(Some("a"))
            Focus(Editor)
        > panel Edit(Reply { id: "b", folder: Wording { hans: "", hant: "" }, title: Wor
        = 乙: nowhere [], round []
        > panel OpenEditor(Some("a"))
            Focus(Editor)
        > panel Edit(Reply { id: "", folder: Wording { hans: "", hant: "" }, title: Word
        = {snippet:c}: nowhere ["d"], round ["c"]
        > panel OpenEditor(Some("a"))
            Focus(Editor)
        > panel Edit(Reply { id: "", folder: Wording { hans: "", hant: "" }, title: Word
        = {snippet:e}: nowhere ["e"], round []
    "#]]
    .assert_eq(&said);
}
