//! The editor of a reply, over the list: what it is called, where it lies, what is
//! typed to find it, what it says, and what the check says about that.

use std::rc::Rc;

use deti::day::Day;
use deti::desk::PanelEvent;
use deti::desk::wire::Mark;
use deti::reply::{Broken, Change, Reply, Wording};
use deti::rule::Level;
use deti::text::Script;
use dominator::{Dom, html, with_node};
use futures_signals::map_ref;
use futures_signals::signal::{Mutable, SignalExt};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use super::line::{self, Line};
use super::{button, finding, icon, key, later};
use crate::event::{on_click, on_key, on_typed};
use crate::screen::Screen;
use crate::{focus, word};

const FROM: &str = "editor-from";
const UNTIL: &str = "editor-until";
const FOLDERS: &str = "editor-folders";
const PLATFORMS: &str = "editor-platforms";
const KNOWN_PLATFORMS: &str = "known-platforms";

pub(super) fn editor(screen: &Rc<Screen>) -> Dom {
    // What is typed does not draw the editor anew, or the caret would be lost.
    let open = screen.see(|view| view.editor.as_ref().map(|it| (it.reply.id.clone(), it.own)));
    let drawn = screen.clone();
    html!("div", {
        .class("form-place")
        .child_signal(open.map(move |open| open.map(|(id, own)| lines(&drawn, &id, own))).boxed_local())
    })
}

fn lines(screen: &Rc<Screen>, id: &str, own: bool) -> Dom {
    let title = match (own, id.is_empty()) {
        (true, _) => word::EDITOR_EDIT,
        (false, true) => word::EDITOR_NEW,
        (false, false) => word::EDITOR_COPY,
    };
    // Which script's words are edited.
    let script = Mutable::new(Script::Hans);
    html!("div", {
        .class("form")
        .attr("role", "group")
        .attr("aria-labelledby", "editor-title")
        .child(html!("h2", { .attr("id", "editor-title").text(&screen.say(title)) }))
        .child(scripts(screen, &script))
        .child(worded(screen, &script, focus::EDITOR, word::EDITOR_TITLE, |reply| &mut reply.title))
        .child(html!("div", {
            .class("side-by-side")
            .child(worded(screen, &script, "editor-folder", word::EDITOR_FOLDER, |reply| &mut reply.folder))
            .child(plain(screen, "editor-letters", word::EDITOR_LETTERS,
                |reply| reply.abbreviation.clone(),
                |reply, typed| reply.abbreviation = typed))
        }))
        // The folders that there are.
        .child(line::offered(FOLDERS, screen.see(|view| {
            view.folders.iter().map(|(name, _)| name.clone()).collect()
        })))
        .child(body(screen, &script))
        .child(marks(screen))
        .child(html!("p", { .class("help").text(&screen.say(word::EDITOR_FIELDS)) }))
        .apply_if(!id.is_empty(), |dom| dom.child(html!("p", {
            .class("help")
            .text(&screen.say_with(word::EDITOR_ID, &[&format!("{{snippet:{id}}}")]))
        })))
        .child(plain(screen, "editor-tags", word::EDITOR_TAGS,
            |reply| reply.tags.join(" "),
            |reply, typed| reply.tags = typed.split_whitespace().map(str::to_owned).collect()))
        .child(html!("div", {
            .class("side-by-side")
            .child(plain(screen, FROM, word::EDITOR_FROM,
                |reply| day(reply.valid_from),
                |reply, typed| reply.valid_from = Day::read(&typed)))
            .child(plain(screen, UNTIL, word::EDITOR_UNTIL,
                |reply| day(reply.valid_until),
                |reply, typed| reply.valid_until = Day::read(&typed)))
        }))
        // A reply for a console that there is not would be offered nowhere.
        .child(line::offered(KNOWN_PLATFORMS, screen.see(|view| view.platforms.clone())))
        .child(plain(screen, PLATFORMS, word::EDITOR_PLATFORMS,
            |reply| reply.platforms.join(" "),
            |reply, typed| reply.platforms = typed.split([' ', ',', '，', '、']).filter(|it| !it.is_empty()).map(str::to_owned).collect()))
        .child(actions(screen, id, own))
    })
}

/// Which of the two wordings is on screen; a reply may have one for both.
fn scripts(screen: &Rc<Screen>, script: &Mutable<Script>) -> Dom {
    let choices = [(Script::Hans, word::EDITOR_HANS), (Script::Hant, word::EDITOR_HANT)];
    html!("div", {
        .class("choice")
        .attr("role", "radiogroup")
        .attr("aria-label", &screen.say(word::EDITOR_SCRIPT))
        .children(choices.map(|(choice, name)| html!("label", {
            .child(html!("input" => HtmlInputElement, {
                .attr("type", "radio")
                .attr("name", "editor-script")
                .prop_signal("checked", script.signal().map(move |script| script == choice).boxed_local())
                .apply(on_click({
                    let script = script.clone();
                    move || script.set_neq(choice)
                }))
            }))
            .child(html!("span", { .text(&screen.say(name)) }))
        })))
    })
}

