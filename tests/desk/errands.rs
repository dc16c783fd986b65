//! The day's check list, and where its rows lead; and who has not only asked.

use deti::desk::view::{Errand, Filter};
use deti::desk::wire::{FromPage, SeenRow};
use deti::desk::{Event, PanelEvent};
use expect_test::expect;

use crate::scene::Scene;

const CUP: [&str; 4] = ["261106-583920174836328", "待付款", "杯套", "¥66.00"];
const LAMP: [&str; 4] = ["261106-583920174836329", "预售中", "台灯", "¥9.90"];
const VASE: [&str; 4] = ["261106-583920174836330", "退款中", "花瓶", "¥19.90"];

/// The list, and who the rows are of.
fn told(scene: &Scene) -> String {
    let daily = scene.desk.view().daily;
    let row = |errand: &Errand| match errand {
        Errand::Order { title, odd, .. } => format!("{title} {odd:?}"),
        Errand::Buyer { id, said } => format!("{id} “{said}”"),
        Errand::Promise { words, .. } => format!("promise “{words}”"),
    };
    let rows = daily.rows.iter().map(|it| {
        format!("{} | {}{}\n", row(&it.errand), it.buyer, if it.here { " (here)" } else { "" })
    });
    format!("{:?}\n{}", daily.counts, rows.collect::<String>())
}

fn waiting(key: &str, buyer: &str, preview: &str) -> SeenRow {
    SeenRow {
        key: key.to_owned(),
        buyer: buyer.to_owned(),
        preview: preview.to_owned(),
        waiting: Some(true),
        ..SeenRow::default()
    }
}

fn desk() -> Scene {
    let mut scene = Scene::ready(&["zh"]);
    scene.day("2026-11-08").chat("k", "林**", &["a: 您好"]).orders(&[CUP, LAMP]);
    scene.wait(30).event(Event::Tick);
    scene
}

#[test]
fn what_is_to_be_looked_after_is_listed_with_why_and_whose() {
    let mut scene = desk();
    scene.chat("k", "林**", &["a: 您好", "b: 我付了呀，还让我付"]);
    scene.page(FromPage::Rows { rows: vec![waiting("m", "陈先生", "这款有黑色吗")] });
    let paid = told(&scene);
    scene.chat("k", "林**", &["a: 您好", "b: 我付了呀，还让我付", "b: 哦，付款失败了"]);
    let failed = told(&scene);
    scene.chat("m", "陈先生", &["b: 这款有黑色吗"]).orders(&[VASE]);
    scene.wait(1).event(Event::Tick);
    expect![[r#"
        [2, 2, 0]
        杯套 SaysPaid | 林** (here)
        台灯 Unknown("预售中") | 林** (here)
        sandbox/k “” | 林** (here)
        sandbox/m “这款有黑色吗” | 陈先生
        [2, 2, 0]
        杯套 PaymentFailed | 林** (here)
        台灯 Unknown("预售中") | 林** (here)
        sandbox/m “这款有黑色吗” | 陈先生
        sandbox/k “” | 林** (here)
        [3, 2, 0]
        杯套 PaymentFailed | 林**
        台灯 Unknown("预售中") | 林**
        花瓶 Refunding | 陈先生 (here)
        sandbox/m “这款有黑色吗” | 陈先生 (here)
        sandbox/k “” | 林**
    "#]]
    .assert_eq(&format!("{paid}{failed}{}", told(&scene)));
}

#[test]
fn a_row_leads_to_what_is_on_screen_or_says_whose_it_is() {
    let mut scene = desk();
    scene.chat("k", "林**", &["a: 您好", "b: 付款失败了"]);
    scene.page(FromPage::Rows { rows: vec![waiting("m", "陈先生", "这款有黑色吗")] });
    let errands: Vec<Errand> =
        scene.desk.view().daily.rows.iter().map(|row| row.errand.clone()).collect();
    scene.panel(PanelEvent::Filter(Filter::Fresh));
    let mut said = String::new();
    for key in ["k", "m"] {
        for errand in &errands {
            scene.chat(key, if key == "k" { "林**" } else { "陈先生" }, &["b: 在吗"]).fresh();
            scene.panel(PanelEvent::RunErrand(errand.clone()));
            let view = scene.desk.view();
            said.push_str(&format!("{key}: {:?} {:?}\n", view.board.filter, view.notice));
        }
    }
    expect![[r#"
        k: All None
        k: All None
        k: All None
        k: All Some(TheirConversation("陈先生"))
        m: All Some(OtherBuyer("林**"))
        m: All Some(OtherBuyer("林**"))
        m: All Some(TheirConversation("林**"))
        m: All None
    "#]]
    .assert_eq(&said);
}

/// Who merely thanks has asked nothing; who speaks of a purchase is answered, and not
/// followed up.
#[test]
fn who_has_bought_or_only_thanks_is_not_followed_up() {
    let mut said = String::new();
    for words in [
        "已经拍下付款了，谢谢",
        "收到货了很好用",
        "我要退货",
        "谢谢",
        "好的，谢谢您！",
        "这款有黑色吗",
        "好的，那有黑色吗",
    ] {
        let asked = |scene: &Scene| {
            let board = scene.desk.view().board;
            let rows = board.asked.iter().map(|row| {
                let reasons: Vec<&str> = row.reasons.iter().map(|it| it.slug()).collect();
                format!("{:?} {}", row.decision, reasons.join(" "))
            });
            rows.collect::<Vec<_>>().join("; ")
        };
        // Read in its conversation, and in the list alone.
        let mut read = Scene::ready(&["zh"]);
        read.day("2026-11-08").chat("k", "林**", &[&format!("b: {words}"), "a: 好的"]);
        read.page(FromPage::Rows {
            rows: vec![SeenRow { waiting: Some(false), ..waiting("k", "林**", "好的") }],
        });
        read.wait(61).event(Event::Tick);
        let mut listed = Scene::ready(&["zh"]);
        listed.day("2026-11-08").page(FromPage::Rows { rows: vec![waiting("k", "林**", words)] });
        listed.wait(61).event(Event::Tick);
        said.push_str(&format!("{words}: {} | {}\n", asked(&read), asked(&listed)));
    }
    expect![[r#"
        已经拍下付款了，谢谢: Never says-bought | Never says-bought
        收到货了很好用: Never says-bought | Never says-bought
        我要退货: Never says-bought | Never says-bought
        谢谢:  | 
        好的，谢谢您！:  | 
        这款有黑色吗: Remind due | Wait { until: None } unanswered
        好的，那有黑色吗: Remind due | Wait { until: None } unanswered
    "#]]
    .assert_eq(&said);
}
