//! The library on the desk: words are written in the editor and held against the
//! check, every change is kept, and what cannot be kept is not lost.

use deti::desk::view::{Away, Notice, Only, ReplyRow};
use deti::desk::wire::Ask;
use deti::desk::{Effect, Event, PanelEvent, Unkept};
use deti::reply::{Change, Did, Reply, Row, Wording};
use expect_test::expect;

use crate::scene::{Scene, stock_with};

const REPLIES: &str = r#"
[[reply]]
id = "hello"
folder = { hans = "日常", hant = "日常" }
title = { hans = "问候", hant = "問候" }
body = { hans = "您好", hant = "您好" }
source = "own"
"#;

fn scene() -> Scene {
    Scene::ready_with(stock_with(REPLIES), &["zh"])
}

fn edited(scene: &Scene, body: &str) -> PanelEvent {
    let mut reply = scene.desk.view().editor.unwrap().reply;
    reply.body = Wording::one(body);
    PanelEvent::Edit(Box::new(reply))
}

#[test]
fn the_draft_becomes_a_reply_in_two_keys() {
    let mut scene = scene();
    scene.stored("{}").draft("好的，今天就为您发出", 10).panel(PanelEvent::OpenEditor(None));
    let editor = scene.desk.view().editor.unwrap();
    assert_eq!((editor.reply.title.hans.as_str(), editor.own), ("好的，今天就为您发出", false));
    scene.panel(PanelEvent::Save).shows().rows(9).panel(PanelEvent::Undo).shows().rows(9);
    scene.plays(expect![[r#"
        > stored
        > draft 2 “好的，今天就为您发出”
            verdict 2:
        > panel OpenEditor(None)
            Focus(Editor)
        > panel Save
            Focus(Search)
            store 1: + replies:order reply:own-7000 - 
        = On; Changed(Added("own-7000"))
        = own-7000 hello and 0 more
        > panel Undo
            store 2: + bin:own-7000 replies:order - reply:own-7000
        = On; Undone(Added("own-7000"))
        = hello and 0 more
    "#]]);
}

#[test]
fn what_another_tab_changed_is_not_undone_nor_another_step_in_its_place() {
    let mut scene = scene();
    scene.stored("{}").draft("甲", 1).panel(PanelEvent::OpenEditor(None)).panel(PanelEvent::Save);
    let first = scene.desk.view().replies[0].id.clone();
    scene.draft("乙", 1).panel(PanelEvent::OpenEditor(None)).panel(PanelEvent::Save);
    scene.panel(PanelEvent::OpenEditor(Some(first.clone())));
    let edit = edited(&scene, "甲，改过");
    scene.panel(edit).panel(PanelEvent::Save).shows();
    let theirs = format!(
        r#"{{"reply:{first}": {{"format": 1, "reply": {{"id": "{first}", "title": "甲", "body": "甲，别处改的"}}, "updated": 1, "written": 99000, "past": []}}}}"#
    );
    scene.stored(&theirs).shows();
    // The agent presses it all the same: what she added last is in the bin.
    scene.panel(PanelEvent::Undo).shows().rows(9);
    scene.plays(expect![[r#"
        > stored
        > draft 2 “甲”
            verdict 2:
        > panel OpenEditor(None)
            Focus(Editor)
        > panel Save
            Focus(Search)
            store 1: + replies:order reply:own-7000 - 
        > draft 3 “乙”
            verdict 3:
        > panel OpenEditor(None)
            Focus(Editor)
        > panel Save
            Focus(Search)
            store 2: + replies:order reply:own-10000 - 
        > panel OpenEditor(Some("own-7000"))
            Focus(Editor)
        > panel Edit(Reply { id: "own-7000", folder: Wording { hans: "", hant: "" }, title: Wording { hans: "甲", hant: "" }, pinyin: "", abbreviation: "", tags: [], body: Wording { hans: "甲，改过", hant: "" }, platforms: [], valid_from: None, valid_until: None, updated: None, source: "" })
        > panel Save
            Focus(Search)
            store 3: + reply:own-7000 - 
        = On; Changed(Edited("own-7000"))
        > stored
            store 4: + bin:own-7000~13000 reply:own-7000 - 
        = On
        > panel Undo
            store 5: + bin:own-10000 replies:order - reply:own-10000
        = On; Undone(Added("own-10000"))
        = own-7000 hello and 0 more
    "#]]);
}

#[test]
fn words_that_would_be_held_are_saved_only_when_that_is_said_twice() {
    let mut scene = scene();
    scene.stored("{}").panel(PanelEvent::OpenEditor(Some("hello".to_owned())));
    let worse = edited(&scene, "可以加微信");
    scene.panel(worse).panel(PanelEvent::Save).shows();
    let editor = scene.desk.view().editor.unwrap();
    assert_eq!((editor.marks.len(), editor.asked), (1, true));
    // Other words are asked about anew.
    let other = edited(&scene, "加微信吧");
    scene.panel(other).panel(PanelEvent::Save).shows().panel(PanelEvent::Save).shows().rows(9);
    let nothing = {
        scene.panel(PanelEvent::OpenEditor(None));
        edited(&scene, " ")
    };
    scene.panel(nothing).panel(PanelEvent::Save).shows();
    scene.panel(PanelEvent::CloseEditor).panel(PanelEvent::CloseEditor);
    scene.panel(PanelEvent::OpenEditor(Some("none".to_owned())));
    scene.shows();
    scene.plays(expect![[r#"
        > stored
        > panel OpenEditor(Some("hello"))
            Focus(Editor)
        > panel Edit(Reply { id: "hello", folder: Wording { hans: "日常", hant: "日常" }, title: Wording { hans: "问候", hant: "問候" }, pinyin: "", abbreviation: "", tags: [], body: Wording { hans: "可以加微信", hant: "" }, platforms: [], valid_from: None, valid_until: None, updated: None, source: "own" })
        > panel Save
            Focus(EditorBody)
        = On; Unfitting
        > panel Edit(Reply { id: "hello", folder: Wording { hans: "日常", hant: "日常" }, title: Wording { hans: "问候", hant: "問候" }, pinyin: "", abbreviation: "", tags: [], body: Wording { hans: "加微信吧", hant: "" }, platforms: [], valid_from: None, valid_until: None, updated: None, source: "own" })
        > panel Save
            Focus(EditorBody)
        = On; Unfitting
        > panel Save
            Focus(Search)
            store 1: + replies:order reply:own-10000 - 
        = On; Changed(Added("own-10000"))
        = own-10000 hello and 0 more
        > panel OpenEditor(None)
            Focus(Editor)
        > panel Edit(Reply { id: "", folder: Wording { hans: "", hant: "" }, title: Wording { hans: "", hant: "" }, pinyin: "", abbreviation: "", tags: [], body: Wording { hans: " ", hant: "" }, platforms: [], valid_from: None, valid_until: None, updated: None, source: "" })
        > panel Save
            Focus(EditorBody)
        = On; Refused(NoBody)
        > panel CloseEditor
        > panel CloseEditor
            Focus(Search)
        > panel OpenEditor(Some("none"))
        = On; Refused(Unknown)
    "#]]);
}

#[test]
fn nothing_is_kept_before_what_is_kept_was_read() {
    let mut scene = scene();
    let add = |id: &str| Change::Add {
        reply: Reply {
            id: id.to_owned(),
            title: Wording::one(id),
            body: Wording::one(id),
            ..Reply::default()
        },
        before: None,
    };
    scene.panel(PanelEvent::Change(Box::new(add("早")))).stored(
        r#"{"reply:晚": {"format": 1, "reply": {"id": "晚", "title": "晚", "body": "晚安"}, "updated": 1, "written": 1, "past": []},
            "reply:坏": 7}"#,
    );
    scene.rows(9);
    let aside = scene.desk.view().aside;
    assert_eq!(aside.len(), 1);
    // Another tab takes one away, and then writes one.
    scene.stored(r#"{"reply:晚": null}"#).rows(9);
    scene.plays(expect![[r#"
        > panel Change(Add { reply: Reply { id: "早", folder: Wording { hans: "", hant: "" }, title: Wording { hans: "早", hant: "" }, pinyin: "", abbreviation: "", tags: [], body: Wording { hans: "早", hant: "" }, platforms: [], valid_from: None, valid_until: None, updated: None, source: "" }, before: None })
        > stored
            store 1: + aside:reply:坏 replies:order reply:早 - reply:坏
        = 早 晚 hello and 0 more
        > stored
        = 早 hello and 0 more
    "#]]);
}

/// The own reply `早` as a tab writes it: its folder, its words, and when.
fn written(folder: &str, body: &str, at: u64, past: &str) -> String {
    format!(
        r#"{{"reply:早": {{"format": 1, "reply": {{"id": "早", "folder": "{folder}", "title": "早",
            "body": "{body}"}}, "updated": {at}, "written": {at}, "past": [{past}]}}}}"#
    )
}

#[test]
fn what_another_tab_saved_while_it_was_edited_here_is_not_lost_and_it_is_said() {
    // What is written there, what is written here, and what becomes of it.
    for (there, here, after, binned, replaced) in [
        (("日常", "早上好"), "早安", "日常: 早安", "", false),
        (("售后", "早上好"), "早安", "售后: 早安", "", false),
        (("日常", "早呀"), "早安", "日常: 早安", "早呀", true),
        (("售后", "早呀"), "早安", "售后: 早安", "早呀", true),
        (("日常", "早呀"), "早呀", "日常: 早呀", "", false),
        (("售后", "早呀"), "早上好", "售后: 早呀", "", false),
    ] {
        let mut scene = scene();
        scene.stored(&written("日常", "早上好", 1, ""));
        scene.panel(PanelEvent::OpenEditor(Some("早".to_owned())));
        let words = edited(&scene, here);
        scene.panel(words).stored(&written(there.0, there.1, 2, "1")).panel(PanelEvent::Save);
        let notice = scene.desk.view().notice;
        scene.panel(PanelEvent::Bin(true));
        let view = scene.desk.view();
        let row = view.replies.iter().find(|row| row.id == "早").unwrap();
        assert_eq!(format!("{}: {}", row.folder, row.body), after, "{there:?} {here}");
        let bin: Vec<&str> = view.bin.iter().flatten().map(|row| row.body.as_str()).collect();
        assert_eq!(bin.join(" "), binned, "{there:?} {here}");
        let id = "早".to_owned();
        let did = if replaced { Did::Replaced(id) } else { Did::Edited(id) };
        assert_eq!(notice, Some(Notice::Changed(did)), "{there:?} {here}");
    }
}

#[test]
fn what_cannot_be_kept_is_still_here_and_tried_again() {
    let mut scene = scene();
    let hide =
        |hidden| PanelEvent::Change(Box::new(Change::Hide { id: "hello".to_owned(), hidden }));
    scene.stored("{}").panel(hide(true));
    scene.event(Event::StoreFailed { id: 1, reason: Unkept::Full }).shows();
    assert_eq!(scene.desk.view().unkept, 1);
    scene.panel(PanelEvent::StoreAgain).event(Event::StoreDone(2)).shows();
    assert_eq!(scene.desk.view().unkept, 0);
    scene
        .panel(hide(false))
        .event(Event::StoreFailed { id: 3, reason: Unkept::Failed("gone".to_owned()) });
    scene.panel(PanelEvent::OpenEditor(None));
    let words = edited(&scene, "好的");
    scene.panel(words).panel(PanelEvent::Save);
    assert_eq!(scene.desk.view().unkept, 0);
    scene.event(Event::StoreFailed { id: 9, reason: Unkept::Full }).shows();
    scene.panel(PanelEvent::SaveFile);
    scene.plays(expect![[r#"
        > stored
        > panel Change(Hide { id: "hello", hidden: true })
            store 1: + replies:hidden - 
        > StoreFailed { id: 1, reason: Full }
        = On; NotKept(Full)
        > panel StoreAgain
            store 2: + replies:hidden - 
        > StoreDone(2)
        = On
        > panel Change(Hide { id: "hello", hidden: false })
            store 3: + replies:hidden - 
        > StoreFailed { id: 3, reason: Failed("gone") }
        > panel OpenEditor(None)
            Focus(Editor)
        > panel Edit(Reply { id: "", folder: Wording { hans: "", hant: "" }, title: Wording { hans: "", hant: "" }, pinyin: "", abbreviation: "", tags: [], body: Wording { hans: "好的", hant: "" }, platforms: [], valid_from: None, valid_until: None, updated: None, source: "" })
        > panel Save
            Focus(Search)
            store 4: + replies:hidden replies:order reply:own-13000 - 
        > StoreFailed { id: 9, reason: Full }
        = On; Changed(Added("own-13000"))
        > panel SaveFile
            File { replies: [Reply { id: "own-13000", folder: Wording { hans: "", hant: "" }, title: Wording { hans: "好的", hant: "" }, pinyin: "", abbreviation: "", tags: [], body: Wording { hans: "好的", hant: "" }, platforms: [], valid_from: None, valid_until: None, updated: None, source: "" }], beside: [] }
    "#]]);
}

#[test]
fn an_import_is_looked_at_first_and_undone_as_one() {
    let mut scene = scene();
    let row = |line, title: &str, body: &str| Row {
        line,
        reply: Reply {
            folder: Wording::one("日常"),
            title: Wording::one(title),
            body: Wording::one(body),
            ..Reply::default()
        },
    };
    let rows = || vec![row(1, "早", "早上好"), row(2, "晚", "晚安"), row(3, "问候", "您好")];
    scene.stored("{}").panel(PanelEvent::Plan(Some(rows())));
    let tally = scene.desk.view().plan.unwrap().tally();
    assert_eq!((tally.new, tally.duplicate), (2, 1));
    scene.panel(PanelEvent::Import).shows().rows(9).panel(PanelEvent::Undo).rows(9);
    scene.panel(PanelEvent::Plan(Some(rows()))).panel(PanelEvent::Plan(None));
    scene.panel(PanelEvent::Import).rows(9);
    let script = scene.short();
    expect![[r#"
        > stored
        > panel Plan(Some([Row { line: 1, reply: Reply { id: "", folder: Wording { hans:
        > panel Import
            store 1: + replies:order reply:own-6000 reply:own-6000-2 - 
        = On; Changed(Several(2))
        = own-6000 own-6000-2 hello and 0 more
        > panel Undo
            store 2: + replies:order - reply:own-6000 reply:own-6000-2
        = hello and 0 more
        > panel Plan(Some([Row { line: 1, reply: Reply { id: "", folder: Wording { hans:
        > panel Plan(None)
            Focus(Search)
        > panel Import
        = hello and 0 more
    "#]]
    .assert_eq(&script);
}

#[test]
fn the_bin_is_shown_newest_first() {
    let mut scene = scene();
    scene.stored("{}");
    for body in ["早上好", "晚安"] {
        scene.panel(PanelEvent::OpenEditor(None));
        let words = edited(&scene, body);
        scene.panel(words).panel(PanelEvent::Save);
    }
    let ids: Vec<String> = scene.desk.view().replies.iter().map(|row| row.id.clone()).collect();
    for id in &ids[..2] {
        scene.panel(PanelEvent::Change(Box::new(Change::Delete { id: id.clone() })));
    }
    assert_eq!(scene.desk.view().bin, None);
    scene.panel(PanelEvent::Bin(true));
    let bin = scene.desk.view().bin.unwrap();
    let rows: Vec<String> =
        bin.iter().map(|row| format!("{} {}", row.title, row.deleted)).collect();
    assert_eq!(rows.len(), 2);
    assert!(bin[0].deleted > bin[1].deleted);
    let entry = bin[0].entry.clone();
    scene.panel(PanelEvent::Change(Box::new(Change::Restore { entry })));
    assert_eq!(scene.desk.view().bin.unwrap().len(), 1);
}

#[test]
fn more_rows_are_shown_when_they_are_asked_for() {
    let mut scene = scene();
    let row = |line: usize| Row {
        line,
        reply: Reply {
            title: Wording::one(format!("t{line}")),
            body: Wording::one(format!("b{line}")),
            ..Reply::default()
        },
    };
    scene.panel(PanelEvent::Plan(Some((1..=150).map(row).collect()))).panel(PanelEvent::Import);
    let seen = |scene: &Scene| (scene.desk.view().replies.len(), scene.desk.view().more);
    assert_eq!(seen(&scene), (60, 91));
    scene.panel(PanelEvent::More);
    assert_eq!(seen(&scene), (120, 31));
    scene.panel(PanelEvent::Search("t1".to_owned()));
    assert_eq!(seen(&scene), (60, 2));
}

#[test]
fn own_replies_stand_where_they_were_put_however_often_they_are_used() {
    let mut scene = scene();
    scene.stored("{}");
    for words in ["一", "二", "三"] {
        scene.panel(PanelEvent::OpenEditor(None));
        let words = edited(&scene, words);
        scene.panel(words).panel(PanelEvent::Save);
    }
    let order = |scene: &Scene| {
        let view = scene.desk.view();
        let bodies: Vec<String> = view.replies.iter().map(|row| row.body.clone()).collect();
        format!("{} at {}", bodies.join(" "), view.chosen)
    };
    assert_eq!(order(&scene), "一 二 三 您好 at 0");
    let ids: Vec<String> = scene.desk.view().replies.iter().map(|row| row.id.clone()).collect();
    let put = |beside: usize| PanelEvent::Put {
        id: ids[0].clone(),
        beside: ids[beside].clone(),
        after: true,
    };
    // What is moved stays the chosen one, and can be moved on.
    assert_eq!(order(scene.panel(put(1))), "二 一 三 您好 at 1");
    assert_eq!(order(scene.panel(put(2))), "二 三 一 您好 at 2");
    scene.draft("", 0).panel(PanelEvent::InsertReply(ids[0].clone()));
    scene.wrote(1, deti::desk::wire::WriteOutcome::Arrived);
    assert_eq!(order(&scene), "二 三 一 您好 at 2");
}

#[test]
fn a_file_of_which_nothing_can_be_taken_is_looked_at_until_it_is_closed() {
    let mut scene = scene();
    scene.panel(PanelEvent::Plan(Some(Vec::new())));
    assert_eq!(scene.desk.view().plan.map(|plan| plan.rows), Some(Vec::new()));
    scene.panel(PanelEvent::Plan(None));
    assert_eq!(scene.desk.view().plan, None);
}

/// The list as it is shown: each title, and in brackets why it cannot be inserted.
fn listed(scene: &Scene) -> String {
    let row = |row: &ReplyRow| match &row.away {
        None => row.title.clone(),
        Some(Away::Ended(day)) => format!("{} (until {day})", row.title),
        Some(Away::NotYet(day)) => format!("{} (from {day})", row.title),
        Some(Away::Elsewhere(consoles)) => format!("{} (on {})", row.title, consoles.join(" ")),
        Some(Away::Hidden) => format!("{} (hidden)", row.title),
    };
    scene.desk.view().replies.iter().map(row).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_may_not_be_said_here_today_is_listed_last_and_can_be_corrected() {
    let mut scene = scene();
    scene.stored("{}").day("2026-11-12");
    for (title, change) in [
        ("双十一", (|it| it.valid_until = deti::day::Day::read("2026-11-11")) as fn(&mut Reply)),
        ("双十二", |it| it.valid_from = deti::day::Day::read("2026-12-10")),
        ("淘宝", |it| it.platforms = vec!["淘宝".to_owned()]),
    ] {
        scene.panel(PanelEvent::OpenEditor(None));
        let mut reply = Reply {
            title: Wording::one(title),
            body: Wording::one(format!("{title}活动")),
            ..Reply::default()
        };
        change(&mut reply);
        scene.panel(PanelEvent::Edit(Box::new(reply))).panel(PanelEvent::Save);
    }
    let all = "问候 双十一 (until 2026-11-11) 双十二 (from 2026-12-10) 淘宝 (on 淘宝)";
    assert_eq!(listed(&scene), all);
    assert_eq!(scene.desk.view().platforms, ["sandbox", "淘宝"]);
    // It is found, cannot be inserted, and comes back when its day is another one.
    scene.panel(PanelEvent::Search("双十一".to_owned()));
    let id = scene.desk.view().replies[0].id.clone();
    scene.fresh().panel(PanelEvent::InsertReply(id.clone())).shows();
    scene.panel(PanelEvent::OpenEditor(Some(id.clone())));
    let mut reply = scene.desk.view().editor.unwrap().reply;
    reply.valid_until = None;
    scene.panel(PanelEvent::Edit(Box::new(reply))).panel(PanelEvent::Save);
    assert_eq!(listed(&scene), "双十一");
    scene.panel(PanelEvent::Search(String::new()));
    // What is hidden is with those that are not offered, and is shown again from there.
    let hide = |hidden| Change::Hide { id: "hello".to_owned(), hidden };
    scene.panel(PanelEvent::Change(Box::new(hide(true))));
    assert!(!listed(&scene).contains("问候"));
    scene.panel(PanelEvent::Only(Some(Only::Away)));
    assert!(listed(&scene).ends_with("问候 (hidden)"), "{}", listed(&scene));
    scene.panel(PanelEvent::Change(Box::new(hide(false)))).panel(PanelEvent::Only(None));
    assert!(listed(&scene).starts_with("双十一 问候 "), "{}", listed(&scene));
}

#[test]
fn what_could_go_is_listed_by_itself() {
    let mut scene = scene();
    let own = |id: &str, body: &str, updated: u64| {
        format!(
            r#""reply:{id}": {{"format": 1, "reply": {{"id": "{id}", "title": "{id}", "body": "{body}"}}, "updated": {updated}, "written": {updated}, "past": []}}"#
        )
    };
    // The days are those from the hundredth before the one on which it is looked at.
    let day = 86_400_000;
    let at = |days: u64| 1_794_456_000_000 - 100 * day + days * day;
    let hello = &scene.desk.view().replies[0].body.clone();
    let kept = [
        own("old", "很久没用", at(0)),
        own("used", "还在用", at(0)),
        own("new", "刚写的", at(50)),
        own("copy", hello, at(0)),
        own("once", "一样的\\n话", at(20)),
        own("again", "一样的 话", at(60)),
        r#""replies:order": {"format": 1, "ids": ["old", "used", "new", "copy", "once", "again"]}"#
            .to_owned(),
        format!(
            r#""replies:uses": {{"format": 1, "ids": {{"used": [3, {}, 1.0], "old": [1, {}, 1.0]}}}}"#,
            at(70),
            at(5)
        ),
    ];
    scene.stored(&format!("{{{}}}", kept.join(",")));
    assert_eq!(scene.desk.view().apart, [(Only::Twins, 4)], "without a day nothing is old");
    scene.day("2026-11-12");
    let apart = scene.desk.view().apart;
    let mut told = String::new();
    for (only, count) in apart {
        scene.panel(PanelEvent::Only(Some(only)));
        told += &format!("{only:?} {count}: {}\n", listed(&scene));
    }
    expect![[r#"
        Unused 2: old copy
        Twins 4: copy 问候 once again
    "#]]
    .assert_eq(&told);
    scene.panel(PanelEvent::Search("一样".to_owned()));
    assert_eq!(listed(&scene), "once again");
    scene.panel(PanelEvent::Search(String::new()));
    // When the last of them is gone, all are listed again.
    for id in ["copy", "again"] {
        scene.panel(PanelEvent::Change(Box::new(Change::Delete { id: id.to_owned() })));
    }
    assert_eq!((scene.desk.view().only, listed(&scene).as_str()), (None, "old used new once 问候"));
}

#[test]
fn folders_of_one_name_are_one_folder() {
    let mut scene = scene();
    scene.stored("{}");
    let folders = |scene: &Scene| scene.desk.view().folders;
    assert_eq!(folders(&scene), [("日常".to_owned(), 1)]);
    // An agent writes a folder's name in one script, a pack in both.
    scene.panel(PanelEvent::OpenEditor(None));
    let folder = Wording::one("日常");
    let reply = Reply { folder, body: Wording::one("在的"), ..Reply::default() };
    scene.panel(PanelEvent::Edit(Box::new(reply))).panel(PanelEvent::Save);
    assert_eq!(folders(&scene), [("日常".to_owned(), 2)]);
}

#[test]
fn the_words_that_own_replies_take_in_go_along_with_them() {
    let stock = stock_with(
        r#"
[[reply]]
id = "bye"
folder = { hans = "日常", hant = "日常" }
title = { hans = "再见", hant = "再見" }
body = { hans = "再见{snippet:wish}", hant = "再見{snippet:wish}" }
source = "own"

[[reply]]
id = "wish"
folder = { hans = "日常", hant = "日常" }
title = { hans = "祝愿", hant = "祝願" }
body = { hans = "，祝您愉快", hant = "，祝您愉快" }
source = "own"
"#,
    );
    let mut scene = Scene::ready_with(stock, &["zh"]);
    scene.stored("{}");
    for body in ["好的，{snippet:bye}", "{snippet:bye}{snippet:none}"] {
        scene.panel(PanelEvent::OpenEditor(None));
        let words = edited(&scene, body);
        scene.panel(words).panel(PanelEvent::Save);
    }
    let effects = scene.desk.handle(Event::Panel(PanelEvent::SaveFile), 99_999);
    let [Effect::File { replies, beside }] = effects.as_slice() else {
        panic!("no file: {effects:?}");
    };
    let ids: Vec<&str> = beside.iter().map(|reply| reply.id.as_str()).collect();
    assert_eq!((replies.len(), ids), (2, vec!["bye", "wish"]));
}

#[test]
fn a_step_takes_the_same_reply_further_and_leaves_its_folder() {
    let mut scene = scene();
    scene.stored("{}");
    for (folder, words) in [("甲", "一"), ("乙", "二"), ("甲", "三"), ("乙", "四"), ("甲", "五")]
    {
        scene.panel(PanelEvent::OpenEditor(None));
        let reply =
            Reply { folder: Wording::one(folder), body: Wording::one(words), ..Reply::default() };
        scene.panel(PanelEvent::Edit(Box::new(reply))).panel(PanelEvent::Save);
    }
    let id = scene.desk.view().replies[0].id.clone();
    let step = |down| PanelEvent::Step { id: id.clone(), down };
    let order = |scene: &Scene| {
        let view = scene.desk.view();
        let rows = view.replies.iter().map(|row| format!("{}{}", row.folder, row.title));
        format!("{} at {}", rows.collect::<Vec<_>>().join(" "), view.chosen)
    };
    let mut told = String::new();
    for down in [true, true, true, true, true, false] {
        scene.panel(step(down));
        told += &format!("{}\n", order(&scene));
    }
    expect![[r#"
        乙二 甲一 甲三 乙四 甲五 日常问候 at 1
        乙二 甲三 甲一 乙四 甲五 日常问候 at 2
        乙二 甲三 乙四 甲一 甲五 日常问候 at 3
        乙二 甲三 乙四 甲五 甲一 日常问候 at 4
        乙二 甲三 乙四 甲五 甲一 日常问候 at 4
        乙二 甲三 乙四 甲一 甲五 日常问候 at 3
    "#]]
    .assert_eq(&told);
    // Where they stand by how well they match, nothing is moved.
    scene.panel(PanelEvent::Search("一".to_owned())).fresh().panel(step(true)).shows();
    scene.panel(PanelEvent::Search(String::new()));
    assert_eq!(order(&scene), "乙二 甲三 乙四 甲一 甲五 日常问候 at 0");
}

#[test]
fn words_that_are_not_saved_are_not_lost_to_one_key() {
    let mut scene = scene();
    scene.stored("{}").draft("第一句", 3).panel(PanelEvent::OpenEditor(None));
    let half = edited(&scene, "写到一半");
    scene.panel(half).draft("别的", 2);
    let body = |scene: &Scene| scene.desk.view().editor.map(|editor| editor.reply.body.hans);
    scene.fresh().panel(PanelEvent::OpenEditor(None)).shows();
    assert_eq!(body(&scene).as_deref(), Some("写到一半"));
    scene.panel(PanelEvent::CloseEditor).shows();
    assert_eq!(body(&scene).as_deref(), Some("写到一半"));
    // Whoever writes on has not left.
    let more = edited(&scene, "写到一半多");
    scene.panel(more).panel(PanelEvent::CloseEditor);
    assert_eq!(body(&scene).as_deref(), Some("写到一半多"));
    scene.panel(PanelEvent::CloseEditor);
    assert_eq!(body(&scene), None);
    // What says nothing new goes at once.
    scene.panel(PanelEvent::OpenEditor(None)).panel(PanelEvent::CloseEditor);
    assert_eq!(body(&scene), None);
}

#[test]
fn what_another_tab_wrote_while_it_was_edited_goes_to_the_bin() {
    let kept = |body: &str, written: u64| {
        let past = if written > 1 { "1" } else { "" };
        format!(
            r#"{{"reply:晚": {{"format": 1, "reply": {{"id": "晚", "title": "晚", "body": "{body}"}}, "updated": {written}, "written": {written}, "past": [{past}]}}}}"#
        )
    };
    let mut scene = scene();
    scene.stored(&kept("晚安", 1)).panel(PanelEvent::OpenEditor(Some("晚".to_owned())));
    let words = edited(&scene, "晚安，好梦");
    scene.panel(words).stored(&kept("晚安，明天见", 2)).panel(PanelEvent::Save);
    let told = |scene: &mut Scene| {
        scene.panel(PanelEvent::Bin(true));
        let view = scene.desk.view();
        let bin: Vec<String> = view.bin.unwrap().into_iter().map(|row| row.body).collect();
        format!("{} | {}", view.replies[0].body, bin.join(" "))
    };
    assert_eq!(told(&mut scene), "晚安，好梦 | 晚安，明天见");
    scene.panel(PanelEvent::Undo);
    assert_eq!(told(&mut scene), "晚安，明天见 | ");
}

#[test]
fn what_another_tab_threw_away_while_it_was_edited_is_saved_as_a_new_one() {
    let mut scene = scene();
    scene.stored(
        r#"{"reply:晚": {"format": 1, "reply": {"id": "晚", "title": "晚", "body": "晚安"}, "updated": 1, "written": 1, "past": []}}"#,
    );
    scene.panel(PanelEvent::OpenEditor(Some("晚".to_owned())));
    let words = edited(&scene, "晚安好梦");
    scene.panel(words).stored(r#"{"reply:晚": null}"#).panel(PanelEvent::Save);
    let view = scene.desk.view();
    assert_eq!((view.editor, view.replies[0].body.as_str()), (None, "晚安好梦"));
    // One that is thrown away from its editor takes the editor with it.
    let id = view.replies[0].id.clone();
    scene.panel(PanelEvent::OpenEditor(Some(id.clone())));
    let words = edited(&scene, "改了");
    scene.panel(words).panel(PanelEvent::Change(Box::new(Change::Delete { id })));
    assert_eq!(scene.desk.view().editor, None);
}

#[test]
fn an_import_says_what_the_check_finds_in_its_rows_and_takes_them_all_the_same() {
    let mut scene = scene();
    let row = |line, title: &str, body: &str| Row {
        line,
        reply: Reply {
            folder: Wording::one("日常"),
            title: Wording::one(title),
            body: Wording::one(body),
            ..Reply::default()
        },
    };
    let rows = vec![
        row(1, "早", "早上好"),
        row(2, "微信", "本店不支持退货，可以加微信"),
        row(3, "空", ""),
    ];
    scene.stored("{}").panel(PanelEvent::Plan(Some(rows)));
    let marks = scene.desk.view().plan_marks;
    let said: Vec<String> =
        marks.iter().map(|(place, level, words)| format!("{place} {level:?} {words}\n")).collect();
    expect![[r#"
        1 Block 加微信
    "#]]
    .assert_eq(&said.concat());
    scene.panel(PanelEvent::Import);
    assert!(scene.desk.view().plan_marks.is_empty());
    assert_eq!(scene.desk.view().replies.iter().filter(|row| row.own).count(), 2);
}

#[test]
fn who_leaves_the_panel_by_escape_looks_for_nothing_any_more() {
    let mut scene = scene();
    scene.panel(PanelEvent::Search("您".to_owned())).panel(PanelEvent::Ask(Ask::FocusPanel));
    assert_eq!(scene.desk.view().query, "您");
    scene.panel(PanelEvent::Leave);
    assert_eq!(scene.desk.view().query, "");
}