/// A line for words of the script that is on screen.
fn worded(
    screen: &Rc<Screen>,
    script: &Mutable<Script>,
    id: &'static str,
    name: &str,
    part: fn(&mut Reply) -> &mut Wording,
) -> Dom {
    let (edited, chosen) = (screen.clone(), script.clone());
    let offers = (id == "editor-folder").then_some(FOLDERS);
    Line { id, name: screen.say(name), kind: "text", offers }.draw(
        said(screen, script, part),
        move |typed| change(&edited, |reply| put(part(reply), chosen.get(), typed)),
        saves(screen),
    )
}

fn body(screen: &Rc<Screen>, script: &Mutable<Script>) -> Dom {
    const ID: &str = "editor-body";
    let chosen = script.clone();
    let part: fn(&mut Reply) -> &mut Wording = |reply| &mut reply.body;
    html!("div", {
        .class("field-line")
        .child(html!("label", { .attr("for", ID).text(&screen.say(word::EDITOR_BODY)) }))
        .child(html!("textarea" => HtmlTextAreaElement, {
            .attr("id", ID)
            .attr("rows", "4")
            .attr("spellcheck", "false")
            .attr("aria-describedby", "editor-marks")
            .with_node!(area => {
                .future(later(said(screen, script, part).for_each(move |words| {
                    if area.value() != words {
                        area.set_value(&words);
                    }
                    async {}
                })))
            })
            .apply(on_typed({
                let screen = screen.clone();
                move |typed| change(&screen, |reply| put(part(reply), chosen.get(), typed))
            }))
            .apply(on_key({
                // Enter is a new line here, as in any box of several lines.
                let screen = screen.clone();
                move |press| press.control && line::ended(press, &|| save(&screen))
            }))
        }))
    })
}

fn plain(
    screen: &Rc<Screen>,
    id: &'static str,
    name: &str,
    value: fn(&Reply) -> String,
    set: fn(&mut Reply, String),
) -> Dom {
    let entered = screen.see(move |view| {
        view.editor.as_ref().map_or_else(String::new, |editor| value(&editor.reply))
    });
    let edited = screen.clone();
    let kind = if [FROM, UNTIL].contains(&id) { "date" } else { "text" };
    let offers = (id == PLATFORMS).then_some(KNOWN_PLATFORMS);
    Line { id, name: screen.say(name), kind, offers }.draw(
        entered,
        move |typed| change(&edited, |reply| set(reply, typed)),
        saves(screen),
    )
}

/// What the check finds in the words, worst first where it matters: as they stand.
fn marks(screen: &Rc<Screen>) -> Dom {
    let found = screen.see(|view| {
        let editor = view.editor.as_ref();
        editor.map_or_else(Default::default, |it| {
            (
                it.marks.clone(),
                it.strays.clone(),
                it.broken.clone(),
                it.same_letters.clone(),
                it.old,
            )
        })
    });
    let drawn = screen.clone();
    html!("div", {
        .attr("id", "editor-marks")
        .attr("role", "status")
        .child(html!("ul", {
            .class("editor-marks")
            .children_signal_vec(found.map(move |(marks, strays, broken, same, old)| {
                let marks = marks.iter().map(|(_, mark)| self::mark(&drawn, mark));
                let strays = strays.iter().map(|brace| stray(&drawn, brace));
                let broken = broken_words(&drawn, &broken);
                let broken = broken.iter().map(|words| remark(&drawn, words));
                let same = same.map(|other| same_letters(&drawn, &other));
                let old = old.map(|script| left(&drawn, script));
                marks.chain(strays).chain(broken).chain(same).chain(old).collect::<Vec<_>>()
            }).to_signal_vec())
        }))
    })
}

fn mark(screen: &Screen, mark: &Mark) -> Dom {
    html!("li", {
        .child(icon::mark(mark.level, &finding::level(screen, mark.level)))
        .child(html!("span", {
            .child(html!("del", { .text(&mark.found) }))
            .apply(|dom| match mark.rewrites.first().filter(|it| !it.is_empty()) {
                Some(rewrite) => dom.text(" → ").child(html!("ins", { .text(rewrite) })),
                None => dom,
            })
            .child(html!("span", { .class("help").text(&mark.why) }))
        }))
    })
}

/// Braces that are no field: most often a slip.
fn stray(screen: &Screen, brace: &str) -> Dom {
    remark(screen, &screen.say_with(word::WHY_STRAYS, &[brace]))
}

