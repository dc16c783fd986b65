//! The check pauses for an hour, for a site, for a conversation, and goes on.

use deti::desk::wire::{Ask, FromPage, Span};
use deti::desk::{Event, PanelEvent, Preferences};
use deti::record::Value;
use expect_test::expect;

use crate::scene::{Scene, stock};

const FORBIDDEN: &str = "加微信吧";

fn pause(span: Span) -> Ask {
    Ask::Pause { span: Some(span) }
}

fn record(json: &str) -> Event {
    Event::Pauses(serde_json::from_str::<Value>(json).ok())
}

#[test]
fn while_it_is_paused_nothing_is_found_listed_or_held() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft(FORBIDDEN, 4).key(pause(Span::Hour)).shows();
    scene.held().key(Ask::TakeRewrite { mark: None, rewrite: 0 }).key(Ask::FixAll).shows();
    scene.draft("/fapiao", 7).key(Ask::GoOn).shows();
    scene.draft("/fapia", 6);
    scene.draft(FORBIDDEN, 4).held().shows();
    scene.plays(expect![[r#"
        > draft 2 “加微信吧”
            verdict 2: block 0..3 “加微信”, card 0, hold
        > key Pause { span: Some(Hour) }
            keep {"format":1,"hour":3605000,"sites":{},"conversations":[]}
            Pause { paused: Some(Paused { span: Hour, until: Some(3605000.0) }) }
            verdict 2:
        = Paused
        > held “加微信吧”
            verdict 2:
        > key TakeRewrite { mark: None, rewrite: 0 }
        > key FixAll
        = Paused; NothingToFix
        > draft 3 “/fapiao”
            verdict 3:
        > key GoOn
            keep {"format":1,"sites":{},"conversations":[]}
            Pause { paused: None }
            verdict 3:
        = On
        > draft 4 “/fapia”
            verdict 4:
            list 0..6 *开[发票]（支付发票）您好，我们都会为您提供发票，由财务在一个月之内统一寄出，运费由我们承担。麻烦您告诉我发票抬头和税号。
        > draft 5 “加微信吧”
            verdict 5: block 0..3 “加微信”, card 0, hold
            List { list: None }
        > held “加微信吧”
            verdict 5: block 0..3 “加微信”, card 0, hold
        = On; holds “加微信吧”; 1 marks, 0 fixable; looks at 0
    "#]]);
}

#[test]
fn a_held_message_is_let_go_of_when_the_check_is_paused() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft(FORBIDDEN, 4).held().shows().panel(PanelEvent::Ask(pause(Span::Site))).shows();
    scene.plays(expect![[r#"
        > draft 2 “加微信吧”
            verdict 2: block 0..3 “加微信”, card 0, hold
        > held “加微信吧”
            verdict 2: block 0..3 “加微信”, card 0, hold
        = On; holds “加微信吧”; 1 marks, 0 fixable; looks at 0
        > panel Ask(Pause { span: Some(Site) })
            FocusComposer
            keep {"format":1,"sites":{"localhost":6000},"conversations":[]}
            Pause { paused: Some(Paused { span: Site, until: None }) }
            verdict 2:
        = Paused
    "#]]);
}

#[test]
fn one_key_asks_for_how_long_and_the_same_key_goes_on() {
    let mut scene = Scene::ready(&["zh"]);
    let asks = |scene: &Scene| {
        let view = scene.desk.view();
        format!(
            "asks: {}, could be for the conversation: {}",
            view.pausing, view.tells_conversations
        )
    };
    scene.key(Ask::Pause { span: None });
    let now = asks(&scene);
    scene.note(&now).chat("k1", "林小姐", &[]).panel(PanelEvent::Pausing(false));
    scene.panel(PanelEvent::Ask(Ask::Pause { span: None }));
    let now = asks(&scene);
    scene.note(&now).panel(PanelEvent::Ask(pause(Span::Conversation)));
    let now = asks(&scene);
    scene.note(&now).shows().key(Ask::Pause { span: None }).shows();
    scene.plays(expect![[r#"
        > key Pause { span: None }
            FocusPanel
            Focus(Pause)
        = asks: true, could be for the conversation: false
        > chat k1: 
            verdict 1:
        > panel Pausing(false)
            Focus(Pause)
        > panel Ask(Pause { span: None })
            Focus(Pause)
        = asks: true, could be for the conversation: true
        > panel Ask(Pause { span: Some(Conversation) })
            FocusComposer
            keep {"format":1,"sites":{},"conversations":[{"host":"localhost","key":"k1","at":8000}]}
            Pause { paused: Some(Paused { span: Conversation, until: None }) }
            verdict 1:
        = asks: false, could be for the conversation: true
        = Paused
        > key Pause { span: None }
            keep {"format":1,"sites":{},"conversations":[]}
            Pause { paused: None }
            verdict 1:
        = On
    "#]]);
}

#[test]
fn the_pause_of_a_conversation_goes_and_comes_with_it() {
    let mut scene = Scene::ready(&["zh"]);
    scene.key(pause(Span::Conversation)).note("nothing tells it from others").shows();
    scene.chat("k1", "林小姐", &[]).draft(FORBIDDEN, 4).fresh();
    scene.key(pause(Span::Conversation)).shows();
    scene.chat("k2", "吴先生", &[]).shows();
    scene.chat("k1", "林小姐", &[]).shows();
    scene.plays(expect![[r#"
        > key Pause { span: Some(Conversation) }
            keep {"format":1,"sites":{},"conversations":[{"host":"localhost","key":"k1","at":7000}]}
            Pause { paused: Some(Paused { span: Conversation, until: None }) }
            verdict 2:
        = Paused
        > chat k2: 
            verdict 2: block 0..3 “加微信”, card 0, hold
            Pause { paused: None }
            verdict 2: block 0..3 “加微信”, card 0, hold
        = On; 1 marks, 0 fixable; looks at 0
        > chat k1: 
            verdict 2:
            Pause { paused: Some(Paused { span: Conversation, until: None }) }
            verdict 2:
        = Paused
    "#]]);
}

#[test]
fn an_hour_ends_by_itself_also_over_a_restart() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft(FORBIDDEN, 4).key(pause(Span::Hour)).wait(30);
    scene.event(Event::Tick).shows().wait(30).event(Event::Tick).shows();
    scene.plays(expect![[r#"
        > draft 2 “加微信吧”
            verdict 2: block 0..3 “加微信”, card 0, hold
        > key Pause { span: Some(Hour) }
            keep {"format":1,"hour":3605000,"sites":{},"conversations":[]}
            Pause { paused: Some(Paused { span: Hour, until: Some(3605000.0) }) }
            verdict 2:
        … 30 minutes
        > Tick
        = Paused
        … 30 minutes
        > Tick
            keep {"format":1,"sites":{},"conversations":[]}
            Pause { paused: None }
            verdict 2: block 0..3 “加微信”, card 0, hold
        = On; 1 marks, 0 fixable; looks at 0
    "#]]);

    let mut scene = Scene::empty();
    scene.day("2026-11-23").hello(&["zh"]).fresh();
    let noon = 1_795_406_400_000_u64;
    scene.event(record(&format!(r#"{{"format":1,"hour":{}}}"#, noon + 90_000)));
    scene.restored(Preferences::default()).shows();
    assert_eq!(scene.desk.wakes_at(), Some(noon + 90_000));
    scene.wait(2).event(Event::Tick).shows();
    scene.plays(expect![[r#"
        > Pauses(Some(Map([("format", Number(1.0)), ("hour", Number(1795406490000.0))])))
        > restored
            Ready
            Place { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: false } }
            Pause { paused: Some(Paused { span: Hour, until: Some(1795406490000.0) }) }
        = Paused
        … 2 minutes
        > Tick
            keep {"format":1,"sites":{},"conversations":[]}
            Pause { paused: None }
        = NoComposer
    "#]]);
}

#[test]
fn a_pause_of_another_tab_shows_here_and_ends_here() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft(FORBIDDEN, 4).fresh();
    scene.event(record(r#"{"format":1,"sites":{"localhost":5}}"#)).shows();
    scene.event(record(r#"{"format":1,"sites":{"elsewhere":5}}"#)).shows();
    scene.event(record(r#"{"format":1,"hour":2000000}"#)).shows();
    scene.event(Event::Pauses(None)).shows();
    scene.plays(expect![[r#"
        > Pauses(Some(Map([("format", Number(1.0)), ("sites", Map([("localhost", Number(5.0))]))])))
            Pause { paused: Some(Paused { span: Site, until: None }) }
            verdict 2:
        = Paused
        > Pauses(Some(Map([("format", Number(1.0)), ("sites", Map([("elsewhere", Number(5.0))]))])))
            Pause { paused: None }
            verdict 2: block 0..3 “加微信”, card 0, hold
        = On; 1 marks, 0 fixable; looks at 0
        > Pauses(Some(Map([("format", Number(1.0)), ("hour", Number(2000000.0))])))
            Pause { paused: Some(Paused { span: Hour, until: Some(2000000.0) }) }
            verdict 2:
        = Paused
        > Pauses(None)
            Pause { paused: None }
            verdict 2: block 0..3 “加微信”, card 0, hold
        = On; 1 marks, 0 fixable; looks at 0
    "#]]);
}

#[test]
fn what_a_newer_version_kept_is_left_as_it_is() {
    let mut scene = Scene::ready(&["zh"]);
    scene.event(record(r#"{"format":2,"hour":2000000}"#)).shows();
    scene.key(pause(Span::Site)).shows();
    scene.plays(expect![[r#"
        > Pauses(Some(Map([("format", Number(2.0)), ("hour", Number(2000000.0))])))
        = On
        > key Pause { span: Some(Site) }
            Pause { paused: Some(Paused { span: Site, until: None }) }
            verdict 1:
        = Paused
    "#]]);
}

#[test]
fn what_an_earlier_version_paused_is_a_pause_of_the_site() {
    let mut scene = Scene::of(stock());
    scene.hello(&["zh"]).restored(Preferences { paused: true, ..Preferences::default() });
    scene.page(FromPage::Focus { focused: true }).shows();
    scene.plays(expect![[r#"
        > hello zh
            Restore("localhost")
        > restored
            Ready
            Place { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: false } }
            Remember(Preferences { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: false }, paused: false, stale_after: 0, tone: Warm })
            keep {"format":1,"sites":{"localhost":2000},"conversations":[]}
            Pause { paused: Some(Paused { span: Site, until: None }) }
        > Focus { focused: true }
        = Paused
    "#]]);
}