/// What a reply takes in and cannot, in words.
pub(super) fn broken_words(screen: &Screen, broken: &Broken) -> Vec<String> {
    let lists = [(word::NOTICE_BROKEN, &broken.nowhere), (word::NOTICE_ROUND, &broken.round)];
    let said = lists.into_iter().filter(|(_, ids)| !ids.is_empty());
    said.map(|(word, ids)| screen.say_with(word, &[&ids.join("、")])).collect()
}

/// Two replies answer to one abbreviation.
fn same_letters(screen: &Screen, other: &str) -> Dom {
    remark(screen, &screen.say_with(word::EDITOR_SAME_LETTERS, &[other]))
}

/// The words of the other script, which were not changed along.
fn left(screen: &Screen, script: Script) -> Dom {
    let why = match script {
        Script::Hans => word::EDITOR_OLD_HANS,
        Script::Hant => word::EDITOR_OLD_HANT,
    };
    remark(screen, &screen.say(why))
}

fn remark(screen: &Screen, words: &str) -> Dom {
    let level = Level::Warn;
    html!("li", {
        .child(icon::mark(level, &finding::level(screen, level)))
        .child(html!("span", { .text(words) }))
    })
}

fn actions(screen: &Rc<Screen>, id: &str, own: bool) -> Dom {
    let leave = [screen.say(word::FORM_CANCEL), screen.say(word::EDITOR_DISCARD)];
    let leaving = screen.see(|view| view.editor.as_ref().is_some_and(|editor| editor.leaving));
    let words = [screen.say(word::EDITOR_SAVE), screen.say(word::EDITOR_SAVE_ANYWAY)];
    let asked = screen.see(|view| view.editor.as_ref().is_some_and(|editor| editor.asked));
    html!("div", {
        .class("actions")
        .child(html!("button", {
            .attr("type", "button")
            .attr("id", "editor-save")
            .class("main")
            .child(html!("span", {
                .text_signal(asked.map(move |asked| words[usize::from(asked)].clone()).boxed_local())
            }))
            .child(key(&screen.keyboard().control("↵")))
            .apply(on_click({
                let screen = screen.clone();
                move || save(&screen)
            }))
        }))
        .child(html!("button", {
            .attr("type", "button")
            .attr("id", "editor-close")
            .class("text")
            .text_signal(leaving.map(move |leaving| leave[usize::from(leaving)].clone()).boxed_local())
            .apply(on_click({
                let screen = screen.clone();
                move || screen.act(PanelEvent::CloseEditor)
            }))
        }))
        .child(key("Esc"))
        .apply_if(own, |dom| dom.child(button("text away", &screen.say(word::REPLY_DELETE), {
            let (screen, id) = (screen.clone(), id.to_owned());
            move || screen.act(PanelEvent::Change(Box::new(Change::Delete { id: id.clone() })))
        })))
        .apply_if(!own && !id.is_empty(), |dom| dom.child(button("text away", &screen.say(word::REPLY_HIDE), {
            let (screen, id) = (screen.clone(), id.to_owned());
            move || {
                let hide = Change::Hide { id: id.clone(), hidden: true };
                screen.act(PanelEvent::Change(Box::new(hide)));
            }
        })))
    })
}

/// Enter in a line saves, with Control as in the words and without.
fn saves(screen: &Rc<Screen>) -> impl Fn() + use<> {
    let screen = screen.clone();
    move || save(&screen)
}

/// Saves the reply, unless a day is only half there: it would be taken for none.
fn save(screen: &Screen) {
    if !focus::on_half_entered() {
        screen.act(PanelEvent::Save);
    }
}

/// Changes the reply in the editor.
fn change(screen: &Screen, edit: impl FnOnce(&mut Reply)) {
    let Some(mut reply) = screen.now(|view| view.editor.as_ref().map(|it| it.reply.clone())) else {
        return;
    };
    edit(&mut reply);
    screen.act(PanelEvent::Edit(Box::new(reply)));
}

fn put(words: &mut Wording, script: Script, typed: String) {
    match script {
        Script::Hans => words.hans = typed,
        Script::Hant => words.hant = typed,
    }
}

/// The words of a part, in the script that is on screen.
fn said(
    screen: &Rc<Screen>,
    script: &Mutable<Script>,
    part: fn(&mut Reply) -> &mut Wording,
) -> impl futures_signals::signal::Signal<Item = String> + use<> {
    let words = screen.see(move |view| {
        let mut reply = view.editor.as_ref().map(|it| it.reply.clone()).unwrap_or_default();
        std::mem::take(part(&mut reply))
    });
    let said = map_ref! {
        let words = words,
        let script = script.signal() => match script {
            Script::Hans => words.hans.clone(),
            Script::Hant => words.hant.clone(),
        }
    };
    said.dedupe_cloned()
}

fn day(day: Option<Day>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}
